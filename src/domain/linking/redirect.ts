import { isId, type Ledger } from './ledger.ts';
import type { MovedPath } from './moved.ts';
import { permalinkPath } from './permalink.ts';

/** What a host says of an old path: where its page is now, with an anchor perhaps, or that it is gone. */
export interface Redirect {
  /** The path without the base path, decoded. */
  from: string;
  to?: { path: string; anchor: string | undefined } | undefined;
}

/** What hosts say of old paths, with and without the slash at the end, in the order of the paths. */
export function listRedirects(moved: readonly MovedPath[], ledger: Ledger): Redirect[] {
  const gone = [...ledger].filter(([key, entry]) => entry.gone !== undefined && !key.includes('#'));
  return [
    ...moved.map(({ from, to, anchor }) => ({ from, to: { path: to, anchor } })),
    ...gone.map(([key]) => ({ from: isId(key) ? permalinkPath(key) : key })),
  ]
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap((redirect) => [{ ...redirect, from: redirect.from.replace(/\/$/, '') }, redirect]);
}
