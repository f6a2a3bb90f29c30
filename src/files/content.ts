import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { z } from 'astro/zod';
import { toRowAnchor } from '../domain/anchor.ts';
import { checkArticles, checkTopics } from '../domain/article.ts';
import { checkComparison } from '../domain/comparison.ts';
import { checkLedger, type Ledger, listAddresses } from '../domain/ledger.ts';
import type { Located, Problem } from '../domain/problem.ts';
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
  /** The file of each article, by slug. */
  articleFiles: Map<string, string>;
  problems: Problem[];
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
  const files = list(root, 'content/articles/**/[!_]*.{md,mdx}').map((file) => ({ file, id: toId(file), article: parseArticle(read(root, file), file) }));
  const articles = files.flatMap(({ file, id, article }) => {
    problems.push(...article.problems, ...checkName(id, file));
    return article.data === undefined ? [] : [{ id, data: article.data, at: article.at }];
  });
  const comparisons = list(root, 'content/comparisons/*.yaml').flatMap((file) => {
    const id = toId(file);
    const yaml = parseYaml(read(root, file), file);
    problems.push(...checkName(id, file));
    const data = take(yaml.problems.length > 0 ? { problems: yaml.problems } : parseData(comparisonSchema, yaml.data, yaml.at));
    return data === undefined ? [] : [{ id, data, at: yaml.at }];
  });
  const topics = readList(root, 'content/topics.yaml', topicSchema, problems);
  const terms = readList(root, 'content/glossary.yaml', termSchema, problems);
  const sources = readList(root, 'content/sources.yaml', sourceSchema, problems);
  const known = { articles: toMap(articles), topics: toMap(topics), comparisons: toMap(comparisons), terms: toMap(terms), sources: toMap(sources), today };
  const { ledger, at, problems: unreadable } = readLedger(root);
  problems.push(
    ...unreadable,
    ...checkArticles(articles, known.topics, today),
    ...checkTopics(topics, known.articles),
    ...comparisons.flatMap((comparison) => checkComparison(comparison, known)),
    ...checkTerms(terms, known.articles),
    ...checkSources(sources, today),
    ...files.flatMap(({ id, article }) => checkWords(id, article.words, known)),
  );
  const rows = new Map(comparisons.map(({ id, data }) => [id, data.groups.flatMap((group) => group.criteria.map((criterion) => toRowAnchor(id, criterion.id)))]));
  const addresses = listAddresses({
    articles: files.flatMap(({ id, article: { data, anchors, words } }) => {
      if (data === undefined || data.status === 'draft') return [];
      const whole = words.flatMap(({ name, props }) => (name === 'Comparison' && !props.has('rows') && !props.has('subjects') ? (rows.get(String(props.get('id'))) ?? []) : []));
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
    articleFiles: new Map(files.map(({ id, file }) => [id, file])),
    problems,
    // With half the content unreadable, every address of it would be reported as lost.
    ledgerProblems: problems.length > 0 ? [] : checkLedger(ledger, addresses, at),
  };
}

function readList<T extends { id: string }>(root: string, file: string, schema: z.ZodType<T>, problems: Problem[]): Located<T>[] {
  const yaml = parseYaml(read(root, file), file);
  problems.push(...yaml.problems);
  if (yaml.problems.length > 0) return [];
  if (!Array.isArray(yaml.data)) {
    problems.push({ file, line: 1, message: 'must be a list', hint: 'Start each entry with "- id:".' });
    return [];
  }
  return yaml.data.flatMap((entry, index) => {
    const at = (path: readonly PropertyKey[]) => yaml.at([index, ...path]);
    const { data, problems: found } = parseData(schema, entry, at);
    problems.push(...found);
    return data === undefined ? [] : [{ id: data.id, data, at }];
  });
}

function checkName(id: string, file: string): Problem[] {
  return slugSchema.safeParse(id).success ? [] : [{ file, message: `the file name ${id} cannot be an address`, hint: 'Use lower-case letters, digits and single hyphens, starting with a letter.' }];
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
