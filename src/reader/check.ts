import { checkRequired, checkTitles } from '#domain/checking/article.ts';
import { checkTodos, checkUnwritten } from '#domain/checking/draft.ts';
import { checkComponents } from '#domain/checking/component.ts';
import { checkRetired } from '#domain/checking/retired.ts';
import { checkReviews } from '#domain/checking/review.ts';
import type { Ledger } from '#domain/linking/ledger.ts';
import { articlePath } from '#domain/linking/permalink.ts';
import { findRenamed } from '#domain/linking/lost.ts';
import { checkGone, checkLedger } from '#domain/linking/record.ts';
import { checkOldAnchors } from '#domain/linking/moved.ts';
import { checkTargets } from '#domain/linking/target.ts';
import { anything, type Names, type Problem } from '#domain/problem.ts';
import type { Site } from '#domain/site.ts';
import type { Comparison } from '#schemas/comparison.ts';
import type { ErrorMessages } from '#schemas/error.ts';
import { checkAssets, checkUnused } from './assets.ts';
import type { Body } from './body.ts';
import {
  type Check,
  type CollectionName,
  collectionNames,
  collections,
  type Entries,
  type Known,
} from './collections.ts';
import type { Content } from './content.ts';
import type { Collection } from './entries.ts';
import type { EachCollection, Reading } from './read.ts';

/** What is to be said about a content. */
export interface Findings {
  /** What an author must mend. */
  problems: Problem[];
  /** What `npm run links` mends: differences between the content and the ledger. */
  ledgerProblems: Problem[];
  /** What does not stop a build: long titles, images without a text or a use, and reviews that are due. */
  warnings: Problem[];
}

/** Finds everything that is wrong in the content of a site; `today` is `YYYY-MM-DD`. */
export function checkContent(
  {
    reading,
    slugs,
    addresses,
    repeats,
    pages,
    published,
    comparisons: shown,
    citations,
    reviews,
  }: Content,
  today: string,
  { idPrefix, roles, requires }: Pick<Site, 'idPrefix' | 'roles' | 'requires'>,
): Findings {
  const { articles, comparisons, topics } = reading.collections;
  const texts = [...articles.files, ...reading.collections.pages.files];
  const { ledger, at } = reading.ledger;
  const known = { ...toKnown(reading, shown, slugs), today, idPrefix, roles: new Set(roles) };
  const unreadable = new Set(
    reading.problems.flatMap(({ code, file }) => (code === 'broken-mdx' ? [file] : [])),
  );
  const problems = [
    ...reading.problems,
    ...checkGone(ledger, at, today),
    ...checkEach(reading, known),
    // What a text cites is not known before it can be read.
    ...checkRequired([...published.values()], citations, requires).filter(
      ({ code, file }) => code !== 'missing-sources' || !unreadable.has(file),
    ),
    ...[
      ...comparisons.entries.filter(({ id }) => shown.has(id)),
      ...reading.collections.terms.entries,
      ...reading.collections.sources.entries,
    ].flatMap((entry) => checkUnwritten(entry)),
    ...checkTexts(reading, known),
  ];
  return {
    problems,
    // With half the content unreadable, every address of it would be reported as lost.
    ledgerProblems:
      problems.length > 0
        ? []
        : [
            ...checkLedger(ledger, { addresses, repeats, pages, slugs }, at),
            ...checkOldAnchors(ledger, slugs, addresses, at),
          ],
    warnings: [
      ...checkRetired(texts, articles.entries, reading.collections.terms.entries),
      ...checkTitles(articles.entries, topics.entries),
      ...texts.flatMap(checkUntold),
      ...checkUnused(reading.root, texts),
      ...checkReviews(reviews, today),
    ],
  };
}

// What has a name exists, even when its data is wrong: one fault makes one problem.
function toKnown(
  { collections: all, ledger }: Reading,
  shown: Content['comparisons'],
  slugs: Content['slugs'],
): Omit<Known, 'today' | 'idPrefix' | 'roles'> {
  return {
    articles: {
      has: (slug) => all.articles.names.has(slug),
      keys: () => all.articles.names.keys(),
      explain: (slug) => explainLost(slug, ledger.ledger, slugs),
    },
    readable: new Map(all.articles.entries.map(({ id, data }) => [id, data])),
    homes: new Map(
      all.articles.entries
        .filter(({ problems }) => problems.length === 0)
        .map((article) => [article.id, article]),
    ),
    comparisons: new Map(all.comparisons.entries.map(({ id, data }) => [id, data])),
    comparisonNames: all.comparisons.names,
    draftComparisons: new Set(
      all.comparisons.entries.map(({ id }) => id).filter((id) => !shown.has(id)),
    ),
    rows: toRows(all.comparisons),
    proofs: new Map(all.proofs.entries.map(({ id, data }) => [id, data])),
    proofFiles: all.proofs.names,
    shell: new Map(
      all.articles.entries
        .filter(({ isDraft, problems }) => !isDraft && problems.length === 0)
        .map(({ id, shell }) => [id, shell]),
    ),
    topics: all.topics.names,
    choosers: all.choosers.names,
    machines: all.machines.names,
    errors: toErrorNames(all.errors),
    terms: all.terms.names,
    sources: all.sources.names,
    ledger: ledger.ledger,
  };
}

// What was published stays: a file that is renamed or deleted by hand leaves links that lead nowhere.
function explainLost(slug: string, ledger: Ledger, slugs: Content['slugs']): string | undefined {
  const entry = ledger.get(articlePath(slug));
  if (entry === undefined || entry.to !== undefined || entry.gone !== undefined) return undefined;
  const renamed = slugs.get(findRenamed(ledger, slugs) ?? '');
  if (renamed !== undefined)
    return `It is ${renamed} now, as it seems: npm run move -- ${slug} ${renamed} writes what names it.`;
  return `It was published. Bring its file back; then npm run move -- ${slug} new-slug renames it, and npm run retire -- ${slug} --to other ends it.`;
}

function toRows({ entries, names }: Collection<Comparison>): Names {
  const read = new Set(entries.map(({ id }) => id));
  const rows = new Set(
    entries.flatMap(({ id, data }) =>
      data.groups.flatMap(({ criteria }) => criteria.map((criterion) => `${id}#${criterion.id}`)),
    ),
  );
  const isUnreadable = (id: string) => names.has(id) && !read.has(id);
  return {
    has: (row) => rows.has(row) || isUnreadable(row.split('#')[0] ?? ''),
    keys: () => rows.keys(),
  };
}

function toErrorNames({ entries, names }: Collection<ErrorMessages>): Map<string, Names> {
  const read = new Map(
    entries.map(({ id, data }) => [id, new Set(data.errors.map((error) => error.id))]),
  );
  return new Map([...names.keys()].map((slug) => [slug, read.get(slug) ?? anything]));
}

function checkEach({ collections: all }: Reading, known: Known): Problem[] {
  const each: EachCollection = all;
  const checks: { [Name in CollectionName]: { check: Check<Entries[Name]> } } = collections;
  const check = <Name extends CollectionName>(name: Name) =>
    checks[name].check(each[name].entries, known);
  return collectionNames.flatMap((name) => check(name));
}

// Texts are checked whether or not their frontmatter can be read.
function checkTexts({ root, collections: { articles, pages } }: Reading, known: Known): Problem[] {
  const { files, entries } = articles;
  const texts = [...files, ...pages.files];
  const readable = new Map(
    entries.map(({ id, data, isDraft, anchors }) => [id, { id: data.id, isDraft, anchors }]),
  );
  const isDraft = (slug: string) => readable.get(slug)?.isDraft === true;
  return [
    ...entries
      .filter(({ id }) => !isDraft(id))
      .flatMap(({ data, anchors, at }) => checkTodos(data, anchors, at)),
    ...files.flatMap(({ id, components }) =>
      checkComponents({ slug: id, isDraft: isDraft(id) }, components, known),
    ),
    ...checkTargets(
      texts.map(({ id, links }) => ({ slug: id, links })),
      { ...known, readable },
    ),
    ...checkAssets(root, texts),
  ];
}

// Of each text one: whoever takes over old texts has many of them.
function checkUntold({ untold }: Body): Problem[] {
  const [first, ...others] = untold;
  if (first === undefined) return [];
  const lines = [...new Set(others.map(({ line }) => line))].join(', ');
  return [
    {
      ...first,
      code: 'missing-alt-text',
      message: `an image without a text${others.length > 0 ? `, and ${others.length} more on line ${lines}` : ''}`,
      hint: 'Write in the brackets what it shows, for readers who cannot see it. If it is for its looks alone, say so: ![](line.png "decorative").',
    },
  ];
}
