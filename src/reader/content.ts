import { isWholeComparison } from '#domain/checking/component.ts';
import { listShownErrors } from '#domain/checking/error.ts';
import { listReviews, type Review } from '#domain/checking/review.ts';
import { toErrorAnchor, toRowAnchor } from '#domain/linking/anchor.ts';
import { type Ledger, listAddresses, listPages } from '#domain/linking/ledger.ts';
import { sourcePath, termPath } from '#domain/linking/permalink.ts';
import type { DatedCitation } from '#domain/comparing/reference.ts';
import { toContents } from '#domain/topic.ts';
import type { Located, Place, Problem } from '#domain/problem.ts';
import type { Comparison } from '#schemas/comparison.ts';
import type { Term } from '#schemas/glossary.ts';
import type { Source } from '#schemas/source.ts';
import type { Outside } from '#schemas/outside.ts';
import type { Synonyms } from '#schemas/synonyms.ts';
import type { Topic } from '#schemas/topic.ts';
import type { ArticleRecord } from './article.ts';
import { listCitations } from './citations.ts';
import { type Reading, readAll } from './read.ts';

/** All content that can be read, and what follows from it. */
export interface Content {
  /** What it was made of. */
  reading: Reading;
  /** All articles by slug. */
  articles: ReadonlyMap<string, ArticleRecord>;
  /** Those that have a page, by slug: all but drafts. */
  published: ReadonlyMap<string, ArticleRecord>;
  /** The slug of each article that has a page, by its number. */
  slugs: ReadonlyMap<string, string>;
  /** All that each article cites, by slug. */
  citations: ReadonlyMap<string, readonly DatedCitation[]>;
  /** Those that readers get. */
  comparisons: ReadonlyMap<string, Comparison>;
  /** In the order of the site. */
  topics: Topic[];
  sources: ReadonlyMap<string, Source>;
  terms: Term[];
  synonyms: Synonyms[];
  outside: Outside[];
  ledger: Ledger;
  /** The place of a line of the ledger. */
  ledgerAt: (key: string) => Place;
  /** What is published and must stay reachable, as the ledger's keys. */
  addresses: Set<string>;
  /** Of these, sections whose words another one above them has, with the address of that. */
  repeats: Map<string, string>;
  /** Pages that need no line in the ledger. */
  pages: Set<string>;
  /** When each article, comparison, fact and source must be checked again. */
  reviews: Review[];
  /** What cannot be read, and is missing above. */
  problems: Problem[];
}

/** Reads everything below `content/`; `checkContent` finds what is wrong in it. */
export function readContent(root: string): Content {
  return toContent(readAll(root));
}

/** Finds out of a table, chooser or state machine whether readers get it: what belongs to a draft is one too. */
export function toIsShown({
  collections: { articles },
}: Reading): (entry: { data: { article: string } }) => boolean {
  const drafts = new Set(articles.entries.filter(({ isDraft }) => isDraft).map(({ id }) => id));
  return ({ data }) => !drafts.has(data.article);
}

function toContent(reading: Reading): Content {
  const { articles, topics, sources, terms, synonyms, outside } = reading.collections;
  const comparisons = reading.collections.comparisons.entries.filter(toIsShown(reading));
  const published = articles.entries.filter(({ isDraft }) => !isDraft);
  const citations = new Map(
    articles.entries.map(({ id, components }) => [
      id,
      listCitations(id, components, reading.collections),
    ]),
  );
  return {
    reading,
    articles: new Map(articles.entries.map((article) => [article.id, article])),
    published: new Map(published.map((article) => [article.id, article])),
    slugs: new Map(published.map(({ id, data }) => [data.id, id])),
    citations,
    comparisons: toMap(comparisons),
    topics: topics.entries.map(({ data }) => data),
    sources: toMap(sources.entries),
    terms: terms.entries.map(({ data }) => data),
    synonyms: synonyms.entries.map(({ data }) => data),
    outside: outside.entries.map(({ data }) => data),
    ledger: reading.ledger.ledger,
    ledgerAt: reading.ledger.at,
    addresses: toAddresses(reading, published, comparisons).difference(
      listBegun(reading, citations),
    ),
    repeats: new Map(
      published.flatMap(({ data: { id }, repeats }) =>
        [...repeats].map(([anchor, first]) => [`${id}#${anchor}`, `${id}#${first}`] as const),
      ),
    ),
    pages: listPages(reading.collections.pages.names.keys()),
    reviews: listReviews(articles.entries, comparisons, sources.entries),
    problems: reading.problems,
  };
}

// The terms and sources that only drafts use and nobody has recorded: they come with the first article that is published.
function listBegun({ collections, ledger }: Reading, citations: Content['citations']): Set<string> {
  const { articles, terms } = collections;
  const uses = (isDraft: boolean) =>
    new Set(
      articles.entries
        .filter((article) => article.isDraft === isDraft)
        .flatMap(({ id, components }) => [
          ...components.flatMap((use) => (use.name === 'Term' ? [termPath(use.props.id)] : [])),
          ...(citations.get(id) ?? []).map(({ source }) => sourcePath(source)),
          ...terms.entries.flatMap((term) => (term.data.article === id ? [termPath(term.id)] : [])),
        ]),
    );
  const begun = uses(true).difference(uses(false));
  return new Set([...begun].filter((path) => !ledger.ledger.has(path)));
}

function toAddresses(
  { collections: { errors, topics, terms, sources } }: Reading,
  published: readonly ArticleRecord[],
  comparisons: readonly Located<Comparison>[],
): Set<string> {
  const rows = new Map(
    comparisons.map(({ id, data }) => [
      id,
      data.groups.flatMap(({ criteria }) =>
        criteria.map((criterion) => toRowAnchor(id, criterion.id)),
      ),
    ]),
  );
  const messages = new Map(errors.entries.map(({ id, data }) => [id, data.errors]));
  const shown = new Map(
    published.map(({ id, components }) => [
      id,
      listShownErrors(components, messages.get(id) ?? []).map((error) => error.id),
    ]),
  );
  return listAddresses({
    articles: published.map(({ id, data, anchors, components }) => ({
      slug: id,
      id: data.id,
      anchors: [
        ...anchors,
        ...(shown.get(id) ?? []).map(toErrorAnchor),
        ...components.filter(isWholeComparison).flatMap(({ props }) => rows.get(props.id) ?? []),
      ],
    })),
    topics: toTopicAnchors(topics, published),
    comparisons: rows,
    terms: terms.names.keys(),
    sources: sources.names.keys(),
    errors: [...shown.values()].flat(),
  });
}

// A section is on the page when it has an article to read.
function toTopicAnchors(
  { names, entries }: Reading['collections']['topics'],
  published: readonly ArticleRecord[],
): Map<string, string[]> {
  const current = new Map(
    published.filter(({ data }) => data.retired === undefined).map((each) => [each.id, each]),
  );
  const anchors = new Map(
    entries.map(({ id, data }) => [
      id,
      toContents(data, (slug) => current.get(slug)).sections.map(({ section }) => section.id),
    ]),
  );
  return new Map([...names.keys()].map((id) => [id, anchors.get(id) ?? []]));
}

function toMap<T>(entries: readonly Located<T>[]): Map<string, T> {
  return new Map(entries.map(({ id, data }) => [id, data]));
}
