import { FOUND_KEY, keep, recall } from '../storage.ts';

/** Remembers, for the page that the reader goes to next in this tab, which words led there. */
export function rememberFound(path: string, words: readonly string[]): void {
  keep(FOUND_KEY, { path, words }, 'sessionStorage');
}

/** Marks the words that led to this page, once, if the reader came from a result; the module that marks them is loaded only then. */
export function markFound(): void {
  const words = takeFound();
  if (words.length > 0) void import('./highlights.ts').then(({ mark }) => mark(words));
}

function takeFound(): string[] {
  const { path, words } = (recall(FOUND_KEY, 'sessionStorage') ?? {}) as {
    path?: unknown;
    words?: unknown;
  };
  if (path !== location.pathname || !Array.isArray(words)) return [];
  keep(FOUND_KEY, undefined, 'sessionStorage');
  return words.map(String);
}
