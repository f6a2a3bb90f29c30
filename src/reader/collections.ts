import { z } from 'astro/zod';
import { checkArticles, checkTopics } from '#domain/checking/article.ts';
import { checkChooser } from '#domain/checking/chooser.ts';
import { checkAgreement } from '#domain/checking/agreement.ts';
import { checkComparison } from '#domain/checking/comparison.ts';
import type { Vocabulary } from '#domain/checking/component.ts';
import { checkErrors } from '#domain/checking/error.ts';
import { checkGroups } from '#domain/checking/groups.ts';
import { checkMachine } from '#domain/checking/machine.ts';
import { checkPages } from '#domain/checking/page.ts';
import { checkPlacements, type Placement } from '#domain/checking/placement.ts';
import { checkProofs } from '#domain/checking/proof.ts';
import { checkSources, checkTerms } from '#domain/checking/source.ts';
import type { Ledger } from '#domain/linking/ledger.ts';
import type { Located, Names, Problem } from '#domain/problem.ts';
import type { ShellBlock } from '#domain/proof.ts';
import { type Article, articleSchema } from '#schemas/article.ts';
import { chooserSchema } from '#schemas/chooser.ts';
import { comparisonSchema } from '#schemas/comparison.ts';
import { errorSchema, errorsSchema } from '#schemas/error.ts';
import { termSchema } from '#schemas/glossary.ts';
import { machineSchema } from '#schemas/machine.ts';
import { pageSchema } from '#schemas/page.ts';
import { type Proofs, proofsSchema } from '#schemas/proof.ts';
import { citationSchema, sourceSchema } from '#schemas/source.ts';
import { outsideSchema } from '#schemas/outside.ts';
import { synonymsSchema } from '#schemas/synonyms.ts';
import { slug } from '#schemas/text.ts';
import { topicSchema } from '#schemas/topic.ts';
import type { Files } from './entries.ts';

/** All that one entry may refer to. */
export interface Known extends Vocabulary {
  topics: Names;
  /** The articles that can be read, by slug. */
  readable: ReadonlyMap<string, Article>;
  /** Those in which nothing is wrong, so that it is known what they show. */
  homes: ReadonlyMap<string, Placement & { anchors: readonly string[] }>;
  /** The rows of all comparisons, as `comparison#criterion`; one that cannot be read may have any. */
  rows: Names;
  /** The files of proofs that can be read, by the slug of their article, and the names of all. */
  proofs: ReadonlyMap<string, Proofs>;
  proofFiles: Names;
  /** The shell blocks of the published articles that can be read, by slug. */
  shell: ReadonlyMap<string, readonly ShellBlock[]>;
  ledger: Ledger;
  /** What the ids of articles begin with. */
  idPrefix: string;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** Finds what is wrong in entries that have the right form. */
export type Check<T> = (entries: readonly Located<T>[], known: Known) => Problem[];

interface Definition<Schema extends z.ZodType = z.ZodType, Entry extends z.ZodType = z.ZodType> {
  files: Files;
  /** An entry as its author writes it. */
  schema: Schema;
  /** An entry as pages get it. */
  entry: Entry;
  check: Check<z.infer<Schema>>;
}

/** The list of collections, by the name that pages ask for. Whatever else must know which there are looks here. */
export const collections = {
  articles: define({
    files: { folder: 'articles', endings: ['md', 'mdx'], nested: true },
    schema: articleSchema,
    entry: articleSchema.safeExtend({
      /** The terms that its text links to. */
      terms: z.array(slug),
      /** What its text and its tables cite, in order, with the date of the check where that is not the one of the source. */
      citations: z.array(citationSchema.extend({ checked: z.string().optional() })),
    }),
    check: (articles, known) =>
      checkArticles(articles, { ...known, recorded: known.ledger.keys() }, known.today),
  }),
  choosers: define({
    files: { folder: 'choosers', endings: ['yaml'] },
    schema: chooserSchema,
    entry: chooserSchema,
    check: (choosers, known) => [
      ...choosers.flatMap((chooser) => checkChooser(chooser, known)),
      ...checkPlacements(choosers, ['Chooser'], known.homes),
    ],
  }),
  comparisons: define({
    files: { folder: 'comparisons', endings: ['yaml'] },
    schema: comparisonSchema,
    entry: comparisonSchema,
    check: (comparisons, known) => [
      ...comparisons.flatMap((comparison) => checkComparison(comparison, known)),
      ...checkPlacements(comparisons, ['Comparison'], known.homes),
      ...checkAgreement(comparisons),
    ],
  }),
  errors: define({
    files: { folder: 'errors', endings: ['yaml'] },
    schema: errorsSchema,
    entry: z.strictObject({
      errors: z.array(
        errorSchema.safeExtend({
          /** When its proof was last run, and on what. */
          run: z.object({ engine: z.string(), on: z.string() }).optional(),
        }),
      ),
    }),
    check: checkErrors,
  }),
  machines: define({
    files: { folder: 'machines', endings: ['yaml'] },
    schema: machineSchema,
    entry: machineSchema,
    check: (machines, known) => [
      ...machines.flatMap((machine) => checkMachine(machine, known)),
      ...checkPlacements(machines, ['StateTable', 'StateDiagram'], known.homes),
    ],
  }),
  outside: define({
    files: { list: 'outside.yaml' },
    schema: outsideSchema,
    entry: outsideSchema,
    check: (subjects) => checkGroups(subjects, 'names', 'name'),
  }),
  pages: define({
    files: { folder: 'pages', endings: ['md'] },
    schema: pageSchema,
    entry: pageSchema,
    check: (pages, { today }) => checkPages(pages, today),
  }),
  proofs: define({
    files: { folder: 'proofs', endings: ['yaml'] },
    schema: proofsSchema,
    entry: proofsSchema,
    check: (proofs, { proofFiles, articles, shell }) =>
      checkProofs(proofs, proofFiles, articles, shell),
  }),
  sources: define({
    files: { list: 'sources.yaml' },
    schema: sourceSchema,
    entry: sourceSchema,
    check: (sources, { today }) => checkSources(sources, today),
  }),
  synonyms: define({
    files: { list: 'synonyms.yaml' },
    schema: synonymsSchema,
    entry: synonymsSchema,
    check: (groups) => checkGroups(groups, 'words', 'word'),
  }),
  terms: define({
    files: { list: 'glossary.yaml' },
    schema: termSchema,
    entry: termSchema,
    check: (terms, { articles }) => checkTerms(terms, articles),
  }),
  topics: define({
    files: { list: 'topics.yaml' },
    schema: topicSchema,
    // Astro sorts entries by id; the order of the file is the order on the site.
    entry: topicSchema.extend({ order: z.int() }),
    check: (topics, { readable, articles }) => checkTopics(topics, readable, articles),
  }),
};

export type CollectionName = keyof typeof collections;

export const collectionNames = Object.keys(collections) as CollectionName[];

/** An entry of each collection as its author writes it. */
export type Entries = { [Name in CollectionName]: z.infer<(typeof collections)[Name]['schema']> };

/** Something for each collection. */
export function mapCollections<T extends Record<CollectionName, unknown>>(
  to: (name: CollectionName) => unknown,
): T {
  return Object.fromEntries(collectionNames.map((name) => [name, to(name)])) as T;
}

function define<Schema extends z.ZodType, Entry extends z.ZodType>(
  definition: Definition<Schema, Entry>,
): Definition<Schema, Entry> {
  return definition;
}
