import { describe, expect, test } from 'vitest';
import { findCorrection } from '#search/spelling.ts';

const vocabulary = new Map([
  ['kettle', 9],
  ['kettles', 2],
  ['coffee', 8],
  ['beans', 6],
  ['porcelain', 3],
  ['descale', 3],
  ['strip', 4],
  ['strips', 1],
  ['tea', 20],
  ['pot', 12],
  ['lid', 5],
  ['hot', 7],
  ['water', 15],
  ['e04', 2],
]);
const correct = (word: string) => findCorrection(word, vocabulary)?.words.join(' ');

test.each([
  ['a letter left out', 'ketle', 'kettle'],
  ['a letter too many', 'kettlee', 'kettle'],
  ['a doubled letter', 'beeans', 'beans'],
  ['two letters swapped', 'kettel', 'kettle'],
  ['a neighbouring key', 'keytle', 'kettle'],
  ['a letter that sounds alike', 'koffee', 'coffee'],
  ['two slips in a long word', 'porcalan', 'porcelain'],
  ['a neighbouring key for the first letter', 'voffee', 'coffee'],
])('%s is mended: %s', (_name, word, meant) => expect(correct(word)).toBe(meant));

test('two words written as one are parted', () => {
  expect(correct('hotwater')).toBe('hot water');
  expect(findCorrection('kettlelid', vocabulary)?.words).toEqual(['kettle', 'lid']);
});

test.each([
  ['too short a word', 'tae'],
  ['a word with a digit', 'e0444'],
  ['nothing near', 'zzqxvw'],
  ['a word half of which is another', 'waterfall'],
])('%s is left alone: %s', (_name, word) => expect(correct(word)).toBeUndefined());

test('nothing is corrected to a word with a digit', () => {
  expect(findCorrection('kettl', new Map([['kettl3', 9]]))).toBeUndefined();
});

test('an empty vocabulary corrects nothing', () =>
  expect(findCorrection('kettel', new Map())).toBeUndefined());

describe('of two words that are equally near', () => {
  test('the more frequent is meant', () => {
    const rare = ['brewer', 1] as const;
    const frequent = ['brewed', 30] as const;
    expect(findCorrection('brewe', new Map([rare, frequent]))?.words).toEqual(['brewed']);
    expect(findCorrection('brewe', new Map([frequent, rare]))?.words).toEqual(['brewed']);
  });
});

test('the nearer word is meant even when it is rare', () => {
  const words = new Map([
    ['filter', 40],
    ['falter', 1],
  ]);
  expect(findCorrection('faltre', words)?.words).toEqual(['falter']);
});

test('a correction costs more the farther it is', () => {
  const cost = (word: string) => findCorrection(word, vocabulary)?.cost ?? Number.NaN;
  expect(cost('porcelan')).toBeLessThan(cost('porcalan'));
  expect(cost('porcelian')).toBeLessThan(cost('borcelian'));
});
