import type { Facets } from './card.ts';
import { type Doubt, findDoubt, QUERY_SIGNS, TICKET_SIGNS } from './doubt.ts';
import { type Found, rank, type Result, type Search } from './candidates.ts';
import type { Naming } from './lexicon.ts';
import { type Library, Memory } from './library.ts';
import type { Recognised } from './messages.ts';
import { QUERY_WEIGHTS, TICKET_WEIGHTS, toRarity } from './ranking.ts';
import type { Kind } from './parts.ts';
import { pin } from './pinned.ts';
import {
  addPreferredNames,
  type Corrected,
  correct,
  findNamings,
  type Reading,
  readTerms,
  type Word,
} from './reading.ts';
import { findSections, type Section } from './sections.ts';
import { toStem, toTerms } from './words.ts';

/** What was found for a query: at most ten articles, four for a single word, five for a ticket. */
export interface Answer extends Found {
  /** What comes nearest when too few of the words were found; there are no results then. */
  nearest: Result[];
  /** Words that were taken for others. */
  corrections: Corrected[];
  /** Words that no article has. */
  ignored: string[];
  /** Names of the glossary within the query. */
  namings: Naming[];
  /** The glossary's term that the whole query names. */
  definition?: Naming;
  /** An id that was asked for and no article has. */
  unknownId?: string;
  /** Set when no article seems to answer well: what was found, if anything, is only the nearest. */
  doubt?: Doubt;
  /** Whether the first result answers: not when it is only near, in doubt, or first because a filter took others away. */
  answers: boolean;
  /** The error messages that the query holds, or the nearest of one that is not known. */
  recognised?: Recognised;
  /** The kinds of parts of a ticket that were not looked up. */
  leftOut?: Kind[];
}

export interface Options {
  /** Takes every word as it is written. */
  exactly?: boolean;
  /** Lists up to fifty articles. */
  all?: boolean;
  /** Keeps the articles with this topic and kind; an empty filter counts them only. */
  filter?: Partial<Facets>;
  /** Takes in all parts of a ticket. */
  whole?: boolean;
}

// A single word is compared with fewer articles: there is little in it to compare, and each weighs two kilobytes.
const MOST_RESULTS = 10;
const MOST_FOR_A_WORD = 4;
const MOST_OF_ALL = 50;
const MOST_SUGGESTIONS = 5;
const MOST_NEAREST = 3;
// How many pages a query or a ticket is compared with, and how many words of a ticket are looked up, the rarest first.
const MOST_CANDIDATES = 14;
const MOST_CANDIDATES_OF_A_TICKET = 10;
const MOST_PROBES = 10;
// Each word that no article has is compared with all that they have; a text with more of them is machine's work.
const MOST_CORRECTED = 60;
// The part of the words that must be found, or else nothing is: more when no phrase of any article is much like the query.
const ENOUGH = 0.4;
const ENOUGH_IF_UNLIKE = 0.68;
const ALIKE = 0.8;
const UNLIKE = 0.53;

const NOTHING: Found = { results: [], total: 0 };

/** Finds articles for a query or a ticket. */
export class Engine {
  readonly #library: Memory;
  readonly #prefix: string;
  /** A query that is an id. */
  readonly #id: RegExp;
  /** The ids in a text. */
  readonly #ids: RegExp;

  constructor(library: Library) {
    this.#library = new Memory(library);
    this.#prefix = library.idPrefix;
    // As people write and paste it: KB-1042, kb1042, 1042, a permalink; with what hangs on behind it.
    this.#id = new RegExp(
      String.raw`^\s*(?:\S*/k/|(${this.#prefix}[\s_-]*))?(\d{4,6})/?(?:#\S*)?[\s.,;:!?)\]]*$`,
      'i',
    );
    this.#ids = new RegExp(String.raw`\b${this.#prefix}[\s_-]?(\d{4,6})\b`, 'gi');
  }

  /** Answers a query of a few words. */
  async find(query: string, options: Options = {}): Promise<Answer> {
    const id = this.#id.exec(query);
    const pinned = id === null ? undefined : await this.#findId(this.#toId(id[2]));
    const terms = toTerms(query);
    const most = options.all ? MOST_OF_ALL : terms.length < 2 ? MOST_FOR_A_WORD : MOST_RESULTS;
    // Who pastes a whole message into the field gets what a ticket gets.
    if (terms.length > MOST_PROBES) return this.suggest(query, { ...options, most });
    // The letters of an id stand in every article: they are no words to look for.
    const reading = await readTerms(this.#library, id?.[1] ? [] : terms, options.exactly ?? false);
    const { corrections, ignored } = reading;
    const namings = await findNamings(
      this.#library,
      reading.words.map(({ meant }) => meant),
    );
    const definition =
      ignored.length > 0
        ? undefined
        : namings.find(({ length }) => length === reading.words.length);
    const search: Search = {
      words: addPreferredNames(reading.words, namings),
      others: [],
      text: correct(query, corrections),
      weights: QUERY_WEIGHTS,
      most: terms.length < 2 ? most : Math.max(most, MOST_CANDIDATES),
      filter: options.filter,
      best: definition?.page ?? pinned?.candidate.id,
    };
    const ranked = await rank(this.#library, search);
    const { filter } = options;
    const recognised = await this.#recognise(query);
    const told = await this.#findTold(recognised, ranked);
    const first = [...(pinned ? [pinned] : []), ...told];
    const enough = isEnough(reading, ranked, filter) && !isChance(reading, ranked, filter);
    const found = enough ? ranked : NOTHING;
    const isNamed = first.length > 0 || definition !== undefined;
    const doubt = isNamed
      ? undefined
      : await findDoubt(this.#library, query, ranked.results, ignored, QUERY_SIGNS);
    return {
      ...found,
      ...pin(first, found, most),
      nearest: enough || first.length > 0 ? [] : ranked.results.slice(0, MOST_NEAREST),
      corrections,
      ignored,
      namings,
      ...(definition && { definition }),
      ...(doubt && !isFiltered(filter) && { doubt }),
      answers: isNamed || (doubt === undefined && (await this.#isBest(found, search))),
      ...(id?.[1] && pinned === undefined && { unknownId: this.#toId(id[2]) }),
      ...(recognised && { recognised }),
    };
  }

  /** Suggests articles for the text of a ticket. */
  async suggest(
    ticket: string,
    {
      most = MOST_SUGGESTIONS,
      exactly = false,
      filter,
      whole = false,
    }: Omit<Options, 'all'> & { most?: number } = {},
  ): Promise<Answer> {
    const { toMessage, toWhole } = await import('./ticket.ts');
    const [vocabulary, { articles }] = await Promise.all([
      this.#library.vocabulary(),
      this.#library.language(),
    ]);
    const isKnown = (word: string) => this.#library.hasStem(toStem(word), vocabulary);
    const message = whole ? toWhole(ticket) : toMessage(ticket, isKnown);
    const { text, current, leftOut } = message;
    const terms = toTerms(text);
    const isLong = terms.filter((term) => !isKnown(term)).length > MOST_CORRECTED;
    const reading = await readTerms(this.#library, terms, exactly || isLong, vocabulary);
    const rarity = ({ meant }: Word) => toRarity(vocabulary.get(meant) ?? 1, articles);
    const rarest = reading.words.toSorted((a, b) => rarity(b) - rarity(a));
    const search: Search = {
      words: rarest.slice(0, MOST_PROBES),
      others: rarest.slice(MOST_PROBES),
      text,
      weights: TICKET_WEIGHTS,
      most: Math.max(most, MOST_CANDIDATES_OF_A_TICKET),
      filter,
    };
    const ranked = await rank(this.#library, search);
    const found = isEnough(reading, ranked, filter) ? ranked : NOTHING;
    // A log may stand below the message, or be all there is.
    const recognised = await this.#recognise(ticket);
    const named = await this.#findNamed(ticket, recognised, ranked);
    // What only an older message names stands behind the best.
    const first = leftOut.includes('quoted')
      ? await this.#findNamed(current, await this.#recognise(current), ranked)
      : named;
    const isNamed = first.length > 0;
    const doubt = isNamed
      ? undefined
      : await findDoubt(this.#library, text, found.results, reading.ignored, TICKET_SIGNS);
    return {
      ...found,
      ...pin(first, found, most, named),
      nearest: [],
      corrections: reading.corrections,
      ignored: reading.ignored,
      namings: [],
      leftOut,
      ...(doubt && !isFiltered(filter) && { doubt }),
      answers: isNamed || (doubt === undefined && (await this.#isBest(found, search))),
      ...(recognised && { recognised }),
    };
  }

  /** The sections of a result that hold what was looked for, best first, at most four. */
  async findSections({ candidate, card, asked, marks }: Result): Promise<Section[]> {
    const [first] = candidate.found;
    if (first === undefined) return [];
    const [outline, { articles }] = await Promise.all([
      this.#library.outline(card, first.hit),
      this.#library.language(),
    ]);
    const matches = candidate.found.map(({ probe, hit }) => ({
      word: probe.word,
      meant: probe.meant,
      weight: probe.trust * Math.max(0.1, toRarity(probe.hits.length, articles)),
      places: hit.words,
      marked: marks.includes(probe.meant),
    }));
    return findSections(outline, asked, matches);
  }

  // What a filter leaves is the best only if it is so without the filter.
  async #isBest({ results: [best] }: Found, search: Search): Promise<boolean> {
    if (best === undefined || !isFiltered(search.filter)) return best !== undefined;
    const { results } = await rank(this.#library, { ...search, filter: undefined });
    return results[0]?.candidate.id === best.candidate.id;
  }

  async #recognise(text: string): Promise<Recognised | undefined> {
    // Few queries are as long as a message: what knows messages is loaded for them alone.
    if (!/\s\S+\s/.test(text.trim())) return undefined;
    const { mayHold, recognise } = await import('./messages.ts');
    return mayHold(text) ? recognise(text, await this.#library.messages()) : undefined;
  }

  // The articles that a text asks for by id, and those that explain its messages.
  async #findNamed(
    text: string,
    recognised: Recognised | undefined,
    ranked: Found,
  ): Promise<Result[]> {
    const ids = [...text.matchAll(this.#ids)].map((match) => this.#toId(match[1]));
    const asked = await Promise.all([...new Set(ids)].map((id) => this.#findId(id)));
    const told = await this.#findTold(recognised, ranked);
    return [...asked.filter((result) => result !== undefined), ...told];
  }

  // The articles that explain the messages of a text.
  async #findTold(recognised: Recognised | undefined, { results }: Found): Promise<Result[]> {
    const pages = new Set(recognised?.messages.map(({ page }) => page));
    return Promise.all(
      [...pages].map(
        async (page) =>
          results.find(({ candidate }) => candidate.id === page) ?? this.#toResult(page),
      ),
    );
  }

  async #toResult(page: string): Promise<Result> {
    const { card } = await this.#library.profile(page);
    return {
      card,
      words: [],
      marks: [],
      candidate: { id: page, score: 0, found: [] },
      asked: new Map(),
    };
  }

  #toId(number = ''): string {
    return `${this.#prefix}-${number}`;
  }

  async #findId(id: string): Promise<Result | undefined> {
    for (const hit of await this.#library.search(`"${id.replace('-', '').toLowerCase()}"`)) {
      const { card } = await this.#library.profile(hit.id);
      if (card.id === id) return this.#toResult(hit.id);
    }
    return undefined;
  }
}

function isFiltered(filter: Partial<Facets> = {}): boolean {
  return Object.keys(filter).length > 0;
}

function isEnough(
  { share, words }: Reading,
  { results: [best] }: Found,
  filter: Partial<Facets> = {},
): boolean {
  // A filter may have taken away the article that the query is like.
  const isAlike = isFiltered(filter) || (best?.reasons?.likeness ?? 0) >= ALIKE;
  return words.length > 0 && share >= (isAlike ? ENOUGH : ENOUGH_IF_UNLIKE);
}

// Words that no article holds together, and no phrase is like, stand in the articles by chance.
function isChance({ words }: Reading, { results }: Found, filter: Partial<Facets> = {}): boolean {
  const isTogether = results.some(({ candidate }) => candidate.found.length >= words.length);
  const isUnlike = (results[0]?.reasons?.likeness ?? 0) < UNLIKE;
  return !isFiltered(filter) && !isTogether && isUnlike;
}
