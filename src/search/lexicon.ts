import type { Term } from '../schemas/glossary.ts';
import type { Synonyms } from '../schemas/synonyms.ts';
import { toStem, toStems } from './words.ts';

/** What the search knows about words: the glossary's names, and which words stand for one another. */
export interface Lexicon {
  /** How many articles are indexed. */
  articles: number;
  terms: { id: string; term: string; aliases: string[] }[];
  /** Groups of stems. */
  synonyms: string[][];
}

export function toLexicon(articles: number, terms: readonly Term[], synonyms: readonly Synonyms[]): Lexicon {
  return {
    articles,
    terms: terms.map(({ id, term, aliases }) => ({ id, term, aliases })),
    synonyms: synonyms.map(({ words }) => [...new Set(words.map(toStem))]),
  };
}

/** A name of the glossary that was typed: the term, and the alias if it was one. */
export interface Naming {
  id: string;
  term: string;
  alias?: string;
}

/** The lexicon prepared for looking things up. */
export interface Language {
  articles: number;
  /** The names of the glossary by their stems. */
  names: ReadonlyMap<string, Naming>;
  /** What a stem counts as when texts are compared: its group of synonyms, or itself. */
  toConcept: (stem: string) => string;
}

export function toLanguage({ articles, terms, synonyms }: Lexicon): Language {
  const names = new Map<string, Naming>();
  const add = (text: string, naming: Naming) => {
    const key = toStems(text).join(' ');
    if (key !== '' && !names.has(key)) names.set(key, naming);
  };
  for (const { id, term } of terms) add(term, { id, term });
  for (const { id, term, aliases } of terms) for (const alias of aliases) add(alias, { id, term, alias });
  const groups = new Map(synonyms.flatMap((stems) => stems.map((stem) => [stem, `=${stems[0]}`])));
  return { articles, names, toConcept: (stem) => groups.get(stem) ?? stem };
}
