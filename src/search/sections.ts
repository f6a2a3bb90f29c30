import {
  type Anchor,
  type Found,
  type Part,
  toPassage,
  toRowPassage,
  toSource,
} from './passages.ts';
import { toStem, toWords } from './words.ts';

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

const MOST_SECTIONS = 3;

/** The sections that hold most of what was searched for, best first; a word in a heading counts three times. */
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
      const passage = (element === 'tr' ? toRowPassage : toPassage)(source, { start, end });
      return { title, name, url: `${url}#${id}`, passage };
    });
}

// The index also finds longer words that begin alike, such as `dockerfile` for `docker`; only an unfinished word means them.
function isForm(text: string, { word, meant }: Match): boolean {
  const stem = toStem(meant);
  return toWords(text).some(
    (form) => toStem(form) === stem || (word !== meant && form.startsWith(word)),
  );
}
