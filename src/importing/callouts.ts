import { findKind } from '#domain/callout.ts';
import { type Change, change, hideCode, type Text, toLine } from './text.ts';

const SYNONYMS: Record<string, string> = {
  info: 'note',
  information: 'note',
  abstract: 'note',
  summary: 'note',
  question: 'note',
  example: 'note',
  quote: 'note',
  todo: 'note',
  seealso: 'note',
  notice: 'note',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  attention: 'important',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  bug: 'caution',
  alert: 'warning',
  warn: 'warning',
};

/** The kind of callout that a word or a list of classes means, such as `info` or `alert alert-danger`. */
export function findCalloutKind(words: string): string | undefined {
  const all = words
    .toLowerCase()
    .split(/[\s,]+/)
    .flatMap((word) => [word, ...word.split(/[-_]+/).slice(1)]);
  // What comes last is narrower: "alert" is only the frame of "alert-danger".
  return all.map((word) => findKind(word) ?? SYNONYMS[word]).findLast((kind) => kind !== undefined);
}

/** Lines of Markdown as a callout that GitHub reads. */
export function toCallout(kind: string, title: string, body: string, indent = ''): string {
  const lines = body.replace(/^\s*\n|\s+$/g, '').split('\n');
  const head = `[!${kind.toUpperCase()}]${title === '' ? '' : ` ${title}`}`;
  return [head, ...lines]
    .map((line) => `${indent}>${line.trim() === '' ? '' : ` ${line}`}`)
    .join('\n');
}

/** Writes `:::note Title`, as Docusaurus, VitePress and Starlight have it, as callouts; one may stand in another. */
export function translateDirectives(
  source: Text,
  tell: (line: number, message: string) => void,
): Text {
  const open =
    /^([ \t]*)(:{3,})[ \t]*([a-z][\w-]*)[ \t]*(?:\[([^\]\n]*)\]|\{[^}\n]*\}|([^\n{]*))[^\n]*$/gim;
  for (let text = source; ;) {
    const hidden = hideCode(text.text);
    // The last that is opened holds no other.
    const match = [...hidden.matchAll(open)].at(-1);
    if (match === undefined) return text;
    const [head, indent = '', marks = '', word = '', label, rest = ''] = match;
    const start = match.index;
    const bodyStart = start + head.length + 1;
    const close = new RegExp(`^[ \\t]*:{${marks.length},}[ \\t]*$`, 'm').exec(
      hidden.slice(bodyStart),
    );
    const bodyEnd = close === null ? text.text.length : bodyStart + close.index;
    const end = close === null ? text.text.length : bodyEnd + close[0].length;
    const body = dedent(text.text.slice(bodyStart, bodyEnd), indent);
    const titleEnd = start + head.length;
    const title = label ?? text.text.slice(titleEnd - (rest.length || 0), titleEnd).trim();
    const kind = findCalloutKind(word);
    if (kind === undefined && !/^(details|spoiler)$/.test(word))
      tell(toLine(text, start), `:::${word} means nothing here; its text stands without it`);
    const written =
      kind !== undefined
        ? toCallout(kind, title, body, indent)
        : /^(details|spoiler)$/.test(word)
          ? toDetails(title || 'Details', body, indent)
          : body;
    text = change(text, [{ start, end, text: written }]);
  }
}

/** Writes `!!! note "Title"` and `??? note`, as MkDocs has them, as callouts, and `=== "Tab"` as a line of its own. */
export function translateAdmonitions(source: Text): Text {
  const open =
    /^([ \t]*)(!!!|\?\?\?\+?|===!?\+?)[ \t]+(?:([\w-]+(?: [\w-]+)*)?[ \t]*)?("[^"\n]*")?[ \t]*$/gm;
  for (let text = source; ;) {
    const match = [...hideCode(text.text).matchAll(open)].filter(isAdmonition).at(-1);
    if (match === undefined) return text;
    const [head, indent = '', mark = '', words = '', label = ''] = match;
    const bodyStart = match.index + head.length + 1;
    const inner = new RegExp(`^(?:[ \\t]*\\n|${indent}(?: {4}|\\t)[^\\n]*(?:\\n|$))+`).exec(
      text.text.slice(bodyStart),
    )?.[0];
    const body = dedent(inner ?? '', indent === '' ? '' : indent).replace(/^(?: {4}|\t)/gm, '');
    const trailing = /\n\s*$/.exec(inner ?? '')?.[0].replace(/[^\n]/g, '') ?? '\n';
    const title = label.slice(1, -1);
    const written = mark.startsWith('=')
      ? `${indent}**${title}**\n\n${body.trimEnd().replace(/^(?=.)/gm, indent)}`
      : mark.startsWith('?')
        ? toDetails(title || toName(words), body, indent)
        : toCallout(findCalloutKind(words) ?? 'note', title, body, indent);
    const changed: Change = {
      start: match.index,
      end: bodyStart + (inner ?? '').length,
      text: written + trailing,
    };
    text = change(text, [{ ...changed, end: Math.min(changed.end, text.text.length) }]);
  }
}

function isAdmonition([, , mark = '', words = '', label = '']: RegExpMatchArray): boolean {
  return mark.startsWith('=') ? label !== '' && words === '' : words !== '';
}

/** What is folded up. */
export function toDetails(summary: string, body: string, indent = ''): string {
  return [
    '<details>',
    `<summary>${summary.replace(/[*`_]/g, '')}</summary>`,
    '',
    ...body.replace(/^\s*\n|\s+$/g, '').split('\n'),
    '',
    '</details>',
  ]
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

function toName(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Lines without the spaces that all of them begin with because of where they stand. */
function dedent(text: string, indent: string): string {
  return indent === '' ? text : text.replace(new RegExp(`^${indent}`, 'gm'), '');
}
