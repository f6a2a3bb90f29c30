import { type Parameter, parseAddress, trimPath } from './address.ts';
import { isId, type Ledger } from './ledger.ts';
import { escapePattern, listNumbered, toQueryPattern } from './lookup.ts';
import { type Goal, listMovedPaths, type Slugs } from './moved.ts';
import { permalinkPath } from './permalink.ts';

/** What a host says of an old address: where its page is now, or that it is gone. */
export interface Redirect {
  /** The path without the base path, decoded. */
  from: string;
  to?: Goal | undefined;
}

/** What hosts say of old addresses. What asks for parameters comes before paths, and numbers come last. */
export interface Redirects {
  /** Paths without the slash at their end, of which nothing is said but with these parameters; what asks for most comes first. */
  queries: (Redirect & { parameters: readonly Parameter[] })[];
  /** Whole paths, with and without the slash at their end. */
  paths: Redirect[];
  /** Paths up to a number, behind which a hyphen and any words may follow. */
  numbers: Redirect[];
}

/** What hosts say of old addresses, in the order of the paths. */
export function listRedirects(ledger: Ledger, slugs: Slugs): Redirects {
  const gone = [...ledger]
    .filter(([key, entry]) => entry.gone !== undefined && !key.includes('#'))
    .map(([key]) => {
      const { path: from, parameters } = parseAddress(isId(key) ? permalinkPath(key) : key);
      return { from, parameters, to: undefined };
    });
  const all = [...listMovedPaths(ledger, slugs), ...gone].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  const whole = new Map(
    all
      .filter(({ parameters }) => parameters.length === 0)
      .flatMap(({ from, to }) =>
        [trimPath(from), from, `${trimPath(from)}/`].map((path) => [path, to] as const),
      ),
  );
  const numbers = [...listNumbered(ledger)].map(([from, key]) => {
    const to = whole.get(parseAddress(key).path);
    for (const path of [from, `${from}/`]) if (!whole.has(path)) whole.set(path, to);
    return { from, to };
  });
  return {
    queries: all
      .filter(({ parameters }) => parameters.length > 0)
      .map(({ from, ...rest }) => ({ from: trimPath(from), ...rest }))
      .toSorted((a, b) => b.parameters.length - a.parameters.length),
    paths: [...whole].map(([from, to]) => ({ from, to })),
    numbers,
  };
}

/** A regular expression, as all servers read it, for what stands in the place of a path and its query with the sign of a question. */
export function toPattern(
  { from, parameters }: Redirects['queries'][number],
  toHref: (path: string) => string,
): string {
  return `^${escapePattern(toHref(from))}/?\\?${toQueryPattern(parameters)}`;
}
