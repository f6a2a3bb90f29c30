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
import { isStopWord, toStem, toTerms, toWords } from './words.ts';

/** A section or a comparison row of an article that answers a query. */
export interface Section {
  title: string;
  /** Its title; of a row the criterion alone, without the title of its table. */
  name: string;
  /** The address of the article with the section's anchor. */
  url: string;
  passage: Part[];
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

const MOST_SECTIONS = 4;
// Of them, messages: a long list of these is alike in its words, and who pastes one is told of it above.
const MOST_MESSAGES = 2;
// The part of the best section's score that another must have.
const RELEVANT = 0.15;
// How many times a word counts in a heading that has no other words. A message has many, and is recognised in other ways.
const IN_HEADING = 4;
const IN_MESSAGE = 1.6;

/** The sections that hold most of what was searched for, best first; a word in a heading counts the more, the more of the heading was searched for. */
export function findSections(
  { url, tables, content, anchors }: Text,
  found: readonly Match[],
): Section[] {
  const words = content.split(/\s+/);
  const matches = found.map((match) => ({
    ...match,
    places: match.places.filter((place) => isForm(words[place] ?? '', match)),
  }));
  const source = toSource(words, anchors, matches);
  const heads = source.anchors
    .map(({ title, text = '', id = '', ...anchor }) => ({
      ...anchor,
      id,
      name: title || (/^h\d$/.test(anchor.element) ? text : ''),
    }))
    .filter(({ name }) => name !== '');
  const scored = heads.map((head, i) => {
    const end = heads[i + 1]?.location ?? words.length;
    const start = head.location + head.name.split(/\s+/).length;
    return { ...head, start, end, score: toScore({ ...head, start, end }, matches) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const listed = scored
    .filter(({ score }) => score > 0 && score >= best * RELEVANT)
    .sort((a, b) => b.score - a.score);
  const messages = listed.filter(isMessage).slice(0, MOST_MESSAGES);
  return listed
    .filter((each) => !isMessage(each) || messages.includes(each))
    .slice(0, MOST_SECTIONS)
    .map(({ id, name, element, start, end }) => {
      const table = tables[id.split('--')[0] ?? ''];
      const title = element === 'tr' && table !== undefined ? `${name}: ${table}` : name;
      const passage = (element === 'tr' ? toRowPassage : toPassage)(source, { start, end });
      return { title, name, url: `${url}#${id}`, passage };
    });
}

function toScore(
  { id, name, location, start, end }: Stretch & { id: string; name: string; location: number },
  matches: readonly Match[],
): number {
  const inName = matches.filter(({ places }) => places.some(isWithin(location, start)));
  const inText = matches.filter(({ places }) => places.some(isWithin(start, end)));
  const often = inText.map(
    ({ weight, places }) =>
      weight * (1 + Math.min(places.filter(isWithin(start, end)).length, 4) / 10),
  );
  const named = new Set(inName.map(({ meant }) => toStem(meant)));
  const stems = toTerms(name)
    .filter((term) => !isStopWord(term))
    .map(toStem);
  const part = stems.filter((stem) => named.has(stem)).length / Math.max(1, stems.length);
  const most = isMessage({ id }) ? IN_MESSAGE : IN_HEADING;
  const held = toWeight(new Set([...inName, ...inText])) / toWeight(matches);
  return (1 + held) * (most * part * toWeight(inName) + sum(often));
}

function isMessage({ id }: { id: string }): boolean {
  return id.startsWith(toErrorAnchor(''));
}

function isWithin(from: number, to: number) {
  return (place: number) => place >= from && place < to;
}

function toWeight(matches: Iterable<Match>): number {
  return sum([...matches].map(({ weight }) => weight));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

// The index also finds longer words that begin alike, such as `dockerfile` for `docker`; only an unfinished word means them.
function isForm(text: string, { word, meant }: Match): boolean {
  const stem = toStem(meant);
  return toWords(text).some(
    (form) => toStem(form) === stem || (word !== meant && form.startsWith(word)),
  );
}
