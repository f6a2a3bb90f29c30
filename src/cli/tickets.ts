import type { Row } from '#domain/csv.ts';
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

/** An article with the number of tickets that link to it, by any of its addresses. */
interface Linked {
  id: string;
  title: string;
  url: string;
  tickets: number;
}

/** A link in tickets that should be another one. */
interface Mend {
  link: string;
  /** `moved` still works, `retired` leads to an article that no longer holds, `dead` leads nowhere. */
  state: 'moved' | 'retired' | 'dead';
  /** The address to use instead, if there is one. */
  use?: string;
  tickets: number;
  /** The lines of the file on which these tickets start. */
  lines: number[];
}

/** What tickets say about the articles. */
export interface TicketReport {
  tickets: number;
  /** Tickets with a link to at least one article. */
  linking: number;
  linked: Linked[];
  mend: Mend[];
  unlinked: Omit<Linked, 'tickets'>[];
}

/** Where a link in a ticket leads. */
interface Target {
  /** The article that it leads to. */
  id?: string;
  state?: Mend['state'];
  use?: string;
}

interface Ticket {
  line: number;
  links: ReadonlyMap<string, Target>;
}

/** The site, and its articles by all that a link may name. */
interface Known extends Shelf {
  site: Site;
  byId: ReadonlyMap<string, ArticleRecord>;
  /** The id of an article by its path. */
  ids: ReadonlyMap<string, string>;
}

// A whole address, or a path with or without a host, up to what ends a link in Markdown, HTML and wikis.
const LINK =
  /(?:https?:\/\/|(?<=^|[\s"'<>()[\]{}|\\:=,;]))[^\s"'<>()[\]{}|\\:=,;/]*(?::\d+)?\/[^\s"'<>()[\]{}|\\]*/gi;

/** Counts the links in the rows of a CSV file, whose first row is its header. */
export function toTicketReport(
  [, ...rows]: readonly Row[],
  shelf: Shelf,
  site: Site,
): TicketReport {
  const known: Known = {
    ...shelf,
    site,
    byId: new Map([...shelf.articles.values()].map((article) => [article.data.id, article])),
    ids: new Map([...shelf.articles].map(([slug, { data }]) => [articlePath(slug), data.id])),
  };
  const tickets = rows.map((row) => readTicket(row, known));
  const counts = countArticles(tickets);
  const articles = [...known.byId.values()]
    .filter(({ isDraft }) => !isDraft)
    .map(({ data: { id, title, retired } }) => ({
      article: { id, title, url: site.toUrl(permalinkPath(id)) },
      tickets: counts.get(id) ?? 0,
      retired,
    }))
    .toSorted((a, b) => b.tickets - a.tickets || (a.article.id < b.article.id ? -1 : 1));
  return {
    tickets: tickets.length,
    linking: tickets.filter(({ links }) => links.values().some(({ id }) => id !== undefined))
      .length,
    linked: articles
      .filter((entry) => entry.tickets > 0)
      .map((entry) => ({ ...entry.article, tickets: entry.tickets })),
    mend: listMends(tickets),
    unlinked: articles
      .filter((entry) => entry.tickets === 0 && !entry.retired)
      .map(({ article }) => article),
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

function readTicket({ line, cells }: Row, known: Known): Ticket {
  const links = [...new Set(cells.flatMap((text) => findLinks(text, known.site.idPrefix)))].flatMap(
    (link) => {
      const target = findTarget(link, known);
      return target === undefined ? [] : [[link, target] as const];
    },
  );
  return { line, links: new Map(links) };
}

// Each article once for a ticket, whatever the ticket calls it.
function countArticles(tickets: readonly Ticket[]): Map<string, number> {
  const named = tickets.flatMap(({ links }) => [
    ...new Set(links.values().flatMap(({ id }) => (id === undefined ? [] : [id]))),
  ]);
  return new Map([...Map.groupBy(named, (id) => id)].map(([id, times]) => [id, times.length]));
}

function listMends(tickets: readonly Ticket[]): Mend[] {
  const found = tickets.flatMap(({ line, links }) =>
    [...links].flatMap(([link, { state, use }]) =>
      state === undefined ? [] : [{ line, mend: { link, state, ...(use && { use }) } }],
    ),
  );
  return [...Map.groupBy(found, ({ mend }) => mend.link).values()]
    .flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      const lines = [first, ...more].map(({ line }) => line);
      return [{ ...first.mend, tickets: lines.length, lines }];
    })
    .toSorted((a, b) => b.tickets - a.tickets || (a.link < b.link ? -1 : 1));
}

// Undefined for what is no link to an article of this site.
function findTarget(link: string, known: Known): Target | undefined {
  const { idPrefix } = known.site;
  const written = new RegExp(String.raw`^${idPrefix}([- ]?)(\d+)(?:#(.+))?$`, 'i');
  const [, gap, number = '', section] = written.exec(link) ?? [];
  if (gap !== undefined) {
    const id = `${idPrefix}-${number}`;
    // Others have such numbers too; only the hyphen makes it clear that this one is meant to be ours.
    if (gap !== '-' && !known.byId.has(id) && !known.ledger.has(id)) return undefined;
    return toTarget(id, section, known);
  }
  const found = toSitePath(link, known.site);
  if (found === undefined) return undefined;
  const { path, query, anchor, isOurs } = found;
  const permalink = /^\/k\/(\d+)\/$/i.exec(path)?.[1];
  const key =
    permalink === undefined
      ? (findKey(known.ledger, path, query) ?? path)
      : `${idPrefix}-${permalink}`;
  const isArticle = permalink !== undefined || /^\/articles\/[^/]+\/$/.test(path);
  const isKnown = known.addresses.has(key) || known.ledger.has(key);
  if (!isKnown && !(isOurs && isArticle)) return undefined;
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
  if (to === undefined) return { id, state: 'dead', use: toAddress(id, known) };
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

// The path as the ledger has it. Ours is what has the site's host, or no host at all; another host may be one that the site had before.
function toSitePath(
  link: string,
  site: Site,
): { path: string; query: string; anchor: string | undefined; isOurs: boolean } | undefined {
  const bare = /^(?:https?:\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(link);
  const [, host = '', encoded = '', query = '', fragment] = bare ?? [];
  const isOurs = host === '' || host.toLowerCase() === new URL(site.url).host;
  const decoded = `${(decode(encoded) ?? encoded).replace(/\/(?:index\.html)?$/, '')}/`;
  const path =
    (isOurs ? site.toPath(decoded) : undefined) ?? (isOurs && host === '' ? undefined : decoded);
  return path === undefined
    ? undefined
    : {
        path,
        query,
        anchor:
          fragment === undefined || fragment === '' ? undefined : (decode(fragment) ?? fragment),
        isOurs,
      };
}
