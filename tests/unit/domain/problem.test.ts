import { expect, test } from 'vitest';
import { findNearest } from '#domain/nearest.ts';
import {
  formatAnnotations,
  formatJson,
  formatProblems,
  formatWarnings,
  suggest,
} from '#domain/problem.ts';

const code = 'broken-link' as const;

test('problems are sorted by file and line and counted', () => {
  expect(
    formatProblems([
      { file: 'b.md', line: 2, column: 3, code, message: 'second', hint: 'Mend it.' },
      { file: 'a.md', code, message: 'first' },
      { file: 'b.md', line: 1, code, message: 'between' },
    ]),
  ).toMatchInlineSnapshot(`
    "a.md  first  [broken-link]
    b.md:1  between  [broken-link]
    b.md:2:3  second  [broken-link]
      Mend it.
    3 problems in 2 files."
  `);
});

test('advice that holds for several is given once', () =>
  expect(
    formatProblems([
      { file: 'a.md', line: 1, code, message: 'one', hint: 'Mend it.' },
      { file: 'a.md', line: 2, code, message: 'two', hint: 'Mend it.' },
      { file: 'a.md', line: 3, code, message: 'three', hint: 'Take it out.' },
    ]),
  ).toMatchInlineSnapshot(`
    "a.md:1  one  [broken-link]
      Mend it.
    a.md:2  two  [broken-link]
    a.md:3  three  [broken-link]
      Take it out.
    3 problems in 1 file."
  `));

test('warnings are told each, but for reviews, which are one line however many they are', () => {
  const due = { code: 'review-due', message: 'was to be reviewed' } as const;
  const long = { file: 'c.md', line: 3, code: 'long-title', message: 'is long' } as const;
  const reviews = Array.from({ length: 1191 }, (_, n) => ({ ...due, file: `${n}.md` }));
  expect(formatWarnings([])).toBe('');
  expect(formatWarnings([{ ...due, file: 'a.md' }])).toBe(
    '1 review overdue: npm run stale lists them.',
  );
  expect(formatAnnotations([], reviews)).toBe(
    '::warning title=review-due::1191 reviews overdue: npm run stale lists them.',
  );
  expect(formatWarnings([...reviews, long])).toBe(
    'c.md:3  is long  [long-title]\n1 warning in 1 file.\n1191 reviews overdue: npm run stale lists them.',
  );
});

const fault = {
  file: 'a,b:c.md',
  line: 2,
  column: 3,
  code,
  message: 'at 100%: a, b',
  hint: 'Mend it.\r\nNow.',
};

test('annotations escape what would end a property or a line', () => {
  expect(formatAnnotations([fault], [{ file: 'd.md', code: 'long-title', message: 'long' }])).toBe(
    '::error file=a%2Cb%3Ac.md,line=2,col=3,title=broken-link::at 100%25: a, b%0AMend it.%0D%0ANow.\n::warning file=d.md,title=long-title::long',
  );
});

test('problems for programs are sorted, and hold what is known', () => {
  expect(JSON.parse(formatJson([fault, { file: 'a', code, message: 'first' }]))).toEqual({
    problems: [{ file: 'a', code, message: 'first' }, fault],
    warnings: [],
  });
});

test.each([
  ['ketlte', 'kettle'],
  ['Kettle', 'kettle'],
  ['bicycles', undefined],
])('the nearest to %s is %s', (word, nearest) => {
  expect(findNearest(word, ['kettle', 'water', 'lemon'])).toBe(nearest);
});

test('a suggestion names what is allowed when nothing is near', () => {
  expect(suggest('zebra', ['b', 'a'])).toBe('Known are: a, b');
  expect(suggest('zebra', [])).toBeUndefined();
});
