import { toStem } from '#search/words.ts';

const NAME = 'found';

/** Marks words in the article in all their forms, without changing it; Escape takes the marks away. */
export function mark(words: readonly string[]): void {
  const article = document.querySelector('main article') ?? document.querySelector('main');
  if (article === null || !('highlights' in CSS)) return;
  const stems = new Set(words.map(toStem));
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
    // Escape in a dialogue closes that first.
    if (key === 'Escape' && document.querySelector('dialog[open]') === null)
      CSS.highlights.delete(NAME);
  });
}
