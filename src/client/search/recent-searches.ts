import { keep, recall } from '../storage.ts';

const KEY = 'recent-searches';
const MOST = 6;

/** What was searched for lately on this device, the newest first. */
export function listRecentSearches(): string[] {
  const kept = recall(KEY);
  return Array.isArray(kept)
    ? kept.filter((query) => typeof query === 'string').slice(0, MOST)
    : [];
}

/** Remembers a query that was answered. */
export function addRecentSearch(query: string): void {
  const text = [...query.trim()].slice(0, 100).join('');
  if (text !== '')
    keep(KEY, [text, ...listRecentSearches().filter((other) => other !== text)].slice(0, MOST));
}

export function clearRecentSearches(): void {
  keep(KEY, undefined);
}
