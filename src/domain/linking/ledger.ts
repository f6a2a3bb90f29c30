import type { Article } from '#schemas/article.ts';
import { toParts } from './address.ts';
import {
  articlePath,
  comparisonPath,
  comparisonsPath,
  errorPath,
  errorsPath,
  glossaryPath,
  homePath,
  pagePath,
  sectionPath,
  searchPath,
  sourcePath,
  sourcesPath,
  suggestPath,
  termPath,
  topicPath,
} from './permalink.ts';

/** Where an address is now: where it was, somewhere else (`to`), or `gone` since a day; never both. */
export interface LedgerEntry {
  to?: string | undefined;
  gone?: string | undefined;
}

/** Every address ever published, by path, by article id, or by article id with an anchor (`KB-1001#kernel`). */
export type Ledger = ReadonlyMap<string, LedgerEntry>;

/** All that is published now and must stay reachable. */
export interface Published {
  /** Articles without drafts; anchors are those of headings, of whole comparisons and of error messages. */
  articles: readonly { slug: string; id: Article['id']; anchors: readonly string[] }[];
  /** Topic ids with the anchors of their sections. */
  topics: ReadonlyMap<string, readonly string[]>;
  /** Comparison ids with the anchors of their rows. */
  comparisons: ReadonlyMap<string, readonly string[]>;
  terms: Iterable<string>;
  sources: Iterable<string>;
  /** The ids of error messages. */
  errors: Iterable<string>;
}

/** The keys under which the ledger records what is published now. */
export function listAddresses({
  articles,
  topics,
  comparisons,
  terms,
  sources,
  errors,
}: Published): Set<string> {
  return new Set([
    ...articles.flatMap(({ slug, id, anchors }) => [
      articlePath(slug),
      id,
      ...anchors.map((anchor) => `${id}#${anchor}`),
    ]),
    ...[...topics].flatMap(([id, sections]) => [
      topicPath(id),
      ...sections.map((section) => sectionPath(id, section)),
    ]),
    ...[...comparisons].flatMap(([id, rows]) => [
      comparisonPath(id),
      ...rows.map((row) => `${comparisonPath(id)}#${row}`),
    ]),
    ...[...terms].map(termPath),
    ...[...sources].map(sourcePath),
    ...[...errors].map(errorPath),
  ]);
}

/** The pages that are always there, and those that are no articles: an old address may lead to them. */
export function listPages(ids: Iterable<string>): Set<string> {
  return new Set([
    homePath,
    comparisonsPath,
    errorsPath,
    glossaryPath,
    searchPath,
    sourcesPath,
    suggestPath,
    ...[...ids].map(pagePath),
  ]);
}

/** Whether a key of the ledger, or what it leads to, is an id or has one before its anchor; all others are paths. */
export function isId(key: string): boolean {
  return /^[A-Z]/.test(key);
}

/** The id after the highest that an article or a record has ever had; old links still name those that are gone. */
export function toFreeId(keys: Iterable<string>, idPrefix: string): Article['id'] {
  const numbers = [...keys].map((key) =>
    Number(/^(?:[A-Z][A-Z0-9]*-|\/k\/)(\d+)/.exec(key)?.[1] ?? 0),
  );
  return `${idPrefix}-${numbers.reduce((highest, number) => Math.max(highest, number), 1000) + 1}`;
}

/** The whole address that an entry leads to; `#new` stays on the page of its key. */
export function toTarget(key: string, to: string): string {
  return to.startsWith('#') ? `${toParts(key).base}${to}` : to;
}

/** The ledger with a line for every new address; no line is ever taken away. */
export function extendLedger(ledger: Ledger, addresses: ReadonlySet<string>): Ledger {
  const added = [...addresses].filter((key) => !ledger.has(key)).map((key) => [key, {}] as const);
  return new Map([...ledger, ...added]);
}

/** The ledger as its file holds it: sorted, one line for each entry. */
export function formatLedger(ledger: Ledger): string {
  const lines = [...ledger]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `  ${formatEntry(key, entry)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** A line of the ledger, as its file has it. */
export function formatEntry(key: string, entry: LedgerEntry): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(entry)}`;
}
