import { remember } from '#domain/remember.ts';
import type { Card, Facets } from './card.ts';
import { type Lexicon, type Naming, toLanguage } from './lexicon.ts';
import {
  type Candidate,
  mergeProbes,
  type Profile,
  QUERY_WEIGHTS,
  type Reasons,
  rankProfiles,
  type Scored,
  TICKET_WEIGHTS,
  toProfile,
  toRarity,
  type Weights,
} from './ranking.ts';
import { findSections, type Section, type Text } from './sections.ts';
import { type Correction, findCorrection } from './spelling.ts';
import { toMessage } from './ticket.ts';
import { findCompletion, type Vocabulary } from './vocabulary.ts';
import { isStopWord, toPlain, toStem, toTerms, toWords } from './words.ts';

/** A page on which the index found a word. */
export interface Hit extends Scored {
  /** The places of the word in the text, counted in words. */
  words: number[];
  data: () => Promise<Pick<Text, 'content' | 'anchors'>>;
}

/** Where the engine finds what was built; a browser and a command open it in their own ways. Each part is loaded when it is first asked for. */
export interface Library {
  /** The pages with a word, or with a `"phrase"`. */
  search: (text: string) => Promise<readonly Hit[]>;
  card: (page: string) => Promise<Card>;
  lexicon: () => Promise<Lexicon>;
  vocabulary: () => Promise<Vocabulary>;
  /** The topic and kind of every page. */
  facets: () => Promise<ReadonlyMap<string, Facets>>;
}

export interface Result {
  card: Card;
  /** Missing when the article was asked for by its id. */
  reasons?: Reasons;
  /** The words that were found. */
  words: string[];
  candidate: Candidate<Hit>;
}

export interface Answer {
  /** Best first; at most ten articles, five for a single word or a ticket. */
  results: Result[];
  /** How many articles were found in all. */
  total: number;
  /** What comes nearest when too few of the words were found; there are no results then. */
  nearest: Result[];
  /** Words that were taken for others. */
  corrections: { from: string; to: string[] }[];
  /** Words that no article has. */
  ignored: string[];
  /** Names of the glossary within the query. */
  namings: Naming[];
  /** The glossary's term that the whole query names. */
  definition?: Naming;
  /** An id that was asked for and no article has. */
  unknownId?: string;
  /** How many of the articles found have each topic and kind, each count with the other filter applied. */
  counts?: { topic: Map<string, number>; kind: Map<string, number> };
}

export interface Options {
  /** Takes every word as it is written. */
  exactly?: boolean;
  /** Lists up to fifty articles. */
  all?: boolean;
  /** Keeps the articles with this topic and kind; an empty filter counts them only. */
  filter?: Partial<Facets>;
}

/** A word of the query as it is looked up. */
interface Word {
  word: string;
  /** The whole word, when only its beginning was typed. */
  meant: string;
  /** How sure it is that this was meant, from 0 to 1. */
  trust: number;
}

/** `share` is the part of the words that were found, from 0 to 1. */
type Reading = Pick<Answer, 'corrections' | 'ignored'> & { words: Word[]; share: number };

/** What one word stands for; `found` of `counted` words were found. */
interface WordReading {
  words: Word[];
  correction?: Answer['corrections'][number];
  ignored?: string;
  found: number;
  counted: number;
}

// A single word is compared with fewer articles: there is little in it to compare, and each weighs two kilobytes.
const MOST_RESULTS = 10;
const MOST_FOR_A_WORD = 5;
const MOST_OF_ALL = 50;
const MOST_SUGGESTIONS = 5;
const MOST_NEAREST = 3;
// How many pages a ticket is compared with, and how many of its words are looked up, the rarest first.
const MOST_CANDIDATES = 10;
const MOST_PROBES = 10;
// The part of the words that must be found, or else nothing is: more when no phrase of any article is much like the query.
const ENOUGH = 0.4;
const ENOUGH_IF_UNLIKE = 0.68;
const ALIKE = 0.8;
const UNLIKE = 0.53;
// How far a corrected word counts as found, and the cost of a single slip.
const CORRECTED = 0.8;
const ONE_SLIP = 1;
// A word that only its synonyms are known of is looked up by some of them.
const MOST_SYNONYMS = 3;
const SYNONYM_TRUST = 0.5;
// How sure it is that who types an alias also means the word that the glossary prefers.
const ALIAS_TRUST = 0.3;
// The part of the best page's score that a page must have to be found.
const RELEVANT = 0.12;

// An id as people write and paste it: KB-1042, kb1042, 1042, a permalink; with what hangs on behind it.
const ID = /^\s*(?:\S*\/k\/|(kb[\s_-]*))?(\d{4,6})\/?(?:#\S*)?[\s.,;:!?)\]]*$/i;

/** Finds articles for a query or a ticket. */
export class Engine {
  readonly #library: Library;
  readonly #search = remember((text: string) => this.#library.search(text));
  readonly #language = remember(() => this.#library.lexicon().then(toLanguage));
  readonly #profile = remember(async (page: string): Promise<Profile> => {
    const [card, { toConcept }] = await Promise.all([this.#library.card(page), this.#language()]);
    return toProfile(card, toConcept);
  });
  readonly #corrections = new Map<string, Correction | undefined>();
  #stems: Set<string> | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Answers a query of a few words. */
  async find(query: string, options: Options = {}): Promise<Answer> {
    const id = ID.exec(query);
    const pinned = id === null ? undefined : await this.#findId(`KB-${id[2]}`);
    const terms = toTerms(query);
    // Who pastes a whole message into the field gets what a ticket gets.
    if (terms.length > MOST_PROBES)
      return this.suggest(query, { ...options, most: options.all ? MOST_OF_ALL : MOST_RESULTS });
    // The letters of an id stand in every article: they are no words to look for.
    const reading = await this.#read(id?.[1] ? [] : terms, options.exactly ?? false);
    const namings = await this.#findNamings(reading.words.map(({ meant }) => meant));
    const words = [...reading.words];
    // What the glossary calls by another name is looked up by that name as well.
    for (const word of namings.flatMap(({ alias, term }) =>
      alias === undefined ? [] : toTerms(term),
    )) {
      if (!words.some(({ meant }) => toStem(meant) === toStem(word)))
        words.push({ word, meant: word, trust: ALIAS_TRUST });
    }
    const most = options.all ? MOST_OF_ALL : terms.length < 2 ? MOST_FOR_A_WORD : MOST_RESULTS;
    const definition =
      reading.ignored.length > 0
        ? undefined
        : namings.find(({ length }) => length === reading.words.length);
    const ranked = await this.#rank(
      words,
      [],
      correct(query, reading.corrections),
      QUERY_WEIGHTS,
      most,
      {
        ...options,
        best: definition?.page ?? pinned?.candidate.id,
      },
    );
    const isFiltered = Object.keys(options.filter ?? {}).length > 0;
    // Words that no article holds together, and no phrase is like, stand in the articles by chance.
    const isTogether = ranked.results.some(
      ({ candidate }) => candidate.found.length >= reading.words.length,
    );
    const isChance =
      !isFiltered && !isTogether && (ranked.results[0]?.reasons?.likeness ?? 0) < UNLIKE;
    const enough = isEnough(reading, ranked.results, options.filter) && !isChance;
    const found = enough ? ranked : NOTHING;
    return {
      ...found,
      ...(pinned && pin([pinned], found, most)),
      nearest: enough || pinned ? [] : ranked.results.slice(0, MOST_NEAREST),
      corrections: reading.corrections,
      ignored: reading.ignored,
      namings,
      ...(definition && { definition }),
      ...(id?.[1] && pinned === undefined && { unknownId: `KB-${id[2]}` }),
    };
  }

  /** Suggests articles for the text of a ticket. */
  async suggest(
    ticket: string,
    {
      most = MOST_SUGGESTIONS,
      exactly = false,
      filter,
    }: Pick<Options, 'exactly' | 'filter'> & { most?: number } = {},
  ): Promise<Answer> {
    const message = toMessage(ticket);
    const [vocabulary, { articles }] = await Promise.all([
      this.#library.vocabulary(),
      this.#language(),
    ]);
    const reading = await this.#read(toTerms(message), exactly, vocabulary);
    const rarity = ({ meant }: Word) => toRarity(vocabulary.get(meant) ?? 1, articles);
    const rarest = reading.words.toSorted((a, b) => rarity(b) - rarity(a));
    const [probes, others] = [rarest.slice(0, MOST_PROBES), rarest.slice(MOST_PROBES)];
    const ranked = await this.#rank(
      probes,
      others,
      message,
      TICKET_WEIGHTS,
      Math.max(most, MOST_CANDIDATES),
      { filter },
    );
    const found = isEnough(reading, ranked.results, filter) ? ranked : NOTHING;
    const ids = new Set(
      [...ticket.matchAll(/\bkb[\s_-]?(\d{4,6})\b/gi)].map((match) => `KB-${match[1]}`),
    );
    const pinned = await Promise.all([...ids].map((id) => this.#findId(id)));
    return {
      ...found,
      ...pin(
        pinned.filter((result) => result !== undefined),
        found,
        most,
      ),
      nearest: [],
      corrections: reading.corrections,
      ignored: reading.ignored,
      namings: [],
    };
  }

  /** The sections of a result that hold what was looked for, best first, at most three. */
  async findSections({ candidate, card }: Result): Promise<Section[]> {
    const [first] = candidate.found;
    if (first === undefined) return [];
    const [text, { articles }] = await Promise.all([first.hit.data(), this.#language()]);
    const matches = candidate.found.map(({ probe, hit }) => ({
      word: probe.word,
      meant: probe.meant,
      weight: probe.trust * Math.max(0.1, toRarity(probe.hits.length, articles)),
      places: hit.words,
    }));
    return findSections({ ...text, url: card.url, subjects: card.subjects }, matches);
  }

  // What each word of the query stands for.
  async #read(
    terms: readonly string[],
    exactly: boolean,
    vocabulary?: Vocabulary,
  ): Promise<Reading> {
    const read = await Promise.all(
      terms.map((term, i) => this.#readWord(term, exactly, i === terms.length - 1, vocabulary)),
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
  async #readWord(
    term: string,
    exactly: boolean,
    isLast: boolean,
    loaded?: Vocabulary,
  ): Promise<WordReading> {
    const known = loaded
      ? this.#toStems(loaded).has(toStem(term))
      : (await this.#search(`"${term}"`)).length > 0;
    if (known) return { words: [{ word: term, meant: term, trust: 1 }], found: 1, counted: 1 };
    if (exactly) return { words: [], ignored: term, found: 0, counted: 1 };
    const synonyms = (await this.#language()).toSynonyms(toStem(term));
    if (synonyms.length > 0) {
      const words = synonyms
        .slice(0, MOST_SYNONYMS)
        .map((word) => ({ word, meant: word, trust: SYNONYM_TRUST }));
      return { words, found: 1, counted: 1 };
    }
    // The last word of a query may be unfinished.
    const begun = isLast && loaded === undefined;
    let completion = begun ? await this.#complete(term) : undefined;
    const vocabulary =
      loaded ?? (completion === undefined ? await this.#library.vocabulary() : NO_WORDS);
    if (begun) completion ??= findCompletion(term, vocabulary);
    if (completion !== undefined)
      return { words: [{ word: term, meant: completion, trust: 1 }], found: 1, counted: 1 };
    const correction = this.#correct(term, vocabulary);
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

  // `others` are words that take part in the comparison but are not looked up.
  async #rank(
    words: readonly Word[],
    others: readonly Word[],
    text: string,
    weights: Weights,
    most: number,
    // `best` is the page that must be compared, whatever the index thinks of it.
    {
      filter,
      best: favourite,
    }: { filter?: Partial<Facets> | undefined; best?: string | undefined } = {},
  ): Promise<Pick<Answer, 'results' | 'total' | 'counts'>> {
    const { articles, toConcept } = await this.#language();
    const probes = await Promise.all(
      words.map(async (word) => ({ ...word, hits: await this.#search(word.word) })),
    );
    const merged = mergeProbes(probes, articles, weights);
    const best = merged[0]?.score ?? 0;
    const relevant = merged.filter(({ score }) => score >= best * RELEVANT);
    const facets = filter && (await this.#library.facets());
    const fits = ({ id }: { id: string }, ...fields: (keyof Facets)[]) =>
      fields.every(
        (field) => filter?.[field] === undefined || facets?.get(id)?.[field] === filter[field],
      );
    const kept = relevant.filter((page) => fits(page, 'topic', 'kind'));
    const compared = kept
      .toSorted((a, b) => Number(b.id === favourite) - Number(a.id === favourite))
      .slice(0, most);
    const pages = await Promise.all(
      compared.map(async (candidate) => ({
        candidate,
        words: best === 0 ? 0 : candidate.score / best,
        profile: await this.#profile(candidate.id),
      })),
    );
    const concepts = new Map(
      [...others, ...words].map(({ meant, trust }) => [toConcept(toStem(meant)), trust]),
    );
    const reasons = rankProfiles(pages, { plain: toPlain(text), concepts }, weights);
    const results = pages.map(({ candidate, profile }, i): Result => {
      const found = candidate.found.map(({ probe }) => probe.meant);
      return {
        card: profile.card,
        candidate,
        words: found,
        ...(reasons[i] && { reasons: reasons[i] }),
      };
    });
    const tally = (field: keyof Facets, other: keyof Facets) => {
      const groups = Map.groupBy(
        relevant.filter((page) => fits(page, other)),
        ({ id }) => facets?.get(id)?.[field] ?? '',
      );
      return new Map([...groups].map(([value, members]) => [value, members.length]));
    };
    return {
      results: results.sort((a, b) => (b.reasons?.total ?? 0) - (a.reasons?.total ?? 0)),
      total: kept.length,
      ...(filter && { counts: { topic: tally('topic', 'kind'), kind: tally('kind', 'topic') } }),
    };
  }

  async #findNamings(words: readonly string[]): Promise<(Naming & { length: number })[]> {
    const { names } = await this.#language();
    const namings: (Naming & { length: number })[] = [];
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

  async #findId(id: string): Promise<Result | undefined> {
    for (const hit of await this.#search(`"${id.replace('-', '').toLowerCase()}"`)) {
      const { card } = await this.#profile(hit.id);
      if (card.id === id)
        return { card, words: [], candidate: { id: hit.id, score: 0, found: [] } };
    }
    return undefined;
  }

  // The word that begins like this, read from the page that has it most: the vocabulary need not be loaded while a reader types.
  async #complete(start: string): Promise<string | undefined> {
    const [best] = await this.#search(start);
    if (best === undefined || best.words.length === 0) return undefined;
    const words = (await best.data()).content.split(/\s+/);
    return best.words
      .flatMap((place) => toWords(words[place] ?? ''))
      .find((word) => word.startsWith(start));
  }

  // The stems of the vocabulary, worked out once.
  #toStems(vocabulary: Vocabulary): Set<string> {
    this.#stems ??= new Set([...vocabulary.keys()].map(toStem));
    return this.#stems;
  }

  #correct(term: string, vocabulary: Vocabulary): Correction | undefined {
    if (vocabulary.size === 0) return undefined;
    if (!this.#corrections.has(term)) this.#corrections.set(term, findCorrection(term, vocabulary));
    return this.#corrections.get(term);
  }
}

function isEnough(
  { share, words }: Reading,
  [best]: readonly Result[],
  filter: Partial<Facets> = {},
): boolean {
  // A filter may have taken away the article that the query is like.
  const isAlike = Object.keys(filter).length > 0 || (best?.reasons?.likeness ?? 0) >= ALIKE;
  return words.length > 0 && share >= (isAlike ? ENOUGH : ENOUGH_IF_UNLIKE);
}

const NO_WORDS: Vocabulary = new Map();
const NOTHING: Pick<Answer, 'results' | 'total'> = { results: [], total: 0 };

/** The query with its corrections made. */
export function correct(query: string, corrections: Answer['corrections']): string {
  // The words of a query are letters and digits, so a border is where another kind of character stands.
  const replace = (text: string, { from, to }: Answer['corrections'][number]) =>
    text.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${[...from].join("['’]?")}(?![\\p{L}\\p{N}])`, 'giu'),
      to.join(' '),
    );
  return corrections.reduce(replace, query);
}

// The articles that were asked for by id come first.
function pin(
  pinned: readonly Result[],
  { results, total }: Pick<Answer, 'results' | 'total'>,
  most: number,
): Pick<Answer, 'results' | 'total'> {
  const others = results.filter(({ card }) => !pinned.some((result) => result.card.id === card.id));
  return {
    results: [...pinned, ...others].slice(0, most),
    total: total + pinned.length - (results.length - others.length),
  };
}
