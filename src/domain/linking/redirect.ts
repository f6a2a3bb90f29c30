import { isId, type Ledger } from './ledger.ts';
import { listMovedPaths, type Slugs } from './moved.ts';
import { permalinkPath } from './permalink.ts';

/** What a host says of an old path: where its page is now, with an anchor perhaps, or that it is gone. */
export interface Redirect {
  /** The path without the base path, decoded. */
  from: string;
  to?: { path: string; anchor: string | undefined } | undefined;
}

/** What hosts say of old paths, with and without the slash at the end, in the order of the paths. */
export function listRedirects(ledger: Ledger, slugs: Slugs): Redirect[] {
  const gone = [...ledger].filter(([key, entry]) => entry.gone !== undefined && !key.includes('#'));
  return [
    ...listMovedPaths(ledger, slugs).map(({ from, to, anchor }) => ({
      from,
      to: { path: to, anchor },
    })),
    ...gone.map(([key]) => ({ from: isId(key) ? permalinkPath(key) : key })),
  ]
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap((redirect) => [{ ...redirect, from: redirect.from.replace(/\/$/, '') }, redirect]);
}
