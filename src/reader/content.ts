import { toRowAnchor } from '#domain/linking/anchor.ts';
import { checkArticles, checkTopics } from '#domain/checking/article.ts';
import { checkChooser } from '#domain/chooser.ts';
import { checkComparison } from '#domain/checking/comparison.ts';
import { checkTodos } from '#domain/checking/draft.ts';
import { type Ledger, listAddresses } from '#domain/linking/ledger.ts';
import { checkGone, checkLedger } from '#domain/linking/record.ts';
import { checkPlacements } from '#domain/checking/placement.ts';
import { checkMachine } from '#domain/checking/machine.ts';
import { checkOldAnchors } from '#domain/linking/moved.ts';
import { checkReviews, type Located, type Place, type Problem, suggest } from '#domain/problem.ts';
import { listReviews, type Review } from '#domain/checking/review.ts';
import { checkSources, checkTerms } from '#domain/checking/source.ts';
import { checkSynonyms } from '#domain/checking/synonyms.ts';
import type { Site } from '#domain/site.ts';
import { checkTargets } from '#domain/linking/target.ts';
import { checkComponents, isWholeComparison } from '#domain/checking/component.ts';
import { chooserSchema } from '#schemas/chooser.ts';
import type { Article } from '#schemas/article.ts';
import { type Comparison, comparisonSchema } from '#schemas/comparison.ts';
import { type Term, termSchema } from '#schemas/glossary.ts';
import { machineSchema } from '#schemas/machine.ts';
import { type Source, sourceSchema } from '#schemas/source.ts';
import { type Synonyms, synonymsSchema } from '#schemas/synonyms.ts';
import { type Topic, topicSchema } from '#schemas/topic.ts';
import { type ArticleFile, parseArticle } from './article.ts';
import type { Link } from './body.ts';
import { checkName, listFiles, readFolder, readList, toId } from './collection.ts';
import { readLedger } from './ledger.ts';
import { readText } from './text.ts';
import { checkUnknownFiles } from './unknown-files.ts';

/** All content as it stands in its files, with everything that is wrong in it. */
export interface Content {
  /** What is published and must stay reachable, as the ledger's keys. */
  addresses: Set<string>;
  ledger: Ledger;
  /** The place of a line of the ledger. */
  ledgerAt: (key: string) => Place;
  /** The id of each article that is not a draft, by slug. */
  articleIds: Map<string, string>;
  /** The file of each article, by slug. */
  articleFiles: Map<string, string>;
  /** The addresses that each article names, with their places, by slug. */
  articleLinks: Map<string, Link[]>;
  /** The frontmatter of each article, drafts included, by slug. */
  articles: Map<string, Article>;
  comparisons: Comparison[];
  /** The comparisons again, by id. */
  comparisonsById: Map<string, Comparison>;
  /** In the order of the site. */
  topics: Topic[];
  sources: Map<string, Source>;
  terms: Term[];
  synonyms: Synonyms[];
  problems: Problem[];
  /** What does not stop a build: reviews that are due. */
  warnings: Problem[];
  /** When each article, comparison, fact and source must be checked again. */
  reviews: Review[];
  /** What `npm run links` mends: differences between the content and the ledger. */
  ledgerProblems: Problem[];
}

/** Reads and checks everything below `content/` of a site; `today` is `YYYY-MM-DD`. */
export function readContent(
  root: string,
  today: string,
  { idPrefix, roles }: Pick<Site, 'idPrefix' | 'roles'>,
): Content {
  const problems: Problem[] = checkUnknownFiles(root);
  const files = listFiles(root, 'content/articles/**/[!_]*.{md,mdx}').map((file) => ({
    file,
    id: toId(file),
    article: readArticle(root, file),
  }));
  const articles = files.flatMap(({ file, id, article }) => {
    problems.push(...article.problems, ...checkName(file));
    if (article.data === undefined) return [];
    problems.push(...checkTodos(article.data, article.anchors, article.at));
    return [{ id, data: article.data, at: article.at }];
  });
  const comparisons = readFolder(root, 'content/comparisons', comparisonSchema);
  const choosers = readFolder(root, 'content/choosers', chooserSchema);
  const machines = readFolder(root, 'content/machines', machineSchema);
  const topics = readList(root, 'content/topics.yaml', topicSchema);
  const terms = readList(root, 'content/glossary.yaml', termSchema);
  const sources = readList(root, 'content/sources.yaml', sourceSchema);
  const synonyms = readList(root, 'content/synonyms.yaml', synonymsSchema);
  // What has a name exists, even when its data is wrong: one fault makes one problem.
  const known = {
    articles: new Set(files.map(({ id }) => id)),
    topics: topics.names,
    comparisons: toMap(comparisons.entries),
    comparisonNames: comparisons.names,
    choosers: choosers.names,
    machines: machines.names,
    terms: terms.names,
    sources: sources.names,
    roles: new Set(roles),
    today,
  };
  const rows = new Map(
    comparisons.entries.map(({ id, data }) => [
      id,
      data.groups.flatMap((group) => group.criteria.map((criterion) => criterion.id)),
    ]),
  );
  const evidence = new Set(
    [...rows].flatMap(([id, criteria]) => criteria.map((criterion) => `${id}#${criterion}`)),
  );
  const { ledger, at, problems: unreadable } = readLedger(root);
  // What is wrong within an article may hide what it shows.
  const homes = new Map(
    files.flatMap(({ id, article: { data, components, problems: own } }) =>
      data === undefined || own.length > 0
        ? []
        : [[id, { isDraft: data.status === 'draft', components }] as const],
    ),
  );
  const readable = new Map(
    files.flatMap(({ id, article: { data, anchors } }) =>
      data === undefined
        ? []
        : [[id, { id: data.id, isDraft: data.status === 'draft', anchors }] as const],
    ),
  );
  problems.push(
    ...unreadable,
    ...checkGone(ledger, at, today),
    ...comparisons.problems,
    ...choosers.problems,
    ...machines.problems,
    ...topics.problems,
    ...terms.problems,
    ...sources.problems,
    ...synonyms.problems,
    ...checkArticles(articles, { ...known, recorded: ledger.keys(), idPrefix }, today),
    ...checkTopics(topics.entries, toMap(articles), known.articles),
    ...comparisons.entries.flatMap((comparison) => checkComparison(comparison, known)),
    ...choosers.entries.flatMap((chooser) => checkChooser(chooser, { ...known, rows: evidence })),
    ...machines.entries.flatMap((machine) => checkMachine(machine, known)),
    ...checkPlacements(comparisons.entries, ['Comparison'], homes),
    ...checkPlacements(choosers.entries, ['Chooser'], homes),
    ...checkPlacements(machines.entries, ['StateTable', 'StateDiagram'], homes),
    ...checkTerms(terms.entries, known.articles),
    ...checkSources(sources.entries, today),
    ...checkSynonyms(synonyms.entries),
    ...files.flatMap(({ id, article }) => checkComponents(id, article.components, known)),
    ...checkTargets(
      files.map(({ id, article }) => ({ slug: id, links: article.links })),
      { ...known, readable, ledger },
    ),
    ...files.flatMap(({ article }) => checkImages(root, article.links)),
  );
  const toRowAnchors = (id: string) =>
    (rows.get(id) ?? []).map((criterion) => toRowAnchor(id, criterion));
  const addresses = listAddresses({
    articles: files.flatMap(({ id, article: { data, anchors, components } }) => {
      if (data === undefined || data.status === 'draft') return [];
      return [
        {
          slug: id,
          id: data.id,
          anchors: [
            ...anchors,
            ...components.filter(isWholeComparison).flatMap(({ props }) => toRowAnchors(props.id)),
          ],
        },
      ];
    }),
    topics: known.topics.keys(),
    comparisons: new Map([...rows.keys()].map((id) => [id, toRowAnchors(id)])),
    terms: known.terms.keys(),
    sources: known.sources.keys(),
  });
  const articleIds = new Map(
    articles.filter(({ data }) => data.status !== 'draft').map(({ id, data }) => [id, data.id]),
  );
  const slugs = toSlugs(articleIds);
  return {
    addresses,
    ledger,
    ledgerAt: at,
    articleIds,
    articleFiles: new Map(files.map(({ id, file }) => [id, file])),
    articleLinks: new Map(files.map(({ id, article }) => [id, article.links])),
    articles: toMap(articles),
    comparisons: comparisons.entries.map(({ data }) => data),
    comparisonsById: known.comparisons,
    topics: topics.entries.map(({ data }) => data),
    sources: toMap(sources.entries),
    terms: terms.entries.map(({ data }) => data),
    synonyms: synonyms.entries.map(({ data }) => data),
    problems,
    reviews: listReviews(articles, comparisons.entries, sources.entries),
    // Nobody reviews what is retired.
    warnings: checkReviews(
      [...articles.filter(({ data }) => data.retired === undefined), ...comparisons.entries],
      today,
    ),
    // With half the content unreadable, every address of it would be reported as lost.
    ledgerProblems:
      problems.length > 0
        ? []
        : [
            ...checkLedger(ledger, addresses, at, slugs),
            ...checkOldAnchors(ledger, slugs, addresses, at),
          ],
  };
}

// While developing, everything is read again after each edit, and nearly all of it is as it was.
const parsed = new Map<string, { text: string; article: ArticleFile }>();

function readArticle(root: string, file: string): ArticleFile {
  const { text, problems } = readText(root, file);
  if (text === undefined)
    return {
      data: undefined,
      at: () => ({ file }),
      anchors: [],
      components: [],
      links: [],
      problems,
    };
  const last = parsed.get(file);
  if (last?.text === text) return last.article;
  const article = parseArticle(text, file);
  parsed.set(file, { text, article });
  return article;
}

// A picture is a file of public/, which is copied as it is.
function checkImages(root: string, links: readonly Link[]): Problem[] {
  const images = links.filter(({ use }) => use === 'image');
  if (images.length === 0) return [];
  const files = listFiles(root, 'public/**/*.*').map((file) => file.replace('public', ''));
  return images
    .filter(({ href }) => !files.includes(decodeURIComponent(href.replace(/[?#].*/, ''))))
    .map(({ href, use: _use, ...place }) => ({
      ...place,
      code: 'broken-image' as const,
      message: `broken image ${href}: there is no such file in public/`,
      hint: suggest(href, files) ?? 'Put it there; addresses of images begin at its root.',
    }));
}

/** The slug of each article by its id. */
export function toSlugs(articleIds: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...articleIds].map(([slug, id]) => [id, slug]));
}

function toMap<T>(entries: readonly Located<T>[]): Map<string, T> {
  return new Map(entries.map(({ id, data }) => [id, data]));
}
