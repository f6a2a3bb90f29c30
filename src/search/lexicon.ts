import type { Term } from '#schemas/glossary.ts';
import type { Synonyms } from '#schemas/synonyms.ts';
import { toStem, toStems, toTerms, toWords } from './words.ts';

/** What the search knows about words: the glossary's names, and which words stand for one another. */
export interface Lexicon {
  /** How many articles are indexed. */
  articles: number;
  /** `page` is the index's id of the article that explains a term best. */
  terms: { id: string; term: string; aliases: string[]; page?: string }[];
  /** Groups of stems. */
  synonyms: string[][];
}

/** Makes the lexicon; `pages` holds the index's id of each article by slug. */
export function toLexicon(
  pages: ReadonlyMap<string, string>,
  terms: readonly Term[],
  synonyms: readonly Synonyms[],
): Lexicon {
  return {
    articles: pages.size,
    terms: terms.map(({ id, term, aliases, article = '' }) => {
      const page = pages.get(article);
      return {
        id,
        term,
        aliases: aliases.filter((alias) => toKey(alias) !== toKey(term)),
        ...(page && { page }),
      };
    }),
    synonyms: synonyms.map(({ words }) => [...new Set(words.map(toStem))]),
  };
}

/** A name of the glossary that was typed: the term, and the alias if it was one. */
export interface Naming {
  id: string;
  term: string;
  alias?: string;
  /** The index's id of the article that explains it best. */
  page?: string;
}

/** The lexicon prepared for looking things up. */
export interface Language {
  articles: number;
  /** The names of the glossary by their stems. */
  names: ReadonlyMap<string, Naming>;
  /** What a stem counts as when texts are compared: its group of synonyms, or itself. */
  toConcept: (stem: string) => string;
  /** The stems that stand for this one; none when it has no group. */
  toSynonyms: (stem: string) => readonly string[];
}

export function toLanguage({ articles, terms, synonyms }: Lexicon): Language {
  const names = new Map<string, Naming>();
  const add = (text: string, naming: Naming) => {
    // A name that is more than the words that carry meaning, such as "process 1", would fire on what is left of it.
    if (toWords(text).length === toTerms(text).length && !names.has(toKey(text)))
      names.set(toKey(text), naming);
  };
  for (const { aliases: _, ...naming } of terms) add(naming.term, naming);
  for (const { aliases, ...naming } of terms)
    for (const alias of aliases) add(alias, { ...naming, alias });
  const groups = new Map(synonyms.flatMap((stems) => stems.map((stem) => [stem, stems])));
  return {
    articles,
    names,
    toConcept: (stem) => (groups.has(stem) ? `=${groups.get(stem)?.[0]}` : stem),
    toSynonyms: (stem) => groups.get(stem)?.filter((other) => other !== stem) ?? [],
  };
}

function toKey(text: string): string {
  return toStems(text).join(' ');
}
