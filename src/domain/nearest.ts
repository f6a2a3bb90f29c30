import { distance } from 'fastest-levenshtein';

/** The candidate closest to `word`, if it is close enough to be what the author meant. */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: { candidate: string; cost: number } | undefined;
  for (const candidate of candidates) {
    const cost = isBeginning(word, candidate)
      ? 1
      : distance(word.toLowerCase(), candidate.toLowerCase());
    if (cost <= limit && (best === undefined || cost < best.cost)) best = { candidate, cost };
  }
  return best?.candidate;
}

// A name that was cut short, or that ends in another form: docker-resources for docker-resource-limits.
function isBeginning(word: string, candidate: string): boolean {
  const stem = word.slice(0, -1);
  return stem.length > 7 && candidate.length > word.length && candidate.startsWith(stem);
}
