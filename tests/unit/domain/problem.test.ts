import { expect, test } from 'vitest';
import { findNearest } from '../../../src/domain/nearest.ts';
import { formatProblems, suggest } from '../../../src/domain/problem.ts';

test('problems are sorted by file and line and counted', () => {
  expect(
    formatProblems([
      { file: 'b.md', line: 2, column: 3, message: 'second', hint: 'Mend it.' },
      { file: 'a.md', message: 'first' },
      { file: 'b.md', line: 1, message: 'between' },
    ]),
  ).toMatchInlineSnapshot(`
    "a.md  first
    b.md:1  between
    b.md:2:3  second
      Mend it.
    3 problems in 2 files."
  `);
});

test.each([
  ['dokcer', 'docker'],
  ['Docker', 'docker'],
  ['kubernetes', undefined],
])('the nearest to %s is %s', (word, nearest) => {
  expect(findNearest(word, ['docker', 'image', 'layer'])).toBe(nearest);
});

test('a suggestion names what is allowed when nothing is near', () => {
  expect(suggest('zebra', ['b', 'a'])).toBe('Known are: a, b');
  expect(suggest('zebra', [])).toBeUndefined();
});
