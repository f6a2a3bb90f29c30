import { describe, expect, test } from 'vitest';
import { type Anchor, type Part, toPassage, toRowPassage, toSource } from '#search/passages.ts';

const KINDS = /^\{(\w+)(?:=(.*))?\}$/;

/**
 * The text of a section: `{line}` and the like say what begins, `{code=a_b}` that the next words are code, and `{td=Tea:}` that a cell
 * begins with the name of its column. Searched words stand in stars, those that are not marked in double ones.
 */
function read(text: string) {
  const words: string[] = [];
  const anchors: Anchor[] = [];
  const places = new Map<string, number[]>();
  for (const token of text.trim().split(/\s+/)) {
    const [, element, value] = KINDS.exec(token) ?? [];
    if (element === undefined) {
      const [key] = /\*+\w+/.exec(token) ?? [];
      if (key !== undefined) places.set(key, [...(places.get(key) ?? []), words.length]);
      words.push(token.replace(/\*+/, ''));
    } else {
      const name = value?.replaceAll('_', ' ');
      anchors.push({ element, location: words.length, ...(name && { text: name }) });
    }
  }
  const found = [...places].map(([key, places]) => ({
    places,
    weight: key.startsWith('**') ? 0.1 : 1,
    marked: !key.startsWith('**'),
  }));
  return { source: toSource(words, anchors, found), section: { start: 0, end: words.length } };
}

const print = (parts: readonly Part[]) =>
  parts
    .map(({ text, marked, code }) => {
      const word = marked ? `[${text}]` : text;
      return code ? `<${word}>` : word;
    })
    .join('')
    .replaceAll('><', '');
const find = (text: string) => {
  const { source, section } = read(text);
  return print(toPassage(source, section));
};
const findInRow = (text: string) => {
  const { source, section } = read(text);
  return print(toRowPassage(source, section));
};
const filler = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');

describe('a passage', () => {
  test('of a short section is all of it and ends with it', () =>
    expect(find('milk with *sugar')).toBe('milk with [sugar]'));

  test('of a long section is short, holds the words and says that more is around it', () => {
    const printed = find(`${filler(60)} *sugar and *milk ${filler(60)}`);
    expect(printed).toMatch(/^… .*\[sugar\] and \[milk\].* …$/);
    expect(printed.split(' ').length).toBeLessThan(30);
  });

  test('is the stretch with most of the words', () =>
    expect(find(`${filler(20)} *milk ${filler(60)} *milk *sugar ${filler(20)}`)).toContain(
      '[milk] [sugar]',
    ));

  test('begins with the section when the words stand near its beginning', () => {
    expect(find(`one two *sugar ${filler(60)}`)).toMatch(/^one two \[sugar\] w0 .* …$/);
    expect(find(`Some *sugar. ${filler(30)} *sugar and **milk`)).toMatch(/^Some \[sugar\]\. /);
  });

  test('begins with the sentence of the words, and needs no sign at its end', () =>
    expect(find(`${filler(60)}. Then (“*sugar”) comes. ${filler(17)}. More.`)).toBe(
      `Then (“[sugar]”) comes. ${filler(17)}.`,
    ));

  test('that ends with the section is as long as any', () =>
    expect(find(`${filler(60)} *sugar.`).split(' ')).toHaveLength(21));

  test('of a section without the words is its beginning', () =>
    expect(find(`One two. {line} code {text} ${filler(60)}`)).toBe('One two.'));

  test('of an empty section is empty', () => expect(find('{code} {line}')).toBe(''));

  test('marks the words alone that are worth it', () =>
    expect(find('**docker and *stop')).toBe('docker and [stop]'));

  test('keeps markup in the text as text', () =>
    expect(find('see <img src=x onerror=alert(1)> and *milk')).toBe(
      'see <img src=x onerror=alert(1)> and [milk]',
    ));
});

describe('code', () => {
  test('within a sentence is told from it, without the punctuation around it', () =>
    expect(find('run {code=tea_--hot} "tea --*hot", then {code=pot} pot.')).toBe(
      'run "<tea --[hot]>", then <pot>.',
    ));

  test('that the index divides otherwise is text', () =>
    expect(find('run {code=tea-pot} tea pot and *milk')).toBe('run tea pot and [milk]'));

  test('of a block is no part of a sentence', () =>
    expect(find('Time *it: {line} time *it NAME {line} look at *it {text} And go.')).toBe(
      'Time [it]:',
    ));

  test('of a block is shown as a line when no sentence has the words', () => {
    expect(find('Time it: {line} brew *tea --hot {line} brew {text} And go.')).toBe(
      '<brew [tea] --hot>',
    );
    expect(find('Some **water. {line} boil **water *now {text} And go.')).toBe(
      '<boil water [now]>',
    );
  });
});

describe('a table', () => {
  const TABLE =
    'Which? {rest} A caption {tr} {th} Drink {th} How long {th} How hot {tr} {td} Tea. {td} Two *minutes. {td} Hot. {tr} {td} Cocoa. {td} None. {td} Very *hot. {text} And on.';

  test('is no part of a sentence', () =>
    expect(find(TABLE.replace('Which?', 'Which *minutes?'))).toBe('Which [minutes]?'));

  test('gives the row with the words: its head, and the cells that hold them behind the names of their columns', () => {
    expect(find(TABLE.replace('*hot', 'hot'))).toBe('Tea — How long: Two [minutes]');
    expect(find(TABLE.replace('*minutes', 'minutes'))).toBe('Cocoa — How hot: Very [hot]');
  });

  test('gives all cells of a row whose head alone has the words', () =>
    expect(find(TABLE.replaceAll('*', '').replace('Cocoa', '*Cocoa'))).toBe(
      '[Cocoa] — How long: None · How hot: Very hot',
    ));

  test('may have no names', () =>
    expect(find('{rest} {tr} {td} Tea. {td} *hot. {text}')).toBe('Tea — [hot]'));

  test('gives neither its caption nor the names of its columns alone', () =>
    expect(find('On. {rest} A *caption {tr} {th} *Drink {th} Price')).toBe('On.'));
});

describe('a row that is a section', () => {
  test('has something of every cell, and of each what was searched for', () => {
    const long = (word: string) => `${word} ${`and ${word} `.repeat(30)}`;
    const printed = findInRow(
      `{td=Tea:} Tea: ${long('mild')} or *bitter {td=Iced_coffee:} Iced coffee: ${long('strong')}`,
    );
    expect(printed).toMatch(/^Tea: … .*\[bitter\] · Iced coffee: strong and .* …$/);
    expect(printed.split(' ').length).toBeLessThan(45);
  });

  test('ends before the group below it', () =>
    expect(findInRow('{td=Tea:} Tea: hot. {tr} {th} Taste')).toBe('Tea: hot'));

  test('has the notes of its cells only where they hold the words', () => {
    const row = '{td=Tea:} Tea: Hot {note} In a pot. {td=Ice:} Ice: Cold {note} In a glass.';
    expect(findInRow(row)).toBe('Tea: Hot · Ice: Cold');
    expect(findInRow(row.replace('pot', '*pot'))).toBe('Tea: Hot In a [pot] · Ice: Cold');
    expect(findInRow('{td=Tea:} Tea: {note} In a pot.')).toBe('Tea: In a pot');
  });
});
