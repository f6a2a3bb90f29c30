import { github, toAnchorRule } from '../anchors.ts';
import { findCalloutKind, toCallout, toDetails } from '../callouts.ts';
import { type Fields, parseSettings, pick, toWord } from '../frontmatter.ts';
import {
  findPath,
  joinPath,
  parseHome,
  readFiles,
  readFirst,
  type Remark,
  type System,
  type Tell,
  toPage,
} from '../shelf.ts';
import { change, hideCode, replaceAll, type Text, toLine } from '../text.ts';

const ENDINGS = ['toml', 'yaml', 'yml', 'json'];
const SETTINGS = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap(
  (name) => ENDINGS.map((ending) => `${name}.${ending}`),
);

/** Hugo: `content/` with bundles and sections, frontmatter in three forms, and shortcodes. */
export const hugo: System = {
  name: 'Hugo',
  recognises: (root) =>
    findPath(root, SETTINGS) !== undefined && findPath(root, ['content']) !== undefined,
  read: (root, { language, url }) => {
    const file = findPath(root, SETTINGS);
    const config = parseSettings(
      readFirst(root, SETTINGS),
      file?.endsWith('toml') === true ? 'toml' : 'yaml',
    );
    const home = parseHome(url ?? toWord(config.baseURL) ?? toWord(config.baseurl));
    const top = toWord(config.contentDir) ?? 'content';
    const languages = Object.keys(pick(config, 'languages') ?? {});
    const folder = findPath(root, [`${top}/${language}`]) ?? top;
    const remarks: Remark[] = [];
    const found = readFiles(root, folder, '**/*.{md,markdown}').filter(
      ({ stem, segments, file: own }) => {
        const other =
          /\.([a-z]{2}(?:-[a-z]{2})?)$/i.exec(stem)?.[1] ??
          (languages.includes(segments[0] ?? '') ? segments[0] : undefined);
        if (other === undefined || other === language) return true;
        remarks.push({ file: own, kind: 'lost', message: `the language ${other}` });
        return false;
      },
    );
    const pages = found.map((each) => {
      const stem = each.stem.replace(/\.[a-z]{2}(?:-[a-z]{2})?$/i, '');
      const isIndex = stem === '_index';
      // A folder with an index of its own is one page.
      const isBundle = stem === 'index' && each.segments.length > 0;
      const path = isBundle ? each.segments.slice(0, -1) : each.segments;
      const name = isBundle || isIndex ? (each.segments.at(-1) ?? 'index') : stem;
      const own =
        toWord(each.fields.url) ??
        joinPath(
          ...(isIndex ? path : [...path, toWord(each.fields.slug) ?? name]),
          '/',
        ).toLowerCase();
      return toPage(
        each,
        {
          path,
          name,
          isIndex: isIndex || (stem === 'index' && !isBundle),
          addresses: [joinPath(home.base, own)],
        },
        home.base,
      );
    });
    return {
      pages,
      folders: new Map(),
      ...home,
      anchors: toAnchorRule([github]),
      assets: ['static', 'assets', folder, top],
      translate: (body, page, tell) => translateShortcodes(body, page.fields, tell),
      remarks,
    };
  },
};

function translateShortcodes(source: Text, fields: Fields, tell: Tell): Text {
  // An address of another page may stand within a link.
  const linked = replaceAll(
    source,
    /\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s%>]+)"?\s*[%>]\}\}/g,
    ([, path = '']) => path,
  );
  const open =
    /\{\{[<%]\s*([\w./-]+)((?:\s+(?:[\w-]+=)?(?:"[^"\n]*"|`[^`\n]*`|[^\s"`%>/][^\s"`%>]*))*)\s*(\/?)[%>]\}\}/g;
  for (let text = linked; ;) {
    const hidden = hideCode(text.text);
    const match = [...text.text.matchAll(open)]
      .filter(({ index, 1: name }) => hidden[index] === '{' && !name?.startsWith('/'))
      .at(-1);
    if (match === undefined)
      return showShortcodes(replaceAll(text, /\{\{[<%]\s*\/(?!\*)[^\n]*?[%>]\}\}/g, () => ''));
    const [head, name = '', list = ''] = match;
    const start = match.index;
    const bodyStart = start + head.length;
    const close = new RegExp(
      `\\{\\{[<%]\\s*/\\s*${name.replace(/[.]/g, '\\.')}\\s*[%>]\\}\\}`,
    ).exec(text.text.slice(bodyStart));
    const end = close === null ? bodyStart : bodyStart + close.index + close[0].length;
    const body = close === null ? undefined : text.text.slice(bodyStart, bodyStart + close.index);
    const line = toLine(text, start);
    text = change(text, [
      {
        start,
        end,
        text: toMarkdown(name, readParameters(list), body, fields, () =>
          tell('lost', line, `{{< ${name} >}}: what it puts there`),
        ),
      },
    ]);
  }
}

// What shows a shortcode instead of using it.
function showShortcodes(source: Text): Text {
  const text = source.text.replace(/\{\{([<%])\/\*(.*?)\*\/([%>])\}\}/g, '{{$1$2$3}}');
  return { ...source, text };
}

interface Parameters {
  named: Record<string, string>;
  list: string[];
}

function readParameters(text: string): Parameters {
  const all = [...text.matchAll(/(?:([\w-]+)=)?(?:"([^"\n]*)"|`([^`\n]*)`|([^\s"`]+))/g)].map(
    ([, name, ...values]) => ({ name, value: values.find((value) => value !== undefined) ?? '' }),
  );
  return {
    named: Object.fromEntries(
      all.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value]])),
    ),
    list: all.flatMap(({ name, value }) => (name === undefined ? [value] : [])),
  };
}

function toMarkdown(
  name: string,
  { named, list }: Parameters,
  body: string | undefined,
  fields: Fields,
  tellLost: () => void,
): string {
  const [first = ''] = list;
  const title = named.title ?? named.header ?? named.name ?? named.summary ?? '';
  if (name === 'highlight')
    return `\`\`\`${first}\n${(body ?? '').replace(/^\n|\n$/g, '')}\n\`\`\``;
  if (name === 'figure' || name === 'img' || name === 'image') {
    const caption = named.caption ?? named.title;
    const picture = `![${named.alt ?? caption ?? ''}](${encodeURI(named.src ?? first)})`;
    return caption === undefined ? picture : `${picture}\n\n${caption}`;
  }
  if (name === 'youtube') return `<https://www.youtube.com/watch?v=${named.id ?? first}>`;
  if (name === 'vimeo') return `<https://vimeo.com/${named.id ?? first}>`;
  if (name === 'param') return toWord(fields[first]) ?? '';
  const kind =
    findCalloutKind(name) ??
    (/^(?:alert|callout|admonition|notice|hint|block|pageinfo)$/.test(name)
      ? (findCalloutKind(named.type ?? named.color ?? named.context ?? named.icon ?? first) ??
        'note')
      : undefined);
  if (kind !== undefined && body !== undefined) {
    const narrower = findCalloutKind(named.type ?? named.color ?? named.context ?? first) ?? kind;
    return toCallout(narrower, title, body.trim());
  }
  if (body !== undefined && /^(?:details|expand|accordion|collapse)$/.test(name))
    return toDetails(title || first || 'Details', body);
  if (body !== undefined && /^tab(?:pane-item)?$/.test(name))
    return `\n**${title || first}**\n\n${body.trim()}\n`;
  if (body !== undefined && /^(?:tabs|tabpane|columns?|steps|cards)$/.test(name))
    return `\n${body.trim()}\n`;
  if (name === 'kbd') return `<kbd>${body ?? first}</kbd>`;
  tellLost();
  return body ?? '';
}
