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

/** Merges searches for single words with one for all of them: rare words weigh more, and so do pages that hold many. Best first. */
export function mergeHits<T extends { id: string; score: number }>(
  searches: readonly (readonly T[])[],
  all: readonly T[],
  pages: number,
): Scored<T>[] {
  const merged = new Map<string, { hit: T; score: number; words: number }>();
  for (const hits of searches) {
    const rarity = Math.log(1 + (pages - hits.length + 0.5) / (hits.length + 0.5));
    for (const hit of hits) {
      const entry = merged.get(hit.id) ?? { hit, score: 0, words: 0 };
      entry.score += rarity * hit.score ** 0.7;
      entry.words += 1;
      merged.set(hit.id, entry);
    }
  }
  const best = all[0]?.score ?? 1;
  const bonus = new Map(all.map(({ id, score }) => [id, score / best]));
  return [...merged.values()]
    .map(({ hit, score, words }) => ({ hit, score: score * words * (1 + (bonus.get(hit.id) ?? 0)) }))
    .sort((a, b) => b.score - a.score);
}

/** How well words meet one of several texts, from 0 to 1: both the words that are found and the text that is used count. */
export function toLikeness(terms: readonly string[], texts: readonly string[]): number {
  const asked = new Set(terms.map(toStem));
  return Math.max(
    0,
    ...texts.map((text) => {
      const words = new Set(toTerms(text).map(toStem));
      const shared = [...asked].filter((word) => words.has(word)).length;
      return shared === 0 ? 0 : (2 * shared) / (asked.size + words.size);
    }),
  );
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

// Enough of a stem to take a plural for its singular.
function toStem(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}

interface Scored<T> {
  hit: T;
  score: number;
}
