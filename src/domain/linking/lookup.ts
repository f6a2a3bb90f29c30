import { findNumbered, type Parameter, parseAddress, toPlace, trimPath } from './address.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';

/** The lines of a ledger by what hosts are asked for. */
interface Index {
  /** By what stands for all ways to write the address. */
  places: ReadonlyMap<string, string>;
  /** Those with parameters, by their path; what asks for more comes first. */
  queries: ReadonlyMap<string, readonly { key: string; pattern: RegExp }[]>;
  /** Those whose words do not count, by the path up to the number. */
  numbers: ReadonlyMap<string, string>;
}

const indices = new WeakMap<Ledger, Index>();

/** The entry of an address, however it is written. */
export function findEntry(ledger: Ledger, address: string): LedgerEntry | undefined {
  return ledger.get(address) ?? ledger.get(toIndex(ledger).places.get(toPlace(address)) ?? '');
}

/** The line that answers a request for a decoded path and a query as it was sent, if there is one. */
export function findKey(ledger: Ledger, path: string, query = ''): string | undefined {
  const { places, queries, numbers } = toIndex(ledger);
  return (
    queries.get(trimPath(path))?.find(({ pattern }) => pattern.test(query))?.key ??
    places.get(toPlace(path.replace(/[%?]/g, encodeURIComponent))) ??
    numbers.get(findNumbered(path) ?? '')
  );
}

/** The lines whose words do not count, by the path up to the number: all that have it lead to one page. */
export function listNumbered(ledger: Ledger): ReadonlyMap<string, string> {
  return toIndex(ledger).numbers;
}

/** A regular expression, as all servers read it, for queries with these parameters in this order, whatever else they hold. */
export function toQueryPattern(parameters: readonly Parameter[]): string {
  const parts = parameters.map(([name, value]) =>
    value === undefined ? `${toPattern(name)}=?` : `${toPattern(name)}=${toPattern(value)}`,
  );
  return `(?:.*&)?${parts.join('&(?:.*&)?')}(?:&|$)`;
}

/** A text within a regular expression. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function toIndex(ledger: Ledger): Index {
  const index = indices.get(ledger) ?? readIndex(ledger);
  indices.set(ledger, index);
  return index;
}

function readIndex(ledger: Ledger): Index {
  const pages = [...ledger.keys()].filter((key) => !key.includes('#'));
  const paths = pages.filter((key) => key.startsWith('/'));
  const queries = paths.flatMap((key) => {
    const { path, parameters } = parseAddress(key);
    if (parameters.length === 0) return [];
    const pattern = new RegExp(`^${toQueryPattern(parameters)}`);
    return [{ key, path: trimPath(path), pattern, count: parameters.length }];
  });
  const numbered = paths.flatMap((key) => {
    const { path, parameters } = parseAddress(key);
    const number = parameters.length > 0 ? undefined : findNumbered(path);
    return number === undefined ? [] : [{ key, number }];
  });
  const toLine = (key: string) => JSON.stringify(ledger.get(key));
  return {
    places: new Map(pages.map((key) => [toPlace(key), key])),
    queries: Map.groupBy(
      queries.toSorted((a, b) => b.count - a.count),
      ({ path }) => path,
    ),
    // A page that is there answers to its own words alone.
    numbers: new Map(
      [...Map.groupBy(numbered, ({ number }) => number)].flatMap(([number, lines]) => {
        const [key = ''] = lines.map((line) => line.key);
        const isOne = lines.every((line) => toLine(line.key) === toLine(key));
        return isOne && toLine(key) !== '{}' ? [[number, key] as const] : [];
      }),
    ),
  };
}

// Programs differ in which signs they encode.
function toPattern(text: string): string {
  return [...text]
    .map((sign) => {
      if (/[\w.~-]/.test(sign)) return escapePattern(sign);
      if (sign === ' ') return '(?:\\+|%20)';
      const encoded = encodeURIComponent(sign).replace(
        /[A-F]/g,
        (digit) => `[${digit}${digit.toLowerCase()}]`,
      );
      if (encoded === sign) return escapePattern(sign);
      return /[+&#]/.test(sign) ? encoded : `(?:${escapePattern(sign)}|${encoded})`;
    })
    .join('');
}
