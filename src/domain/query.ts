const STOP_WORDS = new Set(
  'a about am an and any are as at be been but by can could did do does for from get got had has have how i if in into is it its just like me my no not of on or our so some than that the their them then there these they this to too up us was we were what when where which while who why will with would you your'.split(
    ' ',
  ),
);

/** The words of a question that carry its meaning, at most twelve. */
export function toTerms(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_.@/#+-]*/gu) ?? [];
  return [...new Set(words.map((word) => word.replace(/[.,/-]+$/, '')))]
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word))
    .slice(0, 12);
}

/** Merges searches for single words: rare words weigh more, and so do pages that hold many of them. Best first. */
export function mergeHits<T extends { id: string; score: number }>(searches: readonly (readonly T[])[], pages: number): T[] {
  const merged = new Map<string, { hit: T; score: number; words: number }>();
  for (const hits of searches) {
    const rarity = Math.log(1 + (pages - hits.length + 0.5) / (hits.length + 0.5));
    for (const hit of hits) {
      const entry = merged.get(hit.id) ?? { hit, score: 0, words: 0 };
      entry.score += rarity * Math.min(hit.score, 10);
      entry.words += 1;
      merged.set(hit.id, entry);
    }
  }
  return [...merged.values()].sort((a, b) => b.score * b.words - a.score * a.words).map(({ hit }) => hit);
}

/** An excerpt of Pagefind in parts, so that it is shown as text and never as HTML. */
export function toExcerptParts(excerpt: string): { text: string; marked: boolean }[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => ({ text: decode(part.replace(/<\/?mark>/g, '')), marked: part.startsWith('<mark>') }));
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
