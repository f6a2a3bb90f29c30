import { describe, expect, test } from 'vitest';
import {
  findCompletion,
  formatVocabulary,
  parseVocabulary,
  toVocabulary,
} from '#search/vocabulary.ts';

const vocabulary = toVocabulary([
  'Tea, tea and more TEA',
  'a teapot for tea',
  `x ${'y'.repeat(25)} ${'z'.repeat(24)} teapots Straße чай 茶`,
]);

test('a word is counted once for each article', () => {
  expect(vocabulary.get('tea')).toBe(2);
  expect(vocabulary.get('teapot')).toBe(1);
});

test('single letters and what is too long to be typed are left out', () => {
  expect([...vocabulary.keys()].filter((word) => /^[axyz]/.test(word))).toEqual([
    'and',
    'z'.repeat(24),
  ]);
});

test('numbers of one article are left out, but not what an exit code looks like', () => {
  const words = toVocabulary(['code 139, port 8080, 007, 10mb, 42']);
  expect([...words.keys()]).toEqual(['code', '139', 'port']);
});

describe('the file', () => {
  test('has each word without the letters of the one before, then how many articles use each', () => {
    expect(formatVocabulary(toVocabulary(['tea pot lid', 'tea teapot', 'tea lids', 'lid']))).toBe(
      'AlidDsApotAteaDpot\n21131',
    );
  });

  test('is read as it was written', () => {
    const read = parseVocabulary(formatVocabulary(vocabulary));
    expect(read).toEqual(vocabulary);
    expect(read.size).toBeGreaterThan(4);
  });

  test('of no words has none', () =>
    expect(parseVocabulary(formatVocabulary(new Map())).size).toBe(0));
});

describe('a completion', () => {
  const words = new Map([
    ['teapots', 1],
    ['teapot', 4],
    ['team', 2],
    ['steam', 9],
  ]);

  test('is the most frequent word that begins alike', () =>
    expect(findCompletion('tea', words)).toBe('teapot'));
  test('may be the word itself', () => expect(findCompletion('team', words)).toBe('team'));
  test('is none when no word begins alike', () =>
    expect(findCompletion('eam', words)).toBeUndefined());
});
