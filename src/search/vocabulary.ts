import { toStem, toWords } from './words.ts';

/** The words that the articles use, with the number of articles that use each: what a misspelt word is corrected to. */
export type Vocabulary = Map<string, number>;

/** Counts the words of the articles, each stem by its shortest word; single letters and what is too long to be typed are left out. */
export function toVocabulary(texts: Iterable<string>): Vocabulary {
  const stems = new Map<string, { word: string; count: number }>();
  for (const text of texts) {
    const words = Map.groupBy(new Set(toWords(text)), toStem);
    for (const [stem, [first = '', ...others]] of words) {
      if (first.length < 2 || first.length > 24) continue;
      const entry = stems.get(stem) ?? { word: first, count: 0 };
      const word = others.reduce((shortest, other) => (other.length < shortest.length ? other : shortest), first);
      stems.set(stem, { word: word.length < entry.word.length ? word : entry.word, count: entry.count + 1 });
    }
  }
  return new Map([...stems.values()].map(({ word, count }) => [word, count]));
}

/** One line for each number of articles, the most frequent first: the number, then the words in alphabetical order. */
export function formatVocabulary(vocabulary: Vocabulary): string {
  const lines = Map.groupBy(vocabulary.keys(), (word) => vocabulary.get(word) ?? 0);
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([count, words]) => `${count} ${words.sort().join(' ')}`)
    .join('\n');
}

export function parseVocabulary(text: string): Vocabulary {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [count, ...words] = line.split(' ');
      return words.map((word): [string, number] => [word, Number(count)]);
    }),
  );
}

/** The most frequent word that begins like this; undefined when none does. */
export function findCompletion(start: string, vocabulary: Vocabulary): string | undefined {
  let best: { word: string; count: number } | undefined;
  for (const [word, count] of vocabulary) if (word.startsWith(start) && count > (best?.count ?? 0)) best = { word, count };
  return best?.word;
}
