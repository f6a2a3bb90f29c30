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
  const limit = word.length < 6 ? 1.2 : word.length < 9 ? 2 : 2.6;
  let best: Correction | undefined;
  for (const [candidate, count] of vocabulary) {
    if (Math.abs(candidate.length - word.length) > limit || !LETTERS.test(candidate)) continue;
    // Who mistypes mostly gets the first letter right, and means a common word rather than a rare one.
    const cost = measure(word, candidate, limit) + (candidate[0] === word[0] ? 0 : 0.4) + 0.5 / (1 + count);
    if (cost <= limit + 0.3 && (best === undefined || cost < best.cost)) best = { words: [candidate], cost };
  }
  if (best === undefined || best.cost > 1) {
    for (let at = 3; at <= word.length - 3; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const count = Math.min(vocabulary.get(head) ?? 0, vocabulary.get(tail) ?? 0);
      const cost = (word.length < 9 ? 1.2 : 0.7) + 0.3 / (1 + count);
      if (count > 0 && (best === undefined || cost < best.cost)) best = { words: [head, tail], cost };
    }
  }
  return best;
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
        i > 1 && j > 1 && a === to[j - 2] && b === from[i - 2] ? (before[j - 2] ?? 0) + 0.7 : Number.POSITIVE_INFINITY,
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
    return at >= 0 && [KEYS[line - 1], row, KEYS[line + 1]].some((keys) => Math.abs((keys?.indexOf(b) ?? -9) - at) <= 1);
  });
}
