import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { z } from 'astro/zod';
import { toRowAnchor } from '../domain/anchor.ts';
import { checkArticles, checkTopics } from '../domain/article.ts';
import { checkComparison } from '../domain/comparison.ts';
import { checkLedger, type Ledger, listAddresses } from '../domain/ledger.ts';
import { anything, findOverdue, type Located, type Names, type Problem } from '../domain/problem.ts';
import { checkSources, checkTerms } from '../domain/source.ts';
import { checkWords } from '../domain/word.ts';
import { comparisonSchema } from '../schemas/comparison.ts';
import { termSchema } from '../schemas/glossary.ts';
import { sourceSchema } from '../schemas/source.ts';
import { slug as slugSchema } from '../schemas/text.ts';
import { topicSchema } from '../schemas/topic.ts';
import { parseArticle } from './article.ts';
import { readLedger } from './ledger.ts';
import { parseData } from './schema.ts';
import { parseYaml } from './yaml.ts';

/** All content as it stands in its files, with everything that is wrong in it. */
export interface Content {
  /** What is published and must stay reachable, as the ledger's keys. */
  addresses: Set<string>;
  ledger: Ledger;
  /** The id of each article that is not a draft, by slug. */
  articleIds: Map<string, string>;
  /** The file of each article, by slug. */
  articleFiles: Map<string, string>;
  problems: Problem[];
  /** What does not stop a build: reviews that are due. */
  warnings: Problem[];
  /** What `npm run links` mends: differences between the content and the ledger. */
  ledgerProblems: Problem[];
}

/** Reads and checks everything below `content/`; `today` is `YYYY-MM-DD`. */
export function readContent(root: string, today: string): Content {
  const problems: Problem[] = [];
  const take = <T>(result: { data?: T; problems: Problem[] }): T | undefined => {
    problems.push(...result.problems);
    return result.data;
  };
  const files = list(root, 'content/articles/**/[!_]*.{md,mdx}').map((file) => ({
    file,
    id: toId(file),
    article: parseArticle(read(root, file), file),
  }));
  const articles = files.flatMap(({ file, id, article }) => {
    problems.push(...article.problems, ...checkName(id, file));
    return article.data === undefined ? [] : [{ id, data: article.data, at: article.at }];
  });
  const tables = list(root, 'content/comparisons/*.yaml');
  const comparisons = tables.flatMap((file) => {
    const id = toId(file);
    const yaml = parseYaml(read(root, file), file);
    problems.push(...checkName(id, file));
    const data = take(yaml.problems.length > 0 ? { problems: yaml.problems } : parseData(comparisonSchema, yaml.data, yaml.at));
    return data === undefined ? [] : [{ id, data, at: yaml.at }];
  });
  const topics = readList(root, 'content/topics.yaml', topicSchema);
  const terms = readList(root, 'content/glossary.yaml', termSchema);
  const sources = readList(root, 'content/sources.yaml', sourceSchema);
  // What has a name exists, even when its data is wrong: one fault makes one problem.
  const known = {
    articles: new Set(files.map(({ id }) => id)),
    topics: topics.names,
    comparisons: toMap(comparisons),
    comparisonNames: new Set(tables.map(toId)),
    terms: terms.names,
    sources: sources.names,
    today,
  };
  const { ledger, at, problems: unreadable } = readLedger(root);
  problems.push(
    ...unreadable,
    ...topics.problems,
    ...terms.problems,
    ...sources.problems,
    ...checkArticles(articles, known, today),
    ...checkTopics(topics.entries, toMap(articles), known.articles),
    ...comparisons.flatMap((comparison) => checkComparison(comparison, known)),
    ...checkTerms(terms.entries, known.articles),
    ...checkSources(sources.entries, today),
    ...files.flatMap(({ id, article }) => checkWords(id, article.words, known)),
  );
  const rows = new Map(
    comparisons.map(({ id, data }) => [
      id,
      data.groups.flatMap((group) => group.criteria.map((criterion) => toRowAnchor(id, criterion.id))),
    ]),
  );
  const addresses = listAddresses({
    articles: files.flatMap(({ id, article: { data, anchors, words } }) => {
      if (data === undefined || data.status === 'draft') return [];
      const whole = words.flatMap(({ name, props }) =>
        name === 'Comparison' && !props.has('rows') && !props.has('subjects') ? (rows.get(String(props.get('id'))) ?? []) : [],
      );
      return [{ slug: id, id: data.id, anchors: [...anchors, ...whole] }];
    }),
    topics: known.topics.keys(),
    comparisons: rows,
    terms: known.terms.keys(),
    sources: known.sources.keys(),
  });
  return {
    addresses,
    ledger,
    articleIds: new Map(articles.filter(({ data }) => data.status !== 'draft').map(({ id, data }) => [id, data.id])),
    articleFiles: new Map(files.map(({ id, file }) => [id, file])),
    problems,
    warnings: findOverdue([...articles, ...comparisons], today),
    // With half the content unreadable, every address of it would be reported as lost.
    ledgerProblems: problems.length > 0 ? [] : checkLedger(ledger, addresses, at),
  };
}

/** A file that holds a list of entries: those that are right, the names of all, and what is wrong. */
interface ListFile<T> {
  entries: Located<T>[];
  names: Names;
  problems: Problem[];
}

function readList<T extends { id: string }>(root: string, file: string, schema: z.ZodType<T>): ListFile<T> {
  const yaml = parseYaml(read(root, file), file);
  if (yaml.problems.length > 0) return { entries: [], names: anything, problems: yaml.problems };
  if (!Array.isArray(yaml.data)) {
    return {
      entries: [],
      names: anything,
      problems: [{ file, line: 1, message: 'must be a list', hint: 'Start each entry with "- id:".' }],
    };
  }
  const results = yaml.data.map((entry: { id?: unknown } | null, index) => {
    const at = (path: readonly PropertyKey[]) => yaml.at([index, ...path]);
    return { ...parseData(schema, entry, at), name: String(entry?.id), at };
  });
  return {
    entries: results.flatMap(({ data, at }) => (data === undefined ? [] : [{ id: data.id, data, at }])),
    names: new Set(results.map(({ name }) => name)),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function checkName(id: string, file: string): Problem[] {
  return slugSchema.safeParse(id).success
    ? []
    : [
        {
          file,
          message: `the file name ${id} cannot be an address`,
          hint: 'Use lower-case letters, digits and single hyphens, starting with a letter.',
        },
      ];
}

function toMap<T>(entries: readonly Located<T>[]): Map<string, T> {
  return new Map(entries.map(({ id, data }) => [id, data]));
}

function list(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root }).toSorted();
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function toId(file: string): string {
  return basename(file, extname(file));
}
