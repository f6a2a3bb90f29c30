import {
  type Anchor,
  type Found,
  type Part,
  type Stretch,
  toPassage,
  toRowPassage,
  toSource,
} from './passages.ts';
import { toErrorAnchor } from '#domain/linking/anchor.ts';
import { isStopWord, toStem, toWords } from './words.ts';

/** A section or a comparison row of an article that answers a query. */
export interface Section {
  title: string;
  /** Its title; of a row the criterion alone, without the title of its table. */
  name: string;
  /** The address of the article with the section's anchor. */
  url: string;
  passage: Part[];
  /** All that the cells of a row hold whose criterion the query names in full. */
  cells?: Part[];
}

/** The text of an article and where its sections begin, counted in words. */
export interface Text {
  url: string;
  /** The titles of its tables, by the id with which the anchors of their rows begin. */
  tables: Readonly<Record<string, string>>;
  content: string;
  anchors: readonly Anchor[];
}

/** A word that was searched for, and its places in the text. */
export interface Match extends Found {
  word: string;
  /** The whole word, when only its beginning was typed. */
  meant: string;
}

/** A section, with what it is about. */
interface Head extends Stretch {
  id: string;
  name: string;
  element: string;
  /** The concepts of its heading. */
  named: ReadonlySet<string>;
  /** How often its text holds each concept, and how many words it has that carry meaning. */
  counts: ReadonlyMap<string, number>;
  length: number;
}

/** An article prepared for finding its sections. */
export interface Outline extends Pick<Text, 'url' | 'tables' | 'anchors'> {
  words: readonly string[];
  heads: readonly Head[];
  /** How many sections hold each concept. */
  spread: ReadonlyMap<string, number>;
  /** The mean length of a section. */
  length: number;
}

const MOST_SECTIONS = 4;
// Of them, messages: a long list of these is alike in its words, and who pastes one is told of it above.
const MOST_MESSAGES = 2;
// The part of the best section's score that another must have.
const RELEVANT = 0.15;
// How many times a word counts in a heading that has no other words. A message has many, and is recognised in other ways.
const IN_HEADING = 4;
const IN_MESSAGE = 1.6;
// The constants of BM25: how soon more of a word tells no more, and how much a long section must have more of it.
const SATURATION = 1.5;
const LENGTH = 0.6;
// How much it counts that few sections of the article hold a word.
const SPREAD = 0.7;

/** Prepares an article; `toConcept` is what a stem counts as. */
export function toOutline(
  { url, tables, content, anchors }: Text,
  toConcept: (stem: string) => string,
): Outline {
  const words = content.split(/\s+/);
  const toConcepts = (text: string) =>
    toWords(text)
      .filter((word) => word.length > 1 && !isStopWord(word))
      .map((word) => toConcept(toStem(word)));
  const named = anchors
    .toSorted((a, b) => a.location - b.location)
    .map(({ title, text = '', id = '', element, location }) => ({
      element,
      location,
      id,
      name: title || (/^h\d$/.test(element) ? text : ''),
    }))
    .filter(({ name }) => name !== '');
  const heads = named.map(({ id, name, element, location }, i): Head => {
    const end = named[i + 1]?.location ?? words.length;
    const start = location + name.split(/\s+/).length;
    const concepts = toConcepts(words.slice(start, end).join(' '));
    const counts = new Map<string, number>();
    for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1);
    const { length } = concepts;
    return { id, name, element, start, end, named: new Set(toConcepts(name)), counts, length };
  });
  const spread = new Map<string, number>();
  for (const concept of heads.flatMap((head) => [
    ...new Set([...head.named, ...head.counts.keys()]),
  ]))
    spread.set(concept, (spread.get(concept) ?? 0) + 1);
  const length = sum(heads.map((head) => head.length)) / Math.max(1, heads.length);
  return { url, tables, anchors, words, heads, spread, length };
}

/**
 * The sections that hold most of what was asked for, best first; a word in a heading counts the more, the more of the heading was asked for.
 * `asked` are the concepts of the whole question, with how much each tells; `found` is what passages show.
 */
export function findSections(
  outline: Outline,
  asked: ReadonlyMap<string, number>,
  found: readonly Match[],
): Section[] {
  const { url, tables, anchors, words, heads } = outline;
  const matches = found.map((match) => ({
    ...match,
    places: match.places.filter((place) => isForm(words[place] ?? '', match)),
  }));
  const source = toSource(words, anchors, matches);
  const weights = toWeights(outline, asked);
  const scored = heads.map((head) => ({ ...head, score: toScore(head, outline, weights) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const listed = scored
    .filter(({ score }) => score > 0 && score >= best * RELEVANT)
    .sort((a, b) => b.score - a.score);
  const messages = listed.filter(isMessage).slice(0, MOST_MESSAGES);
  return listed
    .filter((each) => !isMessage(each) || messages.includes(each))
    .slice(0, MOST_SECTIONS)
    .map(({ id, name, named, element, start, end }) => {
      const isRow = element === 'tr';
      const isNamed = isRow && named.size > 0 && [...named].every((concept) => asked.has(concept));
      const table = tables[id.split('--')[0] ?? ''];
      return {
        title: isRow && table !== undefined ? `${name}: ${table}` : name,
        name,
        url: `${url}#${id}`,
        passage: (isRow ? toRowPassage : toPassage)(source, { start, end }),
        ...(isNamed && { cells: toRowPassage(source, { start, end }, Infinity) }),
      };
    });
}

// What few sections of the article hold tells more of the one that is meant.
function toWeights(
  { heads, spread }: Outline,
  asked: ReadonlyMap<string, number>,
): Map<string, number> {
  const toSpread = (concept: string) =>
    Math.log(1 + heads.length / ((spread.get(concept) ?? 0) + 1)) ** SPREAD;
  return new Map([...asked].map(([concept, tells]) => [concept, tells * toSpread(concept)]));
}

function toScore(head: Head, { length }: Outline, weights: ReadonlyMap<string, number>): number {
  const { named, counts } = head;
  const all = [...weights];
  const inName = sum(all.map(([concept, weight]) => (named.has(concept) ? weight : 0)));
  const most = SATURATION * (1 - LENGTH + (LENGTH * head.length) / length);
  const inText = sum(
    all.map(([concept, weight]) => {
      const count = counts.get(concept) ?? 0;
      return (weight * count * (SATURATION + 1)) / (count + most);
    }),
  );
  const part = inName / Math.max(1, sum([...named].map((concept) => weights.get(concept) ?? 1)));
  const held = all.filter(([concept]) => named.has(concept) || counts.has(concept));
  const share = sum(held.map(([, weight]) => weight)) / Math.max(1, sum(weights.values()));
  return (1 + share) * ((isMessage(head) ? IN_MESSAGE : IN_HEADING) * part * inName + inText);
}

function isMessage({ id }: { id: string }): boolean {
  return id.startsWith(toErrorAnchor(''));
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((all, number) => all + number, 0);
}

// The index also finds longer words that begin alike, such as `dockerfile` for `docker`; only an unfinished word means them.
function isForm(text: string, { word, meant }: Match): boolean {
  const stem = toStem(meant);
  return toWords(text).some(
    (form) => toStem(form) === stem || (word !== meant && form.startsWith(word)),
  );
}
