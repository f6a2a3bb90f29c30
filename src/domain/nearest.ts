import { distance } from 'fastest-levenshtein';

/** The candidate closest to `word`, if it is close enough to be what the author meant; of equally close ones that with the same beginning. */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: { candidate: string; rank: readonly number[] } | undefined;
  for (const candidate of candidates) {
    const letters = distance(word.toLowerCase(), candidate.toLowerCase());
    const cost = isBeginning(word, candidate) ? 1 : letters;
    const rank = [cost, letters, -countShared(word, candidate)];
    if (cost <= limit && (best === undefined || isLess(rank, best.rank)))
      best = { candidate, rank };
  }
  return best?.candidate;
}

// A name that was cut short, or that ends in another form: docker-resources for docker-resource-limits.
function isBeginning(word: string, candidate: string): boolean {
  const stem = word.slice(0, -1);
  return stem.length > 7 && candidate.length > word.length && candidate.startsWith(stem);
}

function countShared(word: string, candidate: string): number {
  const end = [...word].findIndex((letter, index) => letter !== candidate[index]);
  return end === -1 ? word.length : end;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}
