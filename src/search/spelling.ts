import type { Vocabulary } from './vocabulary.ts';

const LETTERS = /^\p{L}+$/u;
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ALIKE = ['aeiouy', 'ckq', 'sz', 'cs', 'dt', 'bp', 'fv', 'vw', 'gj', 'mn', 'ij'];

/** What was probably meant by a word that nobody uses. */
export interface Correction {
  /** One word, or two that were written as one. */
  words: string[];
  /** How far it is from what was typed: about 1 for each letter. */
  cost: number;
}

/** The word of the vocabulary that was probably meant; undefined when none is near. */
export function findCorrection(word: string, vocabulary: Vocabulary): Correction | undefined {
  if (word.length < 4 || !LETTERS.test(word)) return undefined;
  // One slip in a short word, two in a long one: with more, nearly everything is near something.
  const limit = word.length < 6 ? 1 : word.length < 7 ? 1.25 : word.length < 9 ? 2 : 2.6;
  let best: (Correction & { rank: number }) | undefined;
  const offer = (words: string[], cost: number, count: number) => {
    // Of two that are as near, the more common one was meant.
    const rank = cost + 0.5 / (1 + count);
    if (cost <= limit && (best === undefined || rank < best.rank)) best = { words, cost, rank };
  };
  for (const [candidate, count] of vocabulary) {
    if (
      Math.abs(candidate.length - word.length) > limit ||
      !LETTERS.test(candidate) ||
      isOpposite(word, candidate)
    )
      continue;
    // Who mistypes mostly gets the first letter right, unless the first two are swapped.
    const isSwapped = candidate[0] === word[1] && candidate[1] === word[0];
    offer(
      [candidate],
      measure(word, candidate, limit) + (candidate[0] === word[0] || isSwapped ? 0 : 0.4),
      count,
    );
  }
  for (let at = 3; at <= word.length - 3; at++) {
    const halves = [word.slice(0, at), word.slice(at)];
    const count = Math.min(...halves.map((half) => vocabulary.get(half) ?? 0));
    if (count >= COMMON) offer(halves, word.length < 8 ? 1.2 : 0.9, count);
  }
  return best && { words: best.words, cost: best.cost };
}

// Two words were written as one only if both are in use: nearly every long word can be cut into two rare ones.
const COMMON = 3;

// `unavailable` is no slip for `available`.
function isOpposite(word: string, candidate: string): boolean {
  return (
    /^(?:un|in|im|dis|non)/.test(word) &&
    word.endsWith(candidate) &&
    word.length - candidate.length > 1
  );
}

// The distance of two words: letters left out, added, changed or swapped. What fingers and ears confuse costs less.
function measure(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    const a = from[i - 1] ?? '';
    for (let j = 1; j <= to.length; j++) {
      const b = to[j - 1] ?? '';
      const doubled = a === from[i - 2];
      const missing = b === to[j - 2];
      row[j] = Math.min(
        (above[j - 1] ?? 0) + (a === b ? 0 : isAlike(a, b) ? 0.8 : 1.2),
        (above[j] ?? 0) + (doubled ? 0.5 : 1),
        (row[j - 1] ?? 0) + (missing ? 0.5 : 1),
        i > 1 && j > 1 && a === to[j - 2] && b === from[i - 2]
          ? (before[j - 2] ?? 0) + 0.7
          : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...row) > limit) return Number.POSITIVE_INFINITY;
    [before, above] = [above, row];
  }
  return above[to.length] ?? Number.POSITIVE_INFINITY;
}

function isAlike(a: string, b: string): boolean {
  if (ALIKE.some((letters) => letters.includes(a) && letters.includes(b))) return true;
  return KEYS.some((row, line) => {
    const at = row.indexOf(a);
    return (
      at >= 0 &&
      [KEYS[line - 1], row, KEYS[line + 1]].some(
        (keys) => Math.abs((keys?.indexOf(b) ?? -9) - at) <= 1,
      )
    );
  });
}
