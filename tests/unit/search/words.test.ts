import { describe, expect, test } from 'vitest';
import { isStopWord, toPlain, toStem, toStems, toTerms, toWords } from '#search/words.ts';

test.each([
  ['The Kettle boils.', ['the', 'kettle', 'boils']],
  ["Don't use the pot’s lid", ['dont', 'use', 'the', 'pots', 'lid']],
  ['tea-pot_two/three', ['tea', 'pot', 'two', 'three']],
  ['E04: lid (open)', ['e04', 'lid', 'open']],
  ['Öl, 茶 & Łódź', ['öl', '茶', 'łódź']],
  [' … \n', []],
])('%j has the words %j', (text, words) => expect(toWords(text)).toEqual(words));

test('texts that differ in case, punctuation and white space only are the same when plain', () => {
  expect(toPlain('  E04:\nLid "not" closed! ')).toBe('e04 lid not closed');
  expect(toPlain('e04 lid-not closed')).toBe('e04 lid not closed');
});

describe('terms', () => {
  test('are the words that carry meaning, each once, in their order', () => {
    expect(toTerms('How do I get the tea out of a tea pot, and why?')).toEqual(['tea', 'pot']);
  });

  test('are no single letters', () =>
    expect(toTerms('plan b for a 5 l pot')).toEqual(['plan', 'pot']));

  test('are none in a text of stop words', () =>
    expect(toTerms("Hello, what's this about? It won't!")).toEqual([]));
});

test('a stop word is one in small letters and without its apostrophe', () => {
  expect(['the', 'dont', 'whats'].filter(isStopWord)).toEqual(['the', 'dont', 'whats']);
  expect(['kettle', 'error', 'stop'].filter(isStopWord)).toEqual([]);
});

test.each([
  ['boil', 'boils', 'boiled', 'boiling'],
  ['virtualize', 'virtualized', 'virtualization', 'virtual'],
])('%s, %s, %s and %s have one stem', (...forms) =>
  expect(new Set(forms.map(toStem)).size).toBe(1),
);

test('words of different meaning keep different stems', () =>
  expect(toStem('tea')).not.toBe(toStem('teapot')));

test('the stems of a text are those of its terms, each once', () => {
  expect(toStems('The boiling kettle boils in the kettles')).toEqual([
    toStem('boil'),
    toStem('kettle'),
  ]);
});
