import { remember } from '#domain/remember.ts';
import { parseAnchors } from './anchors.ts';
import { type Card, type Facets, listNames, listOwnNames, type StoredCard } from './card.ts';
import { type Lexicon, toLanguage } from './lexicon.ts';
import type { KnownMessage } from './messages.ts';
import { type Profile, type Scored, toProfile } from './ranking.ts';
import { type Outline, toOutline } from './sections.ts';
import type { Correction } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';
import { toStem } from './words.ts';

/** A page on which the index found a word. */
export interface Hit extends Scored {
  /** The places of the word in the text, counted in words. */
  words: number[];
  /** The text of the page, and its anchors as `formatAnchors` writes them. */
  data: () => Promise<{ content: string; places: string }>;
}

/** Where the engine finds what was built; a browser and a command open it in their own ways. Each part is loaded when it is first asked for. */
export interface Library {
  /** What the ids of articles begin with. */
  idPrefix: string;
  /** The pages with a word, or with a `"phrase"`. */
  search: (text: string) => Promise<readonly Hit[]>;
  card: (page: string) => Promise<StoredCard>;
  lexicon: () => Promise<Lexicon>;
  vocabulary: () => Promise<Vocabulary>;
  /** All error messages that articles explain. */
  messages: () => Promise<readonly KnownMessage[]>;
  /** The topic and kind of every page. */
  facets: () => Promise<ReadonlyMap<string, Facets>>;
}

/** A library that loads nothing twice; a load that failed is tried again the next time. */
export class Memory {
  readonly #library: Library;
  /** The pages with a word, or with a `"phrase"`. */
  readonly search = remember((text: string) => this.#library.search(text));
  readonly language = remember(() => this.#library.lexicon().then(toLanguage));
  /** A page, prepared for comparison. */
  readonly profile = remember(async (page: string): Promise<Profile> => {
    const [card, { terms }, { toConcept }] = await Promise.all([
      this.#library.card(page),
      this.#library.lexicon(),
      this.language(),
    ]);
    const names = listNames(terms.filter((term) => term.page === page));
    return toProfile(
      { ...card, names: [...new Set([...listOwnNames(card), ...names])] },
      toConcept,
    );
  });
  readonly #outlines = new Map<string, Outline>();
  readonly #corrections = new Map<string, Correction | undefined>();
  #stems: Set<string> | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  vocabulary(): Promise<Vocabulary> {
    return this.#library.vocabulary();
  }

  messages(): Promise<readonly KnownMessage[]> {
    return this.#library.messages();
  }

  facets(): Promise<ReadonlyMap<string, Facets>> {
    return this.#library.facets();
  }

  /** Whether the vocabulary has a word of this stem. */
  hasStem(stem: string, vocabulary: Vocabulary): boolean {
    this.#stems ??= new Set([...vocabulary.keys()].map(toStem));
    return this.#stems.has(stem);
  }

  /** A page that was found, prepared for finding its sections. */
  async outline({ url, tables }: Card, { id, data }: Hit): Promise<Outline> {
    const known = this.#outlines.get(id);
    if (known !== undefined) return known;
    const [{ content, places }, { toConcept }] = await Promise.all([data(), this.language()]);
    const anchors = parseAnchors(places, content);
    const outline = toOutline({ url, tables, content, anchors }, toConcept);
    this.#outlines.set(id, outline);
    return outline;
  }

  /** What a misspelt word was meant to be, if that can be told. */
  async findCorrection(term: string, vocabulary: Vocabulary): Promise<Correction | undefined> {
    if (vocabulary.size === 0) return undefined;
    const { findCorrection } = await import('./spelling.ts');
    if (!this.#corrections.has(term)) this.#corrections.set(term, findCorrection(term, vocabulary));
    return this.#corrections.get(term);
  }
}
