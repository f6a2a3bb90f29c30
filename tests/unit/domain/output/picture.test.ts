import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { toPicture, wrap } from '#domain/output/picture.ts';
import { all, attribute, text } from '../../../fixtures/html.ts';
import { makeFrame } from '../../../fixtures/frame.ts';

const FRAME = makeFrame('Drinks & more');

const draw = (title: string, summary = 'What differs.') => {
  const svg = parseDocument(toPicture({ id: 'KB-1042', title, text: summary }, FRAME), {
    xmlMode: true,
  });
  return all(svg, ({ name }) => name === 'text').map((line) => ({
    bold: attribute(line, 'font-weight') === '700',
    x: attribute(line, 'x'),
    words: text(line),
  }));
};
const titleOf = (title: string) =>
  draw(title)
    .filter(({ bold, x }) => bold && x === '80')
    .map(({ words }) => words);

test('a picture holds title, summary, id and the name of the site', () => {
  const words = draw('Tea vs coffee').map((line) => line.words);
  expect(words).toEqual(['Drinks & more', 'KB-1042', 'Tea vs coffee', 'What differs.']);
});

test.each([
  ['a < b & "c" > \'d\'', 'a < b & "c" > \'d\''],
  ['</text><script>', '</text><script>'],
  ['🚀 Tea 👩🏽‍🚀 & 🇩🇪 coffee ☕️', 'Tea & coffee'],
  ['Trademark™ © ®', 'Trademark™ © ®'],
])('the title %s is written as %s', (title, words) => expect(titleOf(title).join(' ')).toBe(words));

describe('a title has at most three lines', () => {
  test.each([
    'W'.repeat(75),
    'word '.repeat(15).trim(),
    `a ${'m'.repeat(73)}`,
    'WWWWWWWW '.repeat(8).trim(),
  ])('%s', (title) => {
    const lines = titleOf(title);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.join('').endsWith('…') || lines.join(' ').length >= title.length).toBe(true);
  });
});

test('a title that no font can draw leaves a picture without it', () =>
  expect(titleOf('🚀')).toEqual([]));

test('lines break between words, and within a word that is longer than a line', () => {
  expect(wrap('one two three', 6)).toEqual(['one two', 'three']);
  expect(wrap('abcdefghij', 4).join('')).toBe('abcdefghij');
  expect(wrap('abcdefghij', 4).length).toBeGreaterThan(1);
});
