import type { Row } from '#domain/csv.ts';
import { permalinkPath } from '#domain/linking/permalink.ts';
import { compare } from '#domain/order.ts';
import type { Site } from '#domain/site.ts';
import type { Topic } from '#schemas/topic.ts';
import { readTickets, type Ticket } from './ticket-columns.ts';
import { findLinks, findTarget, type Shelf, type Target, toKnown } from './ticket-links.ts';

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
  state: NonNullable<Target['state']>;
  /** The address to use instead, if there is one. */
  use?: string;
  tickets: number;
  /** The numbers of these tickets, or the lines on which they start. */
  where: string[];
}

/** What tickets say about the articles. */
export interface TicketReport {
  tickets: number;
  /** Tickets with a link to at least one article. */
  linking: number;
  /** The same by month, the first one first; none when no column has dates. */
  months: { month: string; tickets: number; linking: number }[];
  /** Tickets with a link to an article of the topic. */
  topics: { id: string; title: string; tickets: number }[];
  linked: Linked[];
  mend: Mend[];
  /** Other hosts with articles at addresses of the same form, which are not counted. */
  elsewhere: { host: string; tickets: number }[];
  /** Articles that would have fitted tickets without a link; left out when they are not looked for. */
  fitting?: (Linked & { where: string[] })[];
  /** Tickets without a link that no article answers, with how they begin; left out when it is not looked for. */
  unanswered?: { where: string; text: string }[];
  unlinked: Omit<Linked, 'tickets'>[];
}

/** Finds the id of the article that answers the text of a ticket; none when no article does. */
export type Suggest = (text: string) => Promise<string | undefined>;

/** How the links in tickets are counted. */
export interface Options {
  /** Hosts that the site had before. */
  hosts?: readonly string[];
  suggest?: Suggest | undefined;
}

interface Read extends Ticket {
  links: ReadonlyMap<string, Target>;
  /** The articles that it links to. */
  ids: ReadonlySet<string>;
}

/** Counts the links in the rows of a CSV file, whose first row is its header. */
export async function toTicketReport(
  rows: readonly Row[],
  shelf: Shelf & { topics: readonly Topic[] },
  site: Site,
  { hosts = [], suggest }: Options = {},
): Promise<TicketReport> {
  const known = toKnown(shelf, site, hosts);
  const tickets = readTickets(rows).map((ticket): Read => {
    const written = ticket.cells.flatMap((text) => findLinks(text, site.idPrefix));
    const links = new Map(
      [...new Set(written)].flatMap((link) => {
        const target = findTarget(link, known);
        return target === undefined ? [] : [[link, target] as const];
      }),
    );
    const ids = links.values().flatMap(({ id }) => (id === undefined ? [] : [id]));
    return { ...ticket, links, ids: new Set(ids) };
  });
  // Each article once for a ticket, whatever the ticket calls it.
  const counts = countEach(tickets.flatMap(({ ids }) => [...ids]));
  const toLinked = ({ data: { id, title } }: { data: { id: string; title: string } }) => ({
    ...{ id, title, url: site.toUrl(permalinkPath(id)), tickets: counts.get(id) ?? 0 },
  });
  const articles = [...known.byId.values()]
    .filter(({ isDraft }) => !isDraft)
    .map((article) => ({ ...toLinked(article), isRetired: article.data.retired !== undefined }))
    .toSorted((a, b) => b.tickets - a.tickets || compare(a.id, b.id));
  const isLinking = ({ ids }: Read) => ids.size > 0;
  return {
    tickets: tickets.length,
    linking: tickets.filter(isLinking).length,
    months: [...Map.groupBy(tickets, ({ month }) => month)]
      .flatMap(([month, own]) =>
        month === undefined
          ? []
          : [{ month, tickets: own.length, linking: own.filter(isLinking).length }],
      )
      .toSorted((a, b) => compare(a.month, b.month)),
    topics: shelf.topics
      .map(({ id, title }) => ({
        ...{ id, title },
        tickets: tickets.filter(({ ids }) =>
          ids.values().some((own) => known.byId.get(own)?.data.topic === id),
        ).length,
      }))
      .toSorted((a, b) => b.tickets - a.tickets),
    linked: articles
      .filter((article) => article.tickets > 0)
      .map(({ isRetired: _, ...article }) => article),
    mend: listMends(tickets),
    elsewhere: [
      ...countEach(
        tickets.flatMap(({ links }) => [
          ...new Set(
            links.values().flatMap(({ elsewhere }) => (elsewhere === undefined ? [] : [elsewhere])),
          ),
        ]),
      ),
    ].map(([host, number]) => ({ host, tickets: number })),
    ...(suggest && (await listFitting(tickets, suggest, (id) => known.byId.get(id), toLinked))),
    unlinked: articles
      .filter(({ tickets: number, isRetired }) => number === 0 && !isRetired)
      .map(({ id, title, url }) => ({ id, title, url })),
  };
}

function listMends(tickets: readonly Read[]): Mend[] {
  const found = tickets.flatMap(({ name, links }) =>
    [...links].flatMap(([link, { state, use }]) =>
      state === undefined ? [] : [{ name, mend: { link, state, ...(use && { use }) } }],
    ),
  );
  return [...Map.groupBy(found, ({ mend }) => mend.link).values()]
    .flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      const where = [first, ...more].map(({ name }) => name);
      return [{ ...first.mend, tickets: where.length, where }];
    })
    .toSorted((a, b) => b.tickets - a.tickets || compare(a.link, b.link));
}

// Of tickets that link to no article at all, not even by a dead link.
async function listFitting<T extends object>(
  tickets: readonly Read[],
  suggest: Suggest,
  find: (id: string) => T | undefined,
  toLinked: (article: T) => Linked,
): Promise<Required<Pick<TicketReport, 'fitting' | 'unanswered'>>> {
  const fitting = new Map<string, string[]>();
  const unanswered: TicketReport['unanswered'] = [];
  for (const { name, text, links } of tickets) {
    if (links.size > 0 || text.trim() === '') continue;
    const id = await suggest(text);
    if (id === undefined)
      unanswered.push({ where: name, text: text.replace(/\s+/g, ' ').trim().slice(0, 70) });
    else fitting.set(id, [...(fitting.get(id) ?? []), name]);
  }
  return {
    fitting: [...fitting]
      .flatMap(([id, where]) => {
        const article = find(id);
        return article === undefined
          ? []
          : [{ ...toLinked(article), tickets: where.length, where }];
      })
      .toSorted((a, b) => b.tickets - a.tickets || compare(a.id, b.id)),
    unanswered,
  };
}

function countEach(words: readonly string[]): Map<string, number> {
  return new Map([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}
