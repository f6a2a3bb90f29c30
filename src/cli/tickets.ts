import type { Row } from '#domain/csv.ts';
import { isId, type Ledger } from '#domain/linking/ledger.ts';
import { articlePath, permalinkPath } from '#domain/linking/permalink.ts';
import { RESERVED } from '#domain/linking/target.ts';
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

interface Target {
  /** The article that the link leads to. */
  id?: string;
  state?: Mend['state'];
  use?: string;
}

// A whole address, or a path with or without a host, up to what ends a link in Markdown, HTML and wikis.
const LINK =
  /(?:https?:\/\/|(?<=^|[\s"'<>()[\]{}|\\:=,;]))[^\s"'<>()[\]{}|\\:=,;/]*(?::\d+)?\/[^\s"'<>()[\]{}|\\]*/gi;

/** Counts the links in the rows of a CSV file, whose first row is its header. */
export function toTicketReport(
  [, ...tickets]: readonly Row[],
  shelf: Shelf,
  site: Site,
): TicketReport {
  const byId = new Map([...shelf.articles.values()].map((article) => [article.data.id, article]));
  const counts = new Map<string, number>();
  const mend = new Map<string, Mend>();
  let linking = 0;
  for (const { line, cells } of tickets) {
    const ids = new Set<string>();
    for (const link of new Set(cells.flatMap((text) => findLinks(text, site.idPrefix)))) {
      const target = resolve(link, shelf, byId, site);
      if (target?.id !== undefined) ids.add(target.id);
      if (target?.state === undefined) continue;
      const { state, use } = target;
      const known = mend.get(link) ?? {
        link,
        state,
        ...(use === undefined ? {} : { use }),
        tickets: 0,
        lines: [],
      };
      mend.set(link, { ...known, tickets: known.tickets + 1, lines: [...known.lines, line] });
    }
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    if (ids.size > 0) linking += 1;
  }
  const articles = [...byId.values()]
    .filter(({ isDraft }) => !isDraft)
    .map(({ data: { id, title, retired } }) => ({
      id,
      title,
      url: site.toUrl(permalinkPath(id)),
      tickets: counts.get(id) ?? 0,
      retired,
    }))
    .toSorted((a, b) => b.tickets - a.tickets || (a.id < b.id ? -1 : 1));
  return {
    tickets: tickets.length,
    linking,
    linked: articles
      .filter((article) => article.tickets > 0)
      .map(({ retired: _, ...article }) => article),
    mend: [...mend.values()].toSorted(
      (a, b) => b.tickets - a.tickets || (a.link < b.link ? -1 : 1),
    ),
    unlinked: articles
      .filter((article) => article.tickets === 0 && !article.retired)
      .map(({ id, title, url }) => ({ id, title, url })),
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

// Undefined for what is no link to an article of this site.
function resolve(
  link: string,
  shelf: Shelf,
  byId: ReadonlyMap<string, ArticleRecord>,
  site: Site,
): Target | undefined {
  const written = new RegExp(String.raw`^${site.idPrefix}([- ]?)(\d+)(?:#(.+))?$`, 'i').exec(link);
  if (written !== null) {
    const id = `${site.idPrefix}-${written[2]}`;
    // Others have such numbers too; only the hyphen makes it clear that this one is meant to be ours.
    if (written[1] !== '-' && !byId.has(id) && !shelf.ledger.has(id)) return undefined;
    return resolveKey(id, written[3], shelf, byId, site);
  }
  const found = toSitePath(link, site);
  if (found === undefined) return undefined;
  const { path, anchor, isOurs } = found;
  const permalink = /^\/k\/(\d+)\/$/i.exec(path)?.[1];
  const slug = /^\/articles\/([^/]+)\/$/.exec(path)?.[1];
  const key = permalink === undefined ? path : `${site.idPrefix}-${permalink}`;
  const isKnown = shelf.addresses.has(key) || shelf.ledger.has(key);
  if (!isKnown && (!isOurs || (permalink ?? slug) === undefined)) return undefined;
  return resolveKey(
    shelf.addresses.has(key) && slug !== undefined
      ? (shelf.articles.get(slug)?.data.id ?? key)
      : key,
    anchor,
    shelf,
    byId,
    site,
  );
}

function resolveKey(
  key: string,
  anchor: string | undefined,
  { addresses, ledger }: Shelf,
  byId: ReadonlyMap<string, ArticleRecord>,
  site: Site,
): Target | undefined {
  const toAddress = (page: string, section?: string) =>
    site.toUrl(isId(page) ? permalinkPath(page) : page) +
    (section === undefined ? '' : `#${section}`);
  if (!addresses.has(key)) {
    const to = ledger.get(key)?.to;
    if (to === undefined) return { state: 'dead' };
    const [page = '', section] = to.split('#');
    const id = toId(page, byId);
    return {
      ...(id === undefined ? {} : { id }),
      state: 'moved',
      use: toAddress(id ?? page, section ?? anchor),
    };
  }
  const article = byId.get(key)?.data;
  // Topics, comparisons and terms are no articles; they are only named when they moved.
  if (article === undefined) return undefined;
  const { id, retired } = article;
  if (retired !== undefined) {
    const successor =
      retired.successor === undefined ? undefined : toId(articlePath(retired.successor), byId);
    return {
      id,
      state: 'retired',
      ...(successor === undefined ? {} : { use: toAddress(successor) }),
    };
  }
  if (anchor === undefined || RESERVED.test(anchor) || addresses.has(`${id}#${anchor}`))
    return { id };
  const to = ledger.get(`${id}#${anchor}`)?.to;
  if (to === undefined) return { id, state: 'dead', use: toAddress(id) };
  const [page = '', section] = to.split('#');
  return {
    id,
    state: 'moved',
    use: toAddress(page === '' ? id : (toId(page, byId) ?? page), section),
  };
}

function toId(page: string, byId: ReadonlyMap<string, ArticleRecord>): string | undefined {
  return byId.has(page)
    ? page
    : [...byId].find(([, { id: slug }]) => articlePath(slug) === page)?.[0];
}

// The path as the ledger has it. Ours is what has the site's host, or no host at all; another host may be one that the site had before.
function toSitePath(
  link: string,
  site: Site,
): { path: string; anchor: string | undefined; isOurs: boolean } | undefined {
  const bare = /^(?:https?:\/\/)?([^/?#]*)([^?#]*)[^#]*(?:#(.*))?$/i.exec(link);
  const [, host = '', encoded = '', fragment] = bare ?? [];
  const isOurs = host === '' || host.toLowerCase() === new URL(site.url).host;
  const decoded = `${decode(encoded).replace(/\/(?:index\.html)?$/, '')}/`;
  const path =
    (isOurs ? site.toPath(decoded) : undefined) ?? (isOurs && host === '' ? undefined : decoded);
  return path === undefined
    ? undefined
    : {
        path,
        anchor: fragment === undefined || fragment === '' ? undefined : decode(fragment),
        isOurs,
      };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
