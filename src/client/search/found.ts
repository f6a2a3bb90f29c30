import { FOUND_KEY, keep, recall } from '../storage.ts';

/** Remembers, for the page that the reader goes to next in this tab, which words led there. */
export function rememberFound(path: string, words: readonly string[]): void {
  keep(FOUND_KEY, { path, words }, 'sessionStorage');
}

/** The words that led to this page, once; empty when the reader came another way. */
export function takeFound(): string[] {
  const { path, words } = (recall(FOUND_KEY, 'sessionStorage') ?? {}) as {
    path?: unknown;
    words?: unknown;
  };
  if (path !== location.pathname || !Array.isArray(words)) return [];
  keep(FOUND_KEY, undefined, 'sessionStorage');
  return words.map(String);
}
