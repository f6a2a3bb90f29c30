import { posix } from 'node:path';
import { decode } from '#domain/linking/decode.ts';
import { github, kramdown, toAnchorRule } from '../anchors.ts';
import { findCalloutKind, toCallout } from '../callouts.ts';
import { type Fields, parseSettings, pick, toList, toWord } from '../frontmatter.ts';
import {
  type Folder,
  type Found,
  joinPath,
  type Page,
  parseHome,
  readFiles,
  readFirst,
  type System,
  type Tell,
  toPage,
} from '../shelf.ts';
import { type Change, change, HIDDEN, hideCode, replaceAll, type Text } from '../text.ts';

const NOT_READ =
  /(?:^|\/)(?:_(?:includes|layouts|site|sass|data|drafts|plugins)|vendor|node_modules)\/|(?:^|\/)(?:README|CONTRIBUTING|CHANGELOG|LICENSE|CODE_OF_CONDUCT)\.md$/;

/** Jekyll: `_config.yml`, permalinks, Liquid, and Markdown as kramdown reads it. */
export const jekyll: System = {
  name: 'Jekyll',
  recognises: (root) => readFirst(root, ['_config.yml', '_config.yaml']) !== undefined,
  read: (root, { url }) => {
    const config = parseSettings(readFirst(root, ['_config.yml', '_config.yaml']));
    const folder = posix.normalize(toWord(config.source) ?? '.');
    const home = parseHome(
      url ?? `${toWord(config.url) ?? ''}/${(toWord(config.baseurl) ?? '').replace(/^\//, '')}`,
    );
    const found = readFiles(root, folder).filter(
      ({ file, fields }) => !NOT_READ.test(file) && Object.keys(fields).length > 0,
    );
    const folders = new Map<string, Folder>();
    const pages = found.map((each) => {
      const isIndex = /^(?:index|readme)$/i.test(each.stem) || each.fields.has_children === true;
      const path = toPath(each, folders);
      const name = (toWord(each.fields.slug) ?? each.stem).replace(/^\d{4}-\d\d-\d\d-/, '');
      const address = joinPath(home.base, toRoute(each, config));
      return toPage(
        each,
        {
          path,
          name: isIndex ? (path.at(-1) ?? 'index') : name,
          isIndex,
          addresses: [address],
        },
        home.base,
      );
    });
    const sources = toList(pick(config, 'assets', 'sources'));
    return {
      pages,
      folders,
      ...home,
      anchors: toAnchorRule([github, kramdown]),
      assets: [folder, '.'],
      translate: (text, page, tell) =>
        translate(text, page, tell, { root, config, ...home, asset: sources[0] ?? '_assets' }),
      remarks: [],
    };
  },
};

// By the names of its parents, as Just the Docs has them, or by its folders.
function toPath({ fields, segments }: Found, folders: Map<string, Folder>): string[] {
  const parents = [
    fields.grand_parent,
    fields.parent,
    fields.has_children === true ? fields.title : undefined,
  ].flatMap((title) => toWord(title) ?? []);
  const path =
    parents.length > 0
      ? parents.map((title) => title.toLowerCase())
      : segments.map((name) => name.replace(/^_/, ''));
  for (const [index, title] of parents.entries())
    folders.set(path.slice(0, index + 1).join('/'), { title });
  return path;
}

function toRoute({ fields, segments, stem }: Found, config: Fields): string {
  const collection = /^_(.+)/.exec(segments[0] ?? '')?.[1];
  const type = collection ?? 'pages';
  const defaults = (Array.isArray(config.defaults) ? config.defaults : []).filter(
    (entry: unknown) => {
      const scope = toWord(pick(entry, 'scope', 'path')) ?? '';
      const own = toWord(pick(entry, 'scope', 'type'));
      return segments.join('/').startsWith(scope) && (own === undefined || own === type);
    },
  );
  const pattern =
    toWord(fields.permalink) ??
    toWord(pick(defaults.at(-1), 'values', 'permalink')) ??
    toWord(pick(config, 'collections', type, 'permalink')) ??
    toForm(type, toWord(config.permalink));
  const [, year = '', month = '', day = '', rest = stem] =
    /^(\d{4})-(\d\d)-(\d\d)-(.*)/.exec(stem) ?? [];
  const own = collection === undefined ? segments : segments.slice(1);
  const parts: Record<string, string> = {
    ...{ year, month, day, collection: type, output_ext: '.html' },
    ...{
      basename: stem,
      name: rest,
      title: toWord(fields.slug) ?? rest,
      slug: toWord(fields.slug) ?? rest,
    },
    path: collection === undefined ? own.join('/') : [...own, rest].join('/'),
    categories: [fields.categories, fields.category].flatMap(toList).join('/').toLowerCase(),
  };
  const route = pattern.replace(/:([a-z_]+)/g, (sign, name: string) => parts[name] ?? sign);
  return joinPath(route).replace(/\/index(?:\.html)?\/?$/, '/');
}

function toForm(type: string, form: string | undefined): string {
  const isPretty = form === 'pretty' || form?.endsWith('/');
  if (type === 'pages') return isPretty ? '/:path/:basename/' : '/:path/:basename:output_ext';
  if (type !== 'posts') return isPretty ? '/:collection/:path/' : '/:collection/:path:output_ext';
  if (form === 'pretty') return '/:categories/:year/:month/:day/:title/';
  if (form === 'none') return '/:categories/:title:output_ext';
  return form === undefined || form === 'date'
    ? '/:categories/:year/:month/:day/:title:output_ext'
    : form;
}

interface Settings {
  root: string;
  config: Fields;
  origins: readonly string[];
  base: string;
  asset: string;
}

function translate(source: Text, page: Page, tell: Tell, settings: Settings): Text {
  let text = replaceAll(
    source,
    /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*(?:end)?raw\s*-?%\}/g,
    () => '',
  );
  text = replaceAll(
    text,
    /\{%-?\s*highlight\s+([\w+-]+)[^%]*%\}\n?([\s\S]*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}/g,
    ([, language, code]) => `\`\`\`${language}\n${code}\n\`\`\``,
  );
  text = replaceAll(
    text,
    /\{%-?\s*(?:alert|callout|admonition)?[ \t]*(\w+)\s*-?%\}([\s\S]*?)\{%-?\s*end(?:alert|callout|admonition|\1)\s*-?%\}/g,
    ([, word = '', body = '']) => {
      const kind = findCalloutKind(word);
      return kind === undefined ? undefined : toCallout(kind, '', body.trim());
    },
  );
  text = replaceClasses(text);
  text = nameColumns(escapeBars(text), tell);
  // Programs that fill in an address are in code too.
  text = replaceAll(
    text,
    /\{%-?\s*asset_path\s+["']?((?:[^%"']|%(?!\}))*?)["']?\s*-?%\}/g,
    ([, path = '']) => encodeURI(`/${settings.asset}/${decode(path.trim()) ?? path.trim()}`),
  );
  text = replaceAll(
    text,
    /\{%-?\s*(link|post_url)\s+([^%]*?)\s*-?%\}/g,
    ([, sign, path = '']) => `/${sign === 'link' ? '' : '_posts/'}${path}`,
  );
  text = replaceAll(text, /\{\{-?\s*([^}]*?)\s*-?\}\}/g, ([, expression = '']) =>
    evaluate(expression, page, settings),
  );
  text = replaceAll(
    text,
    /\{%-?\s*include(?:_relative)?\s+([\w./-]+)([^%]*)-?%\}/g,
    ([, file = '', rest = ''], line) => include(file, rest, line, tell, settings),
  );
  return replaceAll(text, /\{%-?\s*(\w+)(?:[^%\n]|%(?!\}))*%\}/g, ([sign, word = ''], line) => {
    if (!/^(?:assign|capture|endcapture|end\w+)$/.test(word))
      tell('lost', line, `${sign}: what it does`);
    return '';
  });
}

// A class above or below a paragraph or a quotation, as in {: .note }, makes a callout of it.
function replaceClasses(source: Text): Text {
  const above = replaceAll(
    source,
    /^[ \t]*\{:\s*\.([\w-]+)[^}\n]*\}[ \t]*\n((?:[^\n{]|\{(?!:))[^\n]*(?:\n[^\n]+)*)/gm,
    ([, name = '', body = '']) => toQuote(name, body),
  );
  return replaceAll(
    above,
    /^((?:>[^\n]*\n)+|(?:[^\s{#|>*+\-\d][^\n]*\n)+)[ \t]*\{:\s*\.([\w-]+)[^}\n]*\}[ \t]*$/gm,
    ([, body = '', name = '']) => toQuote(name, body),
  );
}

function toQuote(name: string, body: string): string | undefined {
  const kind = findCalloutKind(name);
  return kind === undefined ? undefined : toCallout(kind, '', body.trimEnd().replace(/^> ?/gm, ''));
}

// For kramdown, a bar in the code of a cell is a part of it.
function escapeBars(source: Text): Text {
  const hidden = hideCode(source.text);
  const tables = hidden.matchAll(
    /^[^\n]*\n[ \t>]*\|?[ \t]*:?-+[-|: \t]*\|[-|: \t]*$(?:\n[^\n]*\|[^\n]*)*/gm,
  );
  const changes = [...tables].flatMap(({ 0: table, index }) =>
    [...source.text.slice(index, index + table.length).matchAll(/(?<!\\)\|/g)]
      .map((bar) => index + bar.index)
      .filter((at) => hidden[at] === HIDDEN)
      .map((at): Change => ({ start: at, end: at, text: '\\' })),
  );
  return change(source, changes);
}

// For kramdown, rows that begin with a bar are a table without a head.
function nameColumns(source: Text, tell: Tell): Text {
  return replaceAll(
    source,
    /(?<![^\n]\n)(?:^ {0,3}\|[^\n]*\|[^\n]*\n)(?: {0,3}\|[^\n]*\|[^\n]*(?:\n|$))+(?![^\n])/gm,
    ([rows], line) => {
      const [first = '', ...rest] = rows.split('\n');
      if (rest.some((row) => /^[ |:=+-]*-[ |:=+-]*$/.test(row))) return undefined;
      tell('lost', line, 'the first row of the table is its head now');
      const cells =
        first
          .trim()
          .replace(/(?<!\\)\|$/, '')
          .split(/(?<!\\)\|/).length - 1;
      return [first, `|${' - |'.repeat(cells)}`, ...rest].join('\n');
    },
  );
}

function evaluate(
  expression: string,
  { fields }: Page,
  { config, base, origins }: Settings,
): string | undefined {
  const [value = '', ...filters] = expression.split('|').map((part) => part.trim());
  const literal = /^(["'])(.*)\1$/.exec(value)?.[2];
  const [owner, ...path] = value.split('.');
  const found =
    literal ??
    (value === 'site.baseurl' ? base : value === 'site.url' ? (origins[0] ?? '') : undefined) ??
    toWord(pick(owner === 'page' ? fields : owner === 'site' ? config : {}, ...path));
  if (found === undefined) return undefined;
  return filters.some((filter) => /^(?:relative|absolute)_url$/.test(filter))
    ? joinPath(base, found)
    : found;
}

function include(file: string, rest: string, line: number, tell: Tell, { root }: Settings): string {
  const values = Object.fromEntries(
    [...rest.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g)].map(
      ([, name = '', ...value]) => [name, value.find((part) => part !== undefined) ?? ''],
    ),
  );
  const body = values.content ?? values.text ?? values.body;
  const kind =
    findCalloutKind(posix.basename(file, posix.extname(file))) ??
    findCalloutKind(values.type ?? '');
  if (kind !== undefined && body !== undefined) return toCallout(kind, values.title ?? '', body);
  const picture = values.src ?? values.file ?? values.url ?? values.path;
  if (picture !== undefined && /\.(?:png|jpe?g|gif|svg|webp)$/i.test(picture))
    return `![${values.alt ?? values.caption ?? ''}](${encodeURI(picture)})`;
  const text = /\.(?:md|txt|sh)$/.test(file) ? readFirst(root, [`_includes/${file}`]) : undefined;
  if (text !== undefined && !/\{[{%]/.test(text)) return text.trimEnd();
  tell('lost', line, `what ${file} puts there`);
  return body ?? '';
}
