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
        aliases,
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

// What stands before the index's id of an article, and before the id of a term.
const PAGE = '=';
const ID = '#';

/**
 * The lexicon as lines: the number of articles, the groups of stems, the subjects with their names, and the terms with their aliases below the
 * article that explains them; an empty line between. Compressed, it weighs an eighth less than JSON.
 */
export function formatLexicon({ articles, terms, synonyms, outside }: Lexicon): string {
  const pages = Map.groupBy(terms, ({ page = '' }) => page);
  return [
    [articles],
    synonyms.map((stems) => stems.join('\t')),
    outside.map(({ subject, names }) => [subject, ...names].join('\t')),
    [...pages].flatMap(([page, own]) => [
      PAGE + page,
      ...own.map(({ id, term, aliases }) =>
        [...(id ? [ID + id] : []), term, ...aliases].join('\t'),
      ),
    ]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Reads what `formatLexicon` has written. */
export function parseLexicon(text: string): Lexicon {
  const [counts = [], synonyms = [], outside = [], terms = []] = text
    .split('\n\n')
    .map((part) => part.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')])));
  let page = '';
  return {
    articles: Number(counts[0]?.[0]),
    synonyms,
    outside: outside.map(([subject = '', ...names]) => ({ subject, names })),
    terms: terms.flatMap((line) => {
      const [first = ''] = line;
      if (first.startsWith(PAGE)) {
        page = first.slice(PAGE.length);
        return [];
      }
      const id = first.startsWith(ID) ? { id: first.slice(ID.length) } : {};
      const [term = '', ...aliases] = first.startsWith(ID) ? line.slice(1) : line;
      return [{ ...id, term, aliases, ...(page && { page }) }];
    }),
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
