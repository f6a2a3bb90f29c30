import type { Anchor } from './passages.ts';

// What stands before a text that is not in the page's as it is.
const OWN = '=';

/**
 * Anchors as a text: a line for each of their fields, and one for the words from each to the next. A text that stands at its place in the
 * page's is said as the number of its words. Compressed, all of it weighs a quarter less than JSON.
 */
export function formatAnchors(anchors: readonly Anchor[], content: string): string {
  const words = toWords(content);
  const toText = ({ text = '', location }: Anchor) => {
    const own = toLine(text);
    const { length } = own.split(' ');
    if (own === '') return '';
    return words.slice(location, location + length).join(' ') === own ? `${length}` : OWN + own;
  };
  const columns = [
    anchors.map(({ element }) => toLine(element)),
    anchors.map(({ id }) => toLine(id ?? '')),
    anchors.map(toText),
    anchors.map(({ title }) => toLine(title ?? '')),
    anchors.map(({ location }, i) => location - (anchors[i - 1]?.location ?? 0)),
  ];
  return columns.map((column) => column.join('\t')).join('\n');
}

/** Reads what `formatAnchors` has written of the same text of a page. */
export function parseAnchors(text: string, content: string): Anchor[] {
  const words = toWords(content);
  const [elements = [], ids = [], texts = [], titles = [], steps = []] = text
    .split('\n')
    .map((line) => line.split('\t'));
  let location = 0;
  return elements.flatMap((element, i) => {
    if (element === '') return [];
    location += Number(steps[i]);
    const [id, said = '', title] = [ids[i], texts[i], titles[i]];
    const own = said.startsWith(OWN)
      ? said.slice(OWN.length)
      : words.slice(location, location + Number(said)).join(' ');
    return [
      { element, location, ...(id && { id }), ...(own && { text: own }), ...(title && { title }) },
    ];
  });
}

function toWords(content: string): string[] {
  return content.split(/\s+/);
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
