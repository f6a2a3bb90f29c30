import { toStem } from '../search/words.ts';
import { FOUND } from './arrival.ts';
import { keep, recall } from './storage.ts';

const NAME = 'found';

/** Remembers the words for the page that the reader goes to. */
export function rememberFound(path: string, words: readonly string[]): void {
  keep(FOUND, { path, words }, 'sessionStorage');
}

/** Marks the words that were searched for in the article, without changing it; Escape takes the marks away. */
export function markFound(): void {
  const { path, words } = (recall(FOUND, 'sessionStorage') ?? {}) as { path?: unknown; words?: unknown };
  if (path !== location.pathname || !Array.isArray(words)) return;
  keep(FOUND, undefined, 'sessionStorage');
  const article = document.querySelector('main article') ?? document.querySelector('main');
  if (article === null || !('highlights' in CSS)) return;
  const stems = new Set(words.map((word) => toStem(String(word))));
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!stems.has(toStem(word.toLowerCase()))) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') CSS.highlights.delete(NAME);
  });
}
