import type { Term } from '#schemas/glossary.ts';
import type { Outside } from '#schemas/outside.ts';
import type { Synonyms } from '#schemas/synonyms.ts';
import { toPlain, toStem, toStems, toTerms, toWords } from './words.ts';

/** What the search knows about words: the glossary's names, which words stand for one another, and what is no subject of any article. */
export interface Lexicon {
  /** How many articles are indexed. */
  articles: number;
  /** `page` is the index's id of the article that explains a term best; a missing id is that of its words. */
  terms: { id?: string; term: string; aliases: string[]; page?: string }[];
  /** Groups of stems. */
  synonyms: string[][];
  /** Subjects that no article covers. */
  outside: Omit<Outside, 'id'>[];
}

/** Makes the lexicon; `pages` holds the index's id of each article by slug. */
export function toLexicon(
  pages: ReadonlyMap<string, string>,
  terms: readonly Term[],
  synonyms: readonly Synonyms[],
  outside: readonly Outside[],
): Lexicon {
  return {
    articles: pages.size,
    terms: terms.map(({ id, term, aliases, article = '' }) => {
      const page = pages.get(article);
      return {
        ...(id !== toId(term) && { id }),
        term,
        aliases: aliases.filter((alias) => toKey(alias) !== toKey(term)),
        ...(page && { page }),
      };
    }),
    synonyms: synonyms.map(({ words }) => [...new Set(words.map(toStem))]),
    outside: outside.map(({ subject, names }) => ({ subject, names })),
  };
}

function toId(term: string): string {
  return toPlain(term).replaceAll(' ', '-');
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
  /** The names of subjects that no article covers, by their stems. */
  outside: ReadonlyMap<string, string>;
  /** What a stem counts as when texts are compared: its group of synonyms, or itself. */
  toConcept: (stem: string) => string;
  /** The stems that stand for this one; none when it has no group. */
  toSynonyms: (stem: string) => readonly string[];
}

export function toLanguage({ articles, terms, synonyms, outside }: Lexicon): Language {
  const names = new Map<string, Naming>();
  const add = (text: string, naming: Naming) => {
    if (isWhole(text) && !names.has(toKey(text))) names.set(toKey(text), naming);
  };
  const named = terms.map(({ id, ...term }) => ({ id: id ?? toId(term.term), ...term }));
  for (const { aliases: _, ...naming } of named) add(naming.term, naming);
  for (const { aliases, ...naming } of named)
    for (const alias of aliases) add(alias, { ...naming, alias });
  const groups = new Map(synonyms.flatMap((stems) => stems.map((stem) => [stem, stems])));
  return {
    articles,
    names,
    outside: new Map(
      outside.flatMap(({ subject, names }) =>
        names.filter(isWhole).map((name) => [toKey(name), subject] as const),
      ),
    ),
    toConcept: (stem) => (groups.has(stem) ? `=${groups.get(stem)?.[0]}` : stem),
    toSynonyms: (stem) => groups.get(stem)?.filter((other) => other !== stem) ?? [],
  };
}

// A name that is more than the words that carry meaning, such as "process 1", would fire on what is left of it.
function isWhole(name: string): boolean {
  return toWords(name).length === toTerms(name).length;
}

function toKey(text: string): string {
  return toStems(text).join(' ');
}
