import { expect, test } from 'vitest';
import { groupByLetter } from '#domain/letters.ts';

const group = (...names: string[]) =>
  groupByLetter(names, (name) => name, 'en').map(({ letter, entries }) => [letter, ...entries]);

test('names stand from A to Z below their first letters, whatever signs are on or before these', () =>
  expect(group('tea', 'Éclair', '“Early” tea', 'Tee 10', 'Tee 9', '10 cups', 'ale', '¿')).toEqual([
    ['…', '¿'],
    ['0–9', '10 cups'],
    ['A', 'ale'],
    ['E', '“Early” tea', 'Éclair'],
    ['T', 'tea', 'Tee 9', 'Tee 10'],
  ]));

test('a letter stands once, in every script', () => {
  const letters = group('чай', 'Вода', 'чашка', '茶', 'ørret', 'Ost').map(([letter]) => letter);
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters.toSorted()).toEqual(['O', 'Ø', 'В', 'Ч', '茶']);
});
