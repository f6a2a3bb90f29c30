import { dirname, extname, posix } from 'node:path';
import { markdownToMdast, type MdastNode } from 'satteri';
import { findNumbered, toPlace } from '#domain/linking/address.ts';
import { decode } from '#domain/linking/decode.ts';
import { findHrefFault } from '#domain/linking/href.ts';
import { count } from '#domain/problem.ts';
import { toText as toWords, walk } from '#reader/tree.ts';
import { toLostWidth } from './html.ts';
import type { Page, Shelf, Tell } from './shelf.ts';
import { toCode, toUrl } from './tags.ts';
import { type Change, change, type Text, toLine } from './text.ts';

/** Where a page of the shelf is now. */
export interface Target {
  /** Its path on the site. */
  path: string;
  /** The anchors that it has now, by those that it had; none leads to the page as a whole. */
  anchors: ReadonlyMap<string, string | undefined>;
}

/** How the addresses of a text are found. */
export interface Finder {
  /** The target of an address that is not this page; nothing when it is none of the shelf. */
  findPage: (page: Page, path: string) => Target | undefined;
  /** The address of a picture or another file that is copied. */
  copyFile: (page: Page, path: string, use: 'link' | 'image') => string | undefined;
}

/** Finds pages by their files and by their addresses, however they are written. */
export function toFindPage(
  shelf: Pick<Shelf, 'base' | 'assets'>,
  targets: readonly { page: Pick<Page, 'file' | 'addresses'>; target: Target }[],
): Finder['findPage'] {
  const files = new Map(targets.map(({ page, target }) => [page.file.toLowerCase(), target]));
  const places = new Map<string, Target>();
  const put = (key: string, target: Target) => places.has(key) || places.set(key, target);
  for (const { page, target } of targets)
    for (const address of page.addresses) put(toKey(address), target);
  for (const { page, target } of targets)
    for (const address of page.addresses) {
      const number = findNumbered(address);
      if (number !== undefined) put(number, target);
    }
  const byAddress = (path: string) => {
    const number = findNumbered(path);
    return places.get(toKey(path)) ?? (number === undefined ? undefined : places.get(number));
  };
  const byFile = (file: string) => {
    const bare = file.replace(/\/$/, '').toLowerCase();
    const endings = [
      '',
      '.md',
      '.mdx',
      '.markdown',
      '/index.md',
      '/index.mdx',
      '/readme.md',
      '/_index.md',
    ];
    return endings.map((ending) => files.get(bare + ending)).find((target) => target !== undefined);
  };
  return (page, path) => {
    const own = page.addresses[0] ?? '/';
    if (path.startsWith('/'))
      return (
        byAddress(path) ??
        byAddress(shelf.base + path) ??
        shelf.assets
          .map((folder) => byFile(posix.join(folder, path)))
          .find((target) => target !== undefined)
      );
    const resolve = (base: string) =>
      decode(new URL(path, `http://x${encodeURI(base)}`).pathname) ?? path;
    return (
      byFile(posix.join(dirname(page.file), path)) ??
      byAddress(resolve(`${own.replace(/\/$/, '')}/`)) ??
      byAddress(resolve(own.replace(/\/$/, '')))
    );
  };
}

// An address without ending is the same as one with .html or .md.
function toKey(path: string): string {
  return toPlace(
    path.replace(/\.(?:html?|mdx?)$/i, '').replace(/\/(?:index|README)$/i, '/'),
  ).toLowerCase();
}

/** Writes all addresses of a text as this site has them; what leads nowhere is told, and its words stay. */
export function translateLinks(
  source: Text,
  page: Page,
  own: Target,
  shelf: Pick<Shelf, 'origins' | 'base'>,
  finder: Finder,
  tell: Tell,
): Text {
  const changes: Change[] = [];
  const silent: { line: number; isNamed: boolean }[] = [];
  const { text } = source;
  const nodes = [...walk(markdownToMdast(text))];
  const definitions = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node]] : [])),
  );
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const whole = text.slice(start, end);
    const find = (url: string, use: 'link' | 'image') =>
      findHref(url, use, page, own, shelf, finder);
    const report = (url: string, why: string) =>
      tell('lost', toLine(source, start), `${url}: ${why}`);
    if (node.type === 'image') {
      const at = whole.lastIndexOf('](');
      if (at === -1) continue;
      const { href, why } = find(node.url, 'image');
      const own = toAlternative(node.alt ?? '', node.url);
      const alt = toWordsOf(node);
      if (alt === '')
        silent.push({ line: toLine(source, start), isNamed: (node.alt ?? '').trim() !== '' });
      if (href === undefined) {
        report(node.url, why);
        const link = findHrefFault(node.url, 'link') === undefined && /^https?:/i.test(node.url);
        const name = node.url.split('/').at(-1) ?? node.url;
        changes.push({ start, end, text: link ? `[${alt || name}](${toUrl(node.url)})` : alt });
        continue;
      }
      const width = /[?&]width=([^&#]*)/.exec(node.url)?.[1];
      if (width !== undefined) tell('lost', toLine(source, start), toLostWidth(width));
      const title =
        own === '' || node.title == null || isSameText(node.title, node.alt ?? '')
          ? ''
          : ` ${JSON.stringify(node.title)}`;
      const isWritten = own !== '' && !/%[0-9A-F]{2}/i.test(node.alt ?? '');
      const words = isWritten ? whole.slice(2, at) : alt.replace(/[[\]\\]/g, '\\$&');
      changes.push({ start, end, text: `![${words}](${href}${title})` });
    } else if (node.type === 'link') {
      const children = node.children as MdastNode[];
      const inner = children.at(-1)?.position?.end.offset ?? start + 1;
      const tail = text.slice(inner, end);
      const isBare = !whole.startsWith('[');
      const { href, why } = find(node.url, 'link');
      const words = toWords(node).trim();
      const images = [...walk(node)].filter((inner) => inner.type === 'image');
      const hasImage = images.length > 0;
      const isSilent = words === '' && images.every((image) => toWordsOf(image) === '');
      if (href === undefined) {
        report(node.url, why);
        if (isBare) changes.push({ start, end, text: toCode(words) });
        else {
          changes.push(
            { start, end: start + 1, text: '' },
            { start: inner, end, text: words === '' && !hasImage ? toCode(node.url) : '' },
          );
        }
      } else if (isBare) {
        if (/\\/.test(node.url))
          changes.push({ start, end, text: toCode(node.url.replaceAll('\\', '')) });
        else if (href !== node.url && whole.startsWith('<'))
          changes.push({ start, end, text: `[${words}](${href})` });
      } else {
        const [, lead = '', old = ''] = /^(\]\(\s*)(<[^>]*>|[^\s]*?)(?=\)$|\s)/.exec(tail) ?? [];
        if (words === '' && !hasImage)
          changes.push({
            start,
            end,
            text: `[${node.url.replace(/^\w+:(?:\/\/)?/, '')}](${href})`,
          });
        else if (isSilent) {
          tell('open', toLine(source, start), 'a link without words; its address stands there');
          changes.push(
            { start, end: start + 1, text: '' },
            { start: inner, end, text: ` [${toLabel(node.url)}](${href})` },
          );
        } else if (lead !== '' && href !== node.url)
          changes.push({
            start: inner + lead.length,
            end: inner + lead.length + old.length,
            text: href,
          });
      }
    } else if (node.type === 'linkReference') {
      const { url } = definitions.get(node.identifier) ?? {};
      const inner = (node.children as MdastNode[]).at(-1)?.position?.end.offset ?? end;
      if (url !== undefined && find(url, 'link').href === undefined)
        changes.push({ start, end: start + 1, text: '' }, { start: inner, end, text: '' });
    } else if (node.type === 'definition') {
      const { href, why } = find(node.url, 'link');
      if (href === undefined) {
        report(node.url, why);
        changes.push({ start, end, text: '' });
      } else if (href !== node.url)
        changes.push({ start, end, text: `[${node.label ?? node.identifier}]: ${href}` });
    }
  }
  tellSilent(silent, tell);
  return change(source, changes);
}

// One line tells of all of a page: it may have dozens.
function tellSilent(silent: readonly { line: number; isNamed: boolean }[], tell: Tell): void {
  const [first] = silent;
  if (first === undefined) return;
  const named = silent.filter(({ isNamed }) => isNamed).length;
  const kinds = [
    [named, 'whose text was only the name of the file'],
    [silent.length - named, 'without a text'],
  ] as const;
  const parts = kinds.flatMap(([number, what]) =>
    number === 0 ? [] : [`${count(number, 'picture')} ${what}`],
  );
  tell('open', first.line, `${parts.join(', ')}: say what readers who cannot see should know`);
}

interface Found {
  href?: string;
  why: string;
}

function findHref(
  url: string,
  use: 'link' | 'image',
  page: Page,
  own: Target,
  shelf: Pick<Shelf, 'origins' | 'base'>,
  finder: Finder,
): Found {
  const trimmed = url.trim();
  const [, origin, rest = ''] = /^((?:https?:)?\/\/[^/?#]+)(.*)$/i.exec(trimmed) ?? [];
  const isOwn = origin !== undefined && shelf.origins.some((known) => isSameHost(known, origin));
  if (origin !== undefined && !isOwn) return toForeign(trimmed.replace(/^\/\//, 'https://'), use);
  if (origin === undefined && /^[a-z][a-z\d+.-]*:/i.test(trimmed)) return toForeign(trimmed, use);
  const [, encoded = '', query = '', anchor] =
    /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(isOwn ? rest || '/' : trimmed) ?? [];
  const path = (decode(encoded) ?? encoded).replace(/\/{2,}/g, '/');
  if (path === '' && use === 'link')
    return anchor === undefined || anchor === ''
      ? { why: 'the link is empty' }
      : toAnchored({ ...own, path: '' }, anchor);
  if (use === 'link') {
    const target = finder.findPage(page, path);
    if (target !== undefined)
      return anchor === undefined || anchor === ''
        ? { href: target.path, why: '' }
        : toAnchored(target, anchor);
  }
  const file = /\.(?:html?|mdx?|php|aspx?)$/i.test(path)
    ? undefined
    : (finder.copyFile(page, path, use) ??
      (path.startsWith(`${shelf.base}/`)
        ? finder.copyFile(page, path.slice(shelf.base.length), use)
        : undefined));
  if (file !== undefined) return { href: file, why: '' };
  if (isOwn) return toForeign(trimmed, use);
  const [home] = shelf.origins;
  const isOutside = path.startsWith('/') && shelf.base !== '' && !path.startsWith(`${shelf.base}/`);
  if (use === 'link' && isOutside && home !== undefined)
    return { href: home + encoded + query, why: '' };
  if (use === 'link' && /^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io)(?:\/|$)/i.test(path))
    return toForeign(`https://${trimmed}`, use);
  return { why: use === 'image' ? 'there is no such picture' : 'it led nowhere' };
}

// An anchor that the page never had leads to its beginning.
function toAnchored({ path, anchors }: Target, anchor: string): Found {
  const name = decode(anchor) ?? anchor;
  const now = anchors.get(name) ?? anchors.get(name.toLowerCase());
  if (now !== undefined) return { href: `${path}#${now}`, why: '' };
  return path === '' ? { why: 'there was no such anchor on the page' } : { href: path, why: '' };
}

function toForeign(url: string, use: 'link' | 'image'): Found {
  const written = toUrl(
    url.replace(/^[A-Z]+(?=:)/i, (scheme) => scheme.toLowerCase()).replace(/\\/g, '/'),
  ).replace(/%2[89]/g, (sign) => sign);
  const fault = findHrefFault(written, use);
  return fault === undefined ? { href: written, why: '' } : { why: fault.why };
}

function isSameHost(a: string, b: string): boolean {
  const toHost = (origin: string) =>
    origin.toLowerCase().replace(/^(?:https?:)?\/\/(?:www\.)?/, '');
  return toHost(a) === toHost(b);
}

function isSameText(a: string, b: string): boolean {
  return (decode(a) ?? a).trim() === (decode(b) ?? b).trim();
}

// Where an address leads, in few words.
function toLabel(url: string): string {
  const host = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1];
  return host ?? decode(url.replace(/[?#].*|\/$/g, '').replace(/^.*\//, '')) ?? url;
}

// A title says what a picture shows where its text does not.
function toWordsOf({ alt, title, url }: Extract<MdastNode, { type: 'image' }>): string {
  return toAlternative(alt ?? '', url) || toAlternative(title ?? '', url);
}

// The name of the file says nothing that a reader could use.
function toAlternative(alt: string, url: string): string {
  const words = (decode(alt) ?? alt).replace(/\s+/g, ' ').trim();
  const toName = (text: string) =>
    text
      .toLowerCase()
      .replace(/\.(?:png|jpe?g|gif|svg|webp)$/, '')
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const path = (decode(url) ?? url).split(/[?#]/)[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return toName(words) === toName(name.slice(0, name.length - extname(name).length)) ? '' : words;
}
