import type { Article } from '../schemas/article.ts';
import { findNearest } from './nearest.ts';
import { articlePath, comparisonPath, sourcePath, termPath, topicPath } from './permalink.ts';
import type { Place, Problem } from './problem.ts';

/** Where an address is now: where it was, somewhere else, or gone since a day. */
type LedgerEntry = { to?: undefined; gone?: undefined } | { to: string; gone?: undefined } | { gone: string; to?: undefined };

/** Every address ever published, by path, by article id, or by article id with an anchor (`KB-1001#kernel`). */
export type Ledger = ReadonlyMap<string, LedgerEntry>;

/** All that is published now and must stay reachable. */
export interface Published {
  /** Articles without drafts; anchors are those of headings and of whole comparisons. */
  articles: readonly { slug: string; id: Article['id']; anchors: readonly string[] }[];
  topics: Iterable<string>;
  /** Comparison ids with the anchors of their rows. */
  comparisons: ReadonlyMap<string, readonly string[]>;
  terms: Iterable<string>;
  sources: Iterable<string>;
}

// A path of plain segments, none of which leads upwards, or the id of an article; with or without an anchor.
const KEY = /^(\/([\w ~-][\w .~-]*\/)+|KB-\d+)(#[a-z0-9-]+)?$/;

/** The keys under which the ledger records what is published now. */
export function listAddresses({ articles, topics, comparisons, terms, sources }: Published): Set<string> {
  return new Set([
    ...articles.flatMap(({ slug, id, anchors }) => [articlePath(slug), id, ...anchors.map((anchor) => `${id}#${anchor}`)]),
    ...[...topics].map(topicPath),
    ...[...comparisons].flatMap(([id, rows]) => [comparisonPath(id), ...rows.map((row) => `${comparisonPath(id)}#${row}`)]),
    ...[...terms].map(termPath),
    ...[...sources].map(sourcePath),
  ]);
}

/** Finds addresses that are not recorded, and recorded ones that no longer lead anywhere in one hop. */
export function checkLedger(ledger: Ledger, addresses: ReadonlySet<string>, at: (key: string) => Place): Problem[] {
  const problems: Problem[] = [];
  for (const key of addresses) {
    if (!ledger.has(key))
      problems.push({ ...at(key), message: `${key} is not recorded`, hint: `Run npm run links, or add the line: ${formatEntry(key, {})}` });
  }
  for (const [key, entry] of ledger) {
    if (!KEY.test(key)) {
      problems.push({
        ...at(key),
        message: `${key} is no address`,
        hint: 'Write /a/path/ with a slash at both ends, or an id such as KB-1001, with #anchor if need be.',
      });
      continue;
    }
    const exists = addresses.has(key);
    if (entry.gone !== undefined) {
      if (exists)
        problems.push({
          ...at(key),
          message: `${key} is recorded as gone, but it exists`,
          hint: `Set the line to: ${formatEntry(key, {})}`,
        });
    } else if (entry.to !== undefined) {
      const target = entry.to.startsWith('#') ? `${key.split('#')[0] ?? ''}${entry.to}` : entry.to;
      if (exists)
        problems.push({
          ...at(key),
          message: `${key} is recorded as moved, but it exists`,
          hint: `Set the line to: ${formatEntry(key, {})}`,
        });
      else if (!addresses.has(target))
        problems.push({
          ...at(key),
          message: `${key} leads to ${entry.to}, which is not on the site`,
          hint: suggestHop(key, target, ledger, addresses),
        });
    } else if (!exists) {
      problems.push({
        ...at(key),
        message: `${key} was published and is no longer on the site`,
        hint: `Bring it back, or set the line to where it is now: ${formatEntry(key, { to: suggestTarget(key, addresses) })} or ${formatEntry(key, { gone: 'YYYY-MM-DD' })}`,
      });
    }
  }
  return problems;
}

/** The ledger with a line for every new address; no line is ever taken away. */
export function extendLedger(ledger: Ledger, addresses: ReadonlySet<string>): Ledger {
  const added = [...addresses].filter((key) => !ledger.has(key)).map((key) => [key, {}] as const);
  return new Map([...ledger, ...added]);
}

/** The ledger as its file holds it: sorted, one line for each entry. */
export function formatLedger(ledger: Ledger): string {
  const lines = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => `  ${formatEntry(key, entry)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function formatEntry(key: string, entry: LedgerEntry): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(entry)}`;
}

function suggestHop(key: string, target: string, ledger: Ledger, addresses: ReadonlySet<string>): string {
  const next = ledger.get(target)?.to;
  if (next !== undefined) return `It must lead there in one hop: ${formatEntry(key, { to: next })}`;
  const near = findNearest(target, addresses);
  return near === undefined ? 'Name the place where it is now.' : `Did you mean ${near} ?`;
}

function suggestTarget(key: string, addresses: ReadonlySet<string>): string {
  const [page = '', anchor] = key.split('#');
  const same = [...addresses].filter((address) => address.startsWith(`${page}#`));
  if (anchor === undefined || same.length === 0) return 'KB-…';
  const near = findNearest(key, same);
  return near === undefined ? '#…' : `#${near.split('#')[1] ?? '…'}`;
}
