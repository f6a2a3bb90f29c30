import type { Memory } from './library.ts';
import type { Naming } from './lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isStopWord, toStem, toTerms, toWords } from './words.ts';

/** A word of the query as it is looked up. */
export interface Word {
  word: string;
  /** The whole word, when only its beginning was typed. */
  meant: string;
  /** How sure it is that this was meant, from 0 to 1. */
  trust: number;
}

/** A word that was taken for others. */
export interface Corrected {
  from: string;
  to: string[];
}

/** What the words of a query stand for. */
export interface Reading {
  words: Word[];
  corrections: Corrected[];
  /** Words that no article has. */
  ignored: string[];
  /** The part of the words that were found, from 0 to 1. */
  share: number;
}

/** A name of the glossary within a query, and how many of its words it takes. */
export type Named = Naming & { length: number };

// What one word stands for; `found` of `counted` words were found.
interface WordReading {
  words: Word[];
  correction?: Corrected;
  ignored?: string;
  found: number;
  counted: number;
}

// How far a corrected word counts as found, and the cost of a single slip.
const CORRECTED = 0.8;
const ONE_SLIP = 1;
// A word that only its synonyms are known of is looked up by some of them.
const MOST_SYNONYMS = 3;
const SYNONYM_TRUST = 0.5;
// How sure it is that who types an alias also means the word that the glossary prefers.
const ALIAS_TRUST = 0.3;
const NO_WORDS: Vocabulary = new Map();

/** Reads what each word of a query stands for; `exactly` takes every word as it is written. */
export async function readTerms(
  library: Memory,
  terms: readonly string[],
  exactly: boolean,
  vocabulary?: Vocabulary,
): Promise<Reading> {
  const read = await Promise.all(
    terms.map((term, i) => readWord(library, term, exactly, i === terms.length - 1, vocabulary)),
  );
  const counted = read.reduce((sum, { counted }) => sum + counted, 0);
  return {
    words: read.flatMap(({ words }) => words),
    corrections: read.flatMap(({ correction }) => correction ?? []),
    ignored: read.flatMap(({ ignored }) => ignored ?? []),
    share: counted === 0 ? 0 : read.reduce((sum, { found }) => sum + found, 0) / counted,
  };
}

// A vocabulary that is there already says whether a word is known; else the index is asked, and the vocabulary loaded for what it lacks.
async function readWord(
  library: Memory,
  term: string,
  exactly: boolean,
  isLast: boolean,
  loaded?: Vocabulary,
): Promise<WordReading> {
  const known = loaded
    ? library.hasStem(toStem(term), loaded)
    : (await library.search(`"${term}"`)).length > 0;
  if (known) return { words: [{ word: term, meant: term, trust: 1 }], found: 1, counted: 1 };
  if (exactly) return { words: [], ignored: term, found: 0, counted: 1 };
  const synonyms = (await library.language()).toSynonyms(toStem(term));
  if (synonyms.length > 0) {
    const words = synonyms
      .slice(0, MOST_SYNONYMS)
      .map((word) => ({ word, meant: word, trust: SYNONYM_TRUST }));
    return { words, found: 1, counted: 1 };
  }
  // The last word of a query may be unfinished.
  const begun = isLast && loaded === undefined;
  let completion = begun ? await complete(library, term) : undefined;
  const vocabulary = loaded ?? (completion === undefined ? await library.vocabulary() : NO_WORDS);
  if (begun && completion === undefined) {
    const { findCompletion } = await import('./vocabulary.ts');
    completion = findCompletion(term, vocabulary);
  }
  if (completion !== undefined)
    return { words: [{ word: term, meant: completion, trust: 1 }], found: 1, counted: 1 };
  const correction = await library.findCorrection(term, vocabulary);
  // In a ticket most unknown words are names, and no slips of the keyboard.
  if (correction === undefined || (loaded && correction.cost > ONE_SLIP))
    return { words: [], ignored: term, found: 0, counted: 1 };
  const trust = correction.cost > ONE_SLIP ? 0.6 : 0.9;
  const to = correction.words.filter((word) => !isStopWord(word));
  if (to.length === 0 && correction.cost <= ONE_SLIP) return { words: [], found: 0, counted: 0 };
  if (to.length === 0) return { words: [], ignored: term, found: 0, counted: 1 };
  return {
    words: to.map((word) => ({ word, meant: word, trust })),
    correction: { from: term, to: correction.words },
    found: CORRECTED * trust * to.length,
    counted: to.length,
  };
}

/** Finds names of the glossary among the words of a query, the longest that begin at each. */
export async function findNamings(library: Memory, words: readonly string[]): Promise<Named[]> {
  const { names } = await library.language();
  const namings: Named[] = [];
  for (let from = 0; from < words.length; from++) {
    // The longest name that begins here; what is within it is no name of its own.
    for (let length = Math.min(4, words.length - from); length > 0; length--) {
      const span = words.slice(from, from + length);
      const found = names.get(span.map(toStem).join(' '));
      if (found === undefined) continue;
      const { alias, ...naming } = found;
      // An alias is one only as it is written: "docker" is no short form of what some call "dockers".
      const isAlias = alias !== undefined && toTerms(alias).join(' ') === span.join(' ');
      namings.push({ ...naming, ...(isAlias && { alias }), length });
      from += length - 1;
      break;
    }
  }
  return namings;
}

/** Adds the preferred names of what the glossary calls by another: they are looked up as well. */
export function addPreferredNames(words: readonly Word[], namings: readonly Naming[]): Word[] {
  const preferred = namings.flatMap(({ alias, term }) =>
    alias === undefined ? [] : toTerms(term),
  );
  const all = [...words];
  for (const word of preferred)
    if (!all.some(({ meant }) => toStem(meant) === toStem(word)))
      all.push({ word, meant: word, trust: ALIAS_TRUST });
  return all;
}

// The word that begins like this, read from the page that has it most: the vocabulary need not be loaded while a reader types.
async function complete(library: Memory, start: string): Promise<string | undefined> {
  const [best] = await library.search(start);
  if (best === undefined || best.words.length === 0) return undefined;
  const words = (await best.data()).content.split(/\s+/);
  return best.words
    .flatMap((place) => toWords(words[place] ?? ''))
    .find((word) => word.startsWith(start));
}

/** The query with its corrections made. */
export function correct(query: string, corrections: readonly Corrected[]): string {
  // The words of a query are letters and digits, so a border is where another kind of character stands.
  const replace = (text: string, { from, to }: Corrected) =>
    text.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${[...from].join("['’]?")}(?![\\p{L}\\p{N}])`, 'giu'),
      to.join(' '),
    );
  return corrections.reduce(replace, query);
}
