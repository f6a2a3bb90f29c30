import { findCalloutKind, toCallout, toDetails } from './callouts.ts';
import type { Tell } from './shelf.ts';
import { change, replaceAll, type Text, toLine, hideCode } from './text.ts';

/** What a component of another site is: its attributes, and its text. */
interface Use {
  name: string;
  attributes: Record<string, string>;
  body: string;
}

/** Writes MDX as Markdown: without imports, its comments as those of HTML, and what is known of its components. */
export function translateMdx(source: Text, tell: Tell): Text {
  let text = replaceAll(
    source,
    /^(?:import|export)\s[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*/gm,
    ([code]) =>
      /^import\s+(?:[\w{*'"]|$)[\s\S]*['"]|^export\s+(?:const|let|default|function)\b/.test(code)
        ? ''
        : undefined,
  );
  text = replaceAll(text, /\{\/\*([\s\S]*?)\*\/\}/g, ([, words = '']) => `<!--${words}-->`);
  text = replaceAll(
    text,
    /=\{\s*(?:require\(\s*)?(?:useBaseUrl\(\s*)?(["'`])([^"'`{}\n]*)\1\s*\)?\s*(?:\.default)?\s*\)?\s*\}/g,
    ([, , value]) => `="${value}"`,
  );
  text = replaceAll(text, /\s[\w-]+=\{(?:[^{}]|\{[^{}]*\})*\}/g, () => '');
  text = replaceAll(text, /\{(["'`])\s*\1\}/g, () => ' ');
  return translateComponents(text, tell);
}

/** Writes components as Markdown, those within others first. */
export function translateComponents(source: Text, tell: Tell): Text {
  const open = /<([A-Z][\w.]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/g;
  for (let text = source; ;) {
    const hidden = hideCode(text.text);
    const match = [...hidden.matchAll(open)].at(-1);
    if (match === undefined) return replaceAll(text, /<\/[A-Z][\w.]*>/g, () => '');
    const [head, name = '', , slash] = match;
    const start = match.index;
    const bodyStart = start + head.length;
    const close = slash === '/' ? -1 : hidden.indexOf(`</${name}>`, bodyStart);
    const end = close === -1 ? bodyStart : close + name.length + 3;
    const body = close === -1 ? '' : text.text.slice(bodyStart, close);
    const list = text.text.slice(start, bodyStart);
    const attributes = Object.fromEntries(
      [...list.matchAll(/([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', one, two]) => [
        key,
        one ?? two ?? '',
      ]),
    );
    const written = toMarkdown({ name, attributes, body: outdent(body) }, () =>
      tell('lost', toLine(text, start), `<${name}>: what it shows; its text stands without it`),
    );
    text = change(text, [{ start, end, text: written }]);
  }
}

function toMarkdown({ name, attributes, body }: Use, tellLost: () => void): string {
  const title = attributes.title ?? attributes.label ?? attributes.text ?? '';
  const kind = /^(?:Aside|Admonition|Callout|Alert|Note|Tip|Info|Warning|Caution|Danger)$/.test(
    name,
  )
    ? (findCalloutKind(attributes.type ?? attributes.kind ?? name) ?? 'note')
    : undefined;
  if (kind !== undefined) return `\n${toCallout(kind, title, body)}\n`;
  if (name === 'TabItem' || name === 'Tab')
    return `\n**${title || (attributes.value ?? '')}**\n\n${body.trim()}\n`;
  if (
    /^(?:Tabs|CardGrid|Steps|FileTree|Columns?|CodeGroup|Fragment|BrowserWindow|Column)$/.test(name)
  )
    return `\n${body.trim().replace(/^[ \t]+$/gm, '')}\n`;
  if (/^(?:Details|Accordion|Expandable)$/.test(name))
    return `\n${toDetails(title || (attributes.summary ?? 'Details'), body)}\n`;
  if (/^(?:LinkCard|LinkButton|Link|Card)$/.test(name)) {
    const href = attributes.href ?? attributes.to;
    const words = title || body.trim();
    const rest = [attributes.description ?? '', title === '' ? '' : body.trim()]
      .filter((part) => part !== '')
      .join(' ');
    const head = href === undefined ? `**${words}**` : `[${words}](${href})`;
    return name === 'Link' ? head : `\n${[head, rest].filter((part) => part !== '').join(': ')}\n`;
  }
  if (name === 'Badge') return title || body;
  if (/^(?:Image|Img|ThemedImage)$/.test(name) && attributes.src !== undefined)
    return `![${attributes.alt ?? ''}](${attributes.src})`;
  if (name === 'Kbd') return `<kbd>${body}</kbd>`;
  tellLost();
  return body;
}

// The text of a component stands further in than it would by itself.
function outdent(body: string): string {
  const lines = body.split('\n');
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, Infinity);
  return least === Infinity
    ? body
    : lines.map((line, index) => (index === 0 ? line : line.slice(least))).join('\n');
}
