import { toStem, toWords } from './words.ts';

/** A piece of an excerpt; `marked` when it is a word that was searched for. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A section or a comparison row of an article that answers a query. */
export interface Section {
  title: string;
  /** Its title; of a row the criterion alone, without the title of its table. */
  name: string;
  /** The address of the article with the section's anchor. */
  url: string;
  excerpt: Part[];
}

/** The text of an article and where its sections begin, counted in words. */
export interface Text {
  url: string;
  /** What heads the columns of its rows; each cell's text begins with one of them and a colon. */
  subjects: readonly string[];
  /** The titles of its tables, by the id with which the anchors of their rows begin. */
  tables: Readonly<Record<string, string>>;
  content: string;
  anchors: { element: string; id: string; text: string; location: number; title?: string | null }[];
}

/** A word that was searched for, what it weighs, and its places in the text, counted in words. */
export interface Match {
  word: string;
  /** The whole word, when only its beginning was typed. */
  meant: string;
  weight: number;
  places: readonly number[];
}

const MOST_SECTIONS = 3;
// The length of an excerpt in words; a row has one for all its cells.
const LENGTH = 26;
const ROW_LENGTH = 36;

/** The sections that hold most of what was searched for, best first; a word in a heading counts three times. */
export function findSections(
  { url, subjects, tables, content, anchors }: Text,
  found: readonly Match[],
): Section[] {
  const words = content.split(/\s+/);
  const matches = found.map((match) => ({
    ...match,
    places: match.places.filter((place) => isForm(words[place] ?? '', match)),
  }));
  const marked = new Set(matches.flatMap(({ places }) => places));
  const heads = anchors
    .map(({ title, text, ...anchor }) => ({
      ...anchor,
      name: title || (/^h\d$/.test(anchor.element) ? text : ''),
    }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.location - b.location);
  const scored = heads.map((head, i) => {
    const end = heads[i + 1]?.location ?? words.length;
    const start = head.location + head.name.split(/\s+/).length;
    let score = 0;
    for (const { weight, places } of matches) {
      const inHead = places.some((place) => place >= head.location && place < start);
      const inText = places.filter((place) => place >= start && place < end).length;
      score += weight * ((inHead ? 3 : 0) + (inText > 0 ? 1 + Math.min(inText, 4) / 10 : 0));
    }
    return { ...head, start, end, score };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best / 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SECTIONS)
    .map(({ id, name, element, start, end }) => {
      const table = tables[id.split('--')[0] ?? ''];
      const title = element === 'tr' && table !== undefined ? `${name}: ${table}` : name;
      const excerpt =
        element === 'tr'
          ? toRowExcerpt(words, marked, start, end, subjects)
          : toExcerpt(words, marked, start, end, LENGTH);
      return { title, name, url: `${url}#${id}`, excerpt };
    });
}

// Something of each cell, behind the name of its column.
function toRowExcerpt(
  words: readonly string[],
  marked: ReadonlySet<number>,
  start: number,
  end: number,
  subjects: readonly string[],
): Part[] {
  const cells: { at: number; text: number }[] = [];
  for (let at = start; at < end; at++) {
    const subject = subjects.find(
      (label) => `${label}:` === words.slice(at, at + label.split(' ').length).join(' '),
    );
    if (subject !== undefined) cells.push({ at, text: at + subject.split(' ').length });
  }
  if (cells.length === 0) return toExcerpt(words, marked, start, end, LENGTH);
  const length = Math.max(6, Math.round(ROW_LENGTH / cells.length));
  return cells.flatMap(({ at, text }, i) => [
    { text: `${i > 0 ? ' ' : ''}${words.slice(at, text).join(' ')} `, marked: false },
    ...toExcerpt(words, marked, text, cells[i + 1]?.at ?? end, length),
  ]);
}

// The stretch of words in which most of the searched words stand.
function toExcerpt(
  words: readonly string[],
  marked: ReadonlySet<number>,
  start: number,
  end: number,
  length: number,
): Part[] {
  const places = [...marked].filter((place) => place >= start && place < end).sort((a, b) => a - b);
  const margin = Math.floor(length / 4);
  let [from, most] = [start, 0];
  for (const place of places) {
    const count = places.filter(
      (other) => other >= place && other < place + length - margin,
    ).length;
    if (count > most) [from, most] = [place, count];
  }
  from = from - start < length / 2 ? start : from - margin;
  const to = Math.min(end, from + length);
  const parts: Part[] = from > start ? [{ text: '… ', marked: false }] : [];
  for (let i = from; i < to; i++) {
    // The mark covers the word and not the punctuation around it.
    const [, lead = '', word = '', trail = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(words[i] ?? '') ?? [];
    const space = i === from ? '' : ' ';
    if (marked.has(i))
      parts.push(
        { text: space + lead, marked: false },
        { text: word, marked: true },
        { text: trail, marked: false },
      );
    else parts.push({ text: space + (words[i] ?? ''), marked: false });
  }
  if (to < end) parts.push({ text: ' …', marked: false });
  return join(parts);
}

// The index also finds longer words that begin alike, such as `dockerfile` for `docker`; only an unfinished word means them.
function isForm(text: string, { word, meant }: Match): boolean {
  const stem = toStem(meant);
  return toWords(text).some(
    (form) => toStem(form) === stem || (word !== meant && form.startsWith(word)),
  );
}

function join(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.text === '') continue;
    if (last?.marked === part.marked && !part.marked)
      joined[joined.length - 1] = { text: last.text + part.text, marked: false };
    else joined.push(part);
  }
  return joined;
}
