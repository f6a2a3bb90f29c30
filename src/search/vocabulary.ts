import { toWords } from './words.ts';

/** The words that the articles use, with the number of articles that use each: what a misspelt word is corrected to. */
export type Vocabulary = Map<string, number>;

// What begins with a digit: 8080, 10mbit, the beginning of a digest; but not an exit code or the status of an answer.
const NUMBER = /^(?![1-9]\d\d$)\d/;

/** Counts the words of the articles; single letters, what is too long to be typed, and numbers of one article are left out but for those of three digits. */
export function toVocabulary(texts: Iterable<string>): Vocabulary {
  const vocabulary: Vocabulary = new Map();
  for (const text of texts) {
    for (const word of new Set(toWords(text))) {
      if (word.length > 1 && word.length < 25)
        vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    }
  }
  // No slip is corrected to them, and a word that is missing counts as one of one article.
  for (const [word, count] of vocabulary) {
    if (count === 1 && NUMBER.test(word)) vocabulary.delete(word);
  }
  return vocabulary;
}

// Before each word, how many letters it shares with the one before, as a capital letter: A for none. A word has no capitals.
const NONE = 65;
const WORD = /([A-Z])([^A-Z]*)/g;
// Behind the words, the number of articles of each as a character: 0 is never written.
const ZERO = 48;

/** Two lines: the words in alphabetical order, each without the letters that it shares with the one before, and how many articles use each. */
export function formatVocabulary(vocabulary: Vocabulary): string {
  let before = '';
  let words = '';
  const all = [...vocabulary.keys()].sort();
  for (const word of all) {
    let shared = 0;
    while (shared < before.length && before[shared] === word[shared]) shared += 1;
    words += String.fromCharCode(NONE + shared) + word.slice(shared);
    before = word;
  }
  const counts = all.map((word) => String.fromCodePoint(ZERO + (vocabulary.get(word) ?? 0)));
  return `${words}\n${counts.join('')}`;
}

export function parseVocabulary(text: string): Vocabulary {
  const [words = '', counts = ''] = text.split('\n');
  let word = '';
  const read = [...words.matchAll(WORD)].map(([, shared = '', rest = '']) => {
    word = word.slice(0, shared.charCodeAt(0) - NONE) + rest;
    return word;
  });
  return new Map(
    [...counts].map((count, i) => [read[i] ?? '', (count.codePointAt(0) ?? 0) - ZERO]),
  );
}

/** The most frequent word that begins like this; undefined when none does. */
export function findCompletion(start: string, vocabulary: Vocabulary): string | undefined {
  let best: { word: string; count: number } | undefined;
  for (const [word, count] of vocabulary)
    if (word.startsWith(start) && count > (best?.count ?? 0)) best = { word, count };
  return best?.word;
}
