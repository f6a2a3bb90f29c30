import { toWords } from './words.ts';

/** The words that the articles use, with the number of articles that use each: what a misspelt word is corrected to. */
export type Vocabulary = Map<string, number>;

/** Counts the words of the articles; single letters and what is too long to be typed are left out. */
export function toVocabulary(texts: Iterable<string>): Vocabulary {
  const vocabulary: Vocabulary = new Map();
  for (const text of texts) {
    for (const word of new Set(toWords(text))) {
      if (word.length > 1 && word.length < 25)
        vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    }
  }
  return vocabulary;
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
  for (const [word, count] of vocabulary)
    if (word.startsWith(start) && count > (best?.count ?? 0)) best = { word, count };
  return best?.word;
}
