import { findNumbered } from './address.ts';

/** Old addresses that no file can answer, with the way to go; for hosts that know of no redirects. */
export interface Fileless {
  /** Regular expressions for a decoded path and its query, as `path?query`. */
  queries: [pattern: string, to: string][];
  /** Paths up to a number, behind which any words may follow. */
  numbers: Record<string, string>;
}

/** Where a decoded path leads that asks for an old address by its query. */
export function findAsked({ queries }: Fileless, path: string, query: string): string | undefined {
  const asked = `${path}?${query}`;
  return queries.find(([pattern]) => new RegExp(pattern).test(asked))?.[1];
}

/** Where a decoded path leads whose number is known, whatever words follow; its query is kept. */
export function findByNumber(
  { numbers }: Fileless,
  path: string,
  query: string,
): string | undefined {
  const number = findNumbered(path);
  const to = number !== undefined && Object.hasOwn(numbers, number) ? numbers[number] : undefined;
  return query === '' ? to : to?.replace(/(?=#)|$/, `?${query}`);
}
