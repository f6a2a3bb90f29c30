import type { Found, Result } from './candidates.ts';

/** Puts the articles that are asked for first; those that are only mentioned stand behind the best of the others. */
export function pin(
  pinned: readonly Result[],
  { results, total }: Found,
  most: number,
  mentioned: readonly Result[] = [],
): Found {
  const toIds = (list: readonly Result[]) => new Set(list.map(({ card }) => card.id));
  const without = (list: readonly Result[], ids: ReadonlySet<string>) =>
    list.filter(({ card }) => !ids.has(card.id));
  const [best, ...others] = without(results, toIds(pinned));
  const first = [...pinned, ...(best ? [best] : [])];
  const behind = without(mentioned, toIds(first));
  const all = [...first, ...behind, ...without(others, toIds(behind))];
  return { results: all.slice(0, most), total: total + all.length - results.length };
}
