import { element } from '../element.ts';
import { keep, recall } from '../storage.ts';

const KEY = 'recent-searches';
const MOST = 6;

/** How a search of the past looks. */
export const RECENT_LOOKS =
  'min-h-19 cursor-pointer text-start font-sans wrap-anywhere text-accent underline underline-offset-2';

/** What was searched for lately on this device, the newest first. */
function listRecentSearches(): string[] {
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

function clearRecentSearches(): void {
  keep(KEY, undefined);
}

/** Shows in a section of the page what was searched for lately, each query as the page makes it; `onClear` follows when it is forgotten. */
export function printRecentSearches(
  section: HTMLElement,
  toEntry: (query: string) => HTMLElement,
  onClear: () => void,
): void {
  const queries = listRecentSearches();
  section.hidden = queries.length === 0;
  const clear = element(
    'button',
    { type: 'button', class: `${RECENT_LOOKS} text-small` },
    'Clear recent searches',
  );
  clear.addEventListener('click', () => {
    clearRecentSearches();
    section.hidden = true;
    onClear();
  });
  section.replaceChildren(
    element('p', { class: 'quiet' }, 'Recent searches, kept on this device only'),
    element(
      'ul',
      { class: 'flex flex-wrap gap-x-12 gap-y-2' },
      ...queries.map((query) => element('li', {}, toEntry(query))),
    ),
    clear,
  );
}
