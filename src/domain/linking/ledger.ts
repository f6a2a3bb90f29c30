import type { Article } from '#schemas/article.ts';
import { isFuture } from '../date.ts';
import { findNearest } from '../nearest.ts';
import { articlePath, comparisonPath, sourcePath, termPath, topicPath } from './permalink.ts';
import type { Place, Problem } from '../problem.ts';

/** Where an address is now: where it was, somewhere else (`to`), or `gone` since a day; never both. */
interface LedgerEntry {
  to?: string | undefined;
  gone?: string | undefined;
}

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
const KEY = /^(\/([\w ~-][\w .~-]*\/)+|[A-Z][A-Z0-9]*-\d+)(#[a-z0-9-]+)?$/;

/** The keys under which the ledger records what is published now. */
export function listAddresses({
  articles,
  topics,
  comparisons,
  terms,
  sources,
}: Published): Set<string> {
  return new Set([
    ...articles.flatMap(({ slug, id, anchors }) => [
      articlePath(slug),
      id,
      ...anchors.map((anchor) => `${id}#${anchor}`),
    ]),
    ...[...topics].map(topicPath),
    ...[...comparisons].flatMap(([id, rows]) => [
      comparisonPath(id),
      ...rows.map((row) => `${comparisonPath(id)}#${row}`),
    ]),
    ...[...terms].map(termPath),
    ...[...sources].map(sourcePath),
  ]);
}

/**
 * Finds addresses that are not recorded, and recorded ones that no longer lead anywhere in one hop; each hint has the line to write.
 * `slugs` holds the slug of each article by its id.
 */
export function checkLedger(
  ledger: Ledger,
  addresses: ReadonlySet<string>,
  at: (key: string) => Place,
  slugs: ReadonlyMap<string, string> = new Map(),
): Problem[] {
  const problems: Problem[] = [];
  // An article that is known and stands at a new path is what a lost path has become, when there is only one.
  const renamed = [...slugs]
    .filter(([id, slug]) => ledger.has(id) && !ledger.has(articlePath(slug)))
    .map(([id]) => id);
  const suggestPlace = (key: string) =>
    renamed.length === 1 && key.startsWith(articlePath('').slice(0, -1))
      ? (renamed[0] ?? '')
      : suggestTarget(key, addresses);
  for (const key of addresses) {
    if (!ledger.has(key))
      problems.push({
        ...at(key),
        message: `${key} is not recorded`,
        hint: `Run npm run links, or add the line: ${formatEntry(key, {})}`,
      });
  }
  const bases = new Set([...addresses].map((address) => toParts(address).base));
  for (const [key, entry] of ledger) {
    const report = (message: string, hint: string) => problems.push({ ...at(key), message, hint });
    const exists = addresses.has(key);
    const { base, anchor } = toParts(key);
    if (!KEY.test(key)) {
      report(
        `${key} is no address`,
        `Write /a/path/ with a slash at both ends, or an id such as ${addresses.values().find(isId) ?? 'KB-1001'}, with #anchor if need be.`,
      );
    } else if (exists && (entry.to !== undefined || entry.gone !== undefined)) {
      const was = entry.to === undefined ? 'gone' : 'moved';
      if (isId(key) && anchor === undefined)
        report(
          `${key} is recorded as ${was}, but an article has it`,
          `An id is never used twice. Write in the article: id: ${toFreeId([...addresses, ...ledger.keys()], key.split('-')[0] ?? '')}, or, if it is the same article that came back, set the line to: ${formatEntry(key, {})}`,
        );
      else
        report(
          `${key} is recorded as ${was}, but it exists`,
          `Set the line to: ${formatEntry(key, {})}`,
        );
    } else if (entry.to !== undefined) {
      const target = toTarget(key, entry.to);
      if (!addresses.has(target))
        problems.push({ ...at(key), ...explainTarget(key, entry.to, ledger, addresses) });
      else if (anchor !== undefined && !bases.has(base) && ledger.get(base)?.to === undefined)
        report(
          `${key} leads to ${entry.to}, but nothing stands at ${base} itself`,
          `Add the line: ${formatEntry(base, { to: toParts(target).base })}, or set this one to: ${formatEntry(key, { gone: ledger.get(base)?.gone ?? 'YYYY-MM-DD' })}`,
        );
    } else if (entry.gone === undefined && !exists) {
      report(
        `${key} was published and is no longer on the site`,
        `Bring it back, or set the line to where it is now: ${formatEntry(key, { to: suggestPlace(key) })} or ${formatEntry(key, { gone: 'YYYY-MM-DD' })}`,
      );
    }
  }
  return problems;
}

/** Finds lines that say an address is gone since a day that is yet to come. */
export function checkGone(ledger: Ledger, at: (key: string) => Place, today: string): Problem[] {
  return [...ledger].flatMap(([key, { gone }]) =>
    gone !== undefined && isFuture(gone, today)
      ? [
          {
            ...at(key),
            message: `${key} is gone since ${gone}, which lies in the future`,
            hint: `Today is ${today}.`,
          },
        ]
      : [],
  );
}

/** Finds what another revision of the ledger recorded and this one does not: a record is for ever. */
export function checkSince(
  before: Ledger,
  revision: string,
  ledger: Ledger,
  addresses: ReadonlySet<string>,
  at: (key: string) => Place,
): Problem[] {
  return [...before].flatMap(([key, entry]) => {
    if (ledger.has(key)) return [];
    const isLost = entry.to === undefined && entry.gone === undefined && !addresses.has(key);
    const line = formatEntry(
      key,
      addresses.has(key) ? {} : isLost ? { to: suggestTarget(key, addresses) } : entry,
    );
    const gone = isLost ? ` or ${formatEntry(key, { gone: 'YYYY-MM-DD' })}` : '';
    return [
      {
        ...at(key),
        message: `${key} is recorded in ${revision} and no longer here`,
        hint: `Add the line: ${line}${gone}`,
      },
    ];
  });
}

/** Whether a key of the ledger, or what it leads to, is an id or has one before its anchor; all others are paths. */
export function isId(key: string): boolean {
  return /^[A-Z]/.test(key);
}

/** The id after the highest that an article or a record has ever had; old links still name those that are gone. */
export function toFreeId(keys: Iterable<string>, idPrefix: string): string {
  const numbers = [...keys].map((key) =>
    Number(/^(?:[A-Z][A-Z0-9]*-|\/k\/)(\d+)/.exec(key)?.[1] ?? 0),
  );
  return `${idPrefix}-${numbers.reduce((highest, number) => Math.max(highest, number), 1000) + 1}`;
}

/** The page and the anchor of an address as the ledger writes it. */
export function toParts(address: string): { base: string; anchor: string | undefined } {
  const [base = '', anchor] = address.split('#');
  return { base, anchor };
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

function formatEntry(key: string, entry: LedgerEntry): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(entry)}`;
}

// Why an entry does not lead to its target in one hop.
function explainTarget(
  key: string,
  to: string,
  ledger: Ledger,
  addresses: ReadonlySet<string>,
): { message: string; hint: string } {
  const way = [key];
  for (
    let next: string | undefined = to;
    next !== undefined;
    next = ledger.get(way.at(-1) ?? '')?.to
  ) {
    const step = toTarget(way.at(-1) ?? '', next);
    if (way.includes(step))
      return {
        message: `${key} leads round in a circle: ${[...way, step].join(' → ')}`,
        hint: `Set the line to where it is now: ${formatEntry(key, { to: suggestTarget(key, addresses) })} or ${formatEntry(key, { gone: 'YYYY-MM-DD' })}`,
      };
    way.push(step);
  }
  const end = way.at(-1) ?? '';
  const gone = ledger.get(end)?.gone;
  if (gone !== undefined)
    return {
      message: `${key} leads to ${to}, which is gone`,
      hint: `Set the line to: ${formatEntry(key, { gone })}`,
    };
  if (way.length > 2 && addresses.has(end))
    return {
      message: `${key} leads to ${to}, which has moved on`,
      hint: `It must lead there in one hop: ${formatEntry(key, { to: shorten(key, end) })}`,
    };
  const near = findNearest(end, addresses);
  return {
    message: `${key} leads to ${to}, which is not on the site`,
    hint: `Set the line to where it is now: ${formatEntry(key, { to: near === undefined ? suggestTarget(key, addresses) : shorten(key, near) })}`,
  };
}

// A target on the page of its key is written as the anchor alone.
function shorten(key: string, target: string): string {
  const { base, anchor } = toParts(target);
  return anchor !== undefined && base === toParts(key).base ? `#${anchor}` : target;
}

function suggestTarget(key: string, addresses: ReadonlySet<string>): string {
  const [page = '', anchor] = key.split('#');
  const same = [...addresses].filter((address) => address.startsWith(`${page}#`));
  if (anchor === undefined || same.length === 0)
    return addresses.values().find(isId)?.replace(/\d.*/, '…') ?? '/…/';
  const near = findNearest(key, same);
  return near === undefined ? '#…' : `#${near.split('#')[1] ?? '…'}`;
}
