import { decode } from '#domain/linking/decode.ts';
import { toParts } from '#domain/linking/address.ts';
import { isId, type Ledger } from '#domain/linking/ledger.ts';
import { findKey } from '#domain/linking/lookup.ts';
import { findNearest } from '#domain/nearest.ts';
import { articlePath, permalinkPath } from '#domain/linking/permalink.ts';
import { isOwnAnchor } from '#domain/linking/target.ts';
import type { Site } from '#domain/site.ts';
import type { ArticleRecord } from '#reader/article.ts';

/** What the report knows of the site. */
export interface Shelf {
  /** All articles by slug, drafts included. */
  articles: ReadonlyMap<string, ArticleRecord>;
  addresses: ReadonlySet<string>;
  ledger: Ledger;
}

/** Where a link in a ticket leads. */
export interface Target {
  /** The article that it leads to. */
  id?: string;
  /** `moved` still works, `retired` leads to an article that no longer holds, `dead` leads nowhere; left out when nothing is wrong. */
  state?: 'moved' | 'retired' | 'dead';
  /** The address to use instead, if there is one. */
  use?: string;
  /** Another host that has articles at the same addresses: it is another site, or one that this one was before. */
  elsewhere?: string;
}

/** The site, and its articles by all that a link may name. */
export interface Known extends Shelf {
  site: Site;
  /** The hosts whose addresses are this site's. */
  hosts: ReadonlySet<string>;
  byId: ReadonlyMap<string, ArticleRecord>;
  /** The id of an article by its path. */
  ids: ReadonlyMap<string, string>;
}

// A whole address, or a path with or without a host, up to what ends a link in Markdown, HTML and wikis.
const LINK =
  /(?:https?:\/\/|(?<=^|[\s"'<>()[\]{}|\\:=,;]))[^\s"'<>()[\]{}|\\:=,;/]*(?::\d+)?\/[^\s"'<>()[\]{}|\\]*/gi;

/** The site with its articles, by all that a link may name; `hosts` are those that it had before. */
export function toKnown(shelf: Shelf, site: Site, hosts: readonly string[]): Known {
  return {
    ...shelf,
    site,
    hosts: new Set([new URL(site.url).host, ...hosts].map((host) => host.toLowerCase())),
    byId: new Map([...shelf.articles.values()].map((article) => [article.data.id, article])),
    ids: new Map([...shelf.articles].map(([slug, { data }]) => [articlePath(slug), data.id])),
  };
}

/** The addresses and article ids in a text, as they stand there; what is not ours is sorted out later. */
export function findLinks(text: string, idPrefix: string): string[] {
  const links: string[] = [];
  const rest = text.replace(LINK, (link) => {
    links.push(
      link
        .replace(/:~:.*$/, '')
        .replace(/[\p{P}\p{S}]+$/u, (tail) => (tail.startsWith('/') ? '/' : '')),
    );
    return ' ';
  });
  const id = new RegExp(
    String.raw`(?<![\w-])${idPrefix}[- ]?[1-9]\d{3,}(?:#[a-z][a-z0-9-]*[a-z0-9])?(?![\w-])`,
    'gi',
  );
  return [...links, ...(rest.match(id) ?? [])];
}

/** Where a link leads; undefined for what is no link to an article of this site. */
export function findTarget(link: string, known: Known): Target | undefined {
  const { idPrefix } = known.site;
  const written = new RegExp(String.raw`^${idPrefix}([- ]?)(\d+)(?:#(.+))?$`, 'i');
  const [, gap, number = '', section] = written.exec(link) ?? [];
  if (gap !== undefined) {
    const id = `${idPrefix}-${number}`;
    // Others have such numbers too; only the hyphen makes it clear that this one is meant to be ours.
    if (gap !== '-' && !known.byId.has(id) && !known.ledger.has(id)) return undefined;
    return toTarget(id, section, known);
  }
  const found = toSitePath(link, known);
  if (found === undefined) return undefined;
  const { path, query, anchor, host, isOurs } = found;
  const permalink = /^\/k\/(\d+)\/$/i.exec(path)?.[1];
  const key =
    permalink === undefined
      ? (findKey(known.ledger, path, query) ?? path)
      : `${idPrefix}-${permalink}`;
  const isArticle = permalink !== undefined || /^\/articles\/[^/]+\/$/.test(path);
  const isKnown = known.addresses.has(key) || known.ledger.has(key);
  if (!isKnown && !(isOurs && isArticle)) return undefined;
  // What was imported from another site stood on its host; of other hosts nobody knows whose articles these are.
  if (!isOurs && isArticle) return { elsewhere: host };
  return toTarget(
    (known.addresses.has(key) ? known.ids.get(key) : undefined) ?? key,
    anchor,
    known,
  );
}

function toTarget(key: string, anchor: string | undefined, known: Known): Target | undefined {
  const { addresses, byId, ids, ledger } = known;
  if (!addresses.has(key)) {
    const to = ledger.get(key)?.to;
    if (to !== undefined) return toMoved(to, '', anchor, known);
    // Of the address without what all articles have in common.
    const slug = /^\/articles\/(.+)\/$/.exec(key)?.[1];
    const near = slug === undefined ? undefined : findNearest(slug, known.articles.keys());
    const use = near === undefined ? undefined : ids.get(articlePath(near));
    return { state: 'dead', ...(use !== undefined && { use: toAddress(use, known) }) };
  }
  const article = byId.get(key)?.data;
  // Topics, comparisons and terms are no articles; they are only named when they moved.
  if (article === undefined) return undefined;
  const { id, retired } = article;
  if (retired !== undefined) {
    const successor = ids.get(articlePath(retired.successor ?? ''));
    return { id, state: 'retired', ...(successor && { use: toAddress(successor, known) }) };
  }
  if (anchor === undefined || isOwnAnchor(anchor) || addresses.has(`${id}#${anchor}`))
    return { id };
  const to = ledger.get(`${id}#${anchor}`)?.to;
  if (to === undefined) {
    const near = findNearest(anchor, known.articles.get(byId.get(id)?.id ?? '')?.anchors ?? []);
    return { id, state: 'dead', use: toAddress(id, known, near) };
  }
  return { ...toMoved(to, id, undefined, known), id };
}

// Where a line of the ledger leads to, on the page `own` when it names none.
function toMoved(to: string, own: string, anchor: string | undefined, known: Known): Target {
  const { byId, ids, ledger } = known;
  const { base, anchor: section = anchor } = toParts(to);
  const page = base === '' ? own : base;
  const id = byId.has(page) ? page : ids.get(page);
  // The section may have moved since the page did.
  const next = ledger.get(`${id ?? page}#${section}`)?.to;
  if (next !== undefined && to !== next) return toMoved(next, id ?? page, undefined, known);
  return { ...(id && { id }), state: 'moved', use: toAddress(id ?? page, known, section) };
}

function toAddress(page: string, { site }: Known, anchor?: string): string {
  return (
    site.toUrl(isId(page) ? permalinkPath(page) : page) + (anchor === undefined ? '' : `#${anchor}`)
  );
}

// The path as the ledger has it. Ours is what has a host of the site, or no host at all.
function toSitePath(
  link: string,
  { site, hosts }: Known,
):
  | { path: string; query: string; anchor: string | undefined; host: string; isOurs: boolean }
  | undefined {
  const bare = /^(?:https?:\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(link);
  const [, host = '', encoded = '', query = '', fragment] = bare ?? [];
  const isOurs = host === '' || hosts.has(host.toLowerCase());
  const decoded = `${(decode(encoded) ?? encoded).replace(/\/(?:index\.html)?$/, '')}/`;
  const path = (isOurs ? site.toPath(decoded) : undefined) ?? (host === '' ? undefined : decoded);
  return path === undefined
    ? undefined
    : {
        path,
        query,
        anchor:
          fragment === undefined || fragment === '' ? undefined : (decode(fragment) ?? fragment),
        host: host.toLowerCase(),
        isOurs,
      };
}
