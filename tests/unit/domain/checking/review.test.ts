import { expect, test } from 'vitest';
import { formatColumns } from '#cli/columns.ts';
import { addDays, countDays, toLastDay } from '#domain/date.ts';
import { listDue } from '#domain/checking/review.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { makeProject } from '../../../fixtures/project.ts';
import { drinks } from '../../../fixtures/settings.ts';

const TABLE = 'comparisons/tea-vs-coffee.yaml';

function dueOn(today: string, within: number, ...edits: [string, string, string][]) {
  const { root, edit } = makeProject();
  for (const [file, from, to] of edits) edit(file, from, to);
  const content = readContent(root);
  expect(checkContent(content, '2026-03-01', drinks).problems).toEqual([]);
  return listDue(content.reviews, today, within).map(
    ({ due, days, kind, id }) => `${due} ${days} ${kind} ${id}`,
  );
}

test('what is overdue or near stands oldest first', () => {
  expect(dueOn('2026-08-20', 11)).toEqual([
    '2026-08-10 -10 article KB-1001',
    '2026-08-10 -10 article KB-1002',
    '2026-08 11 comparison tea-vs-coffee',
  ]);
  expect(dueOn('2026-08-20', 10)).toHaveLength(2);
  expect(dueOn('2026-08-10', 0)[0]).toBe('2026-08-10 0 article KB-1001');
  expect(dueOn('2026-08-09', 0)).toEqual([]);
});

test('sources are due a year after their check, unless they are no longer online', () => {
  expect(dueOn('2027-02-01', 0)).toContain('2027-01 -1 source book');
  expect(
    dueOn('2027-02-01', 0, ['sources.yaml', '  url: https://drinks.example/book\n', '']),
  ).not.toContain('2027-01 -1 source book');
});

test('a fact with its own date is due a year after it, or after the oldest check of its cells', () => {
  const dated: [string, string, string] = [
    TABLE,
    'label: Caffeine\n',
    'label: Caffeine\n        asOf: 2024-02-29\n',
  ];
  expect(dueOn('2026-03-01', 0)).toEqual([]);
  expect(dueOn('2026-03-01', 0, dated)).toEqual(['2025-02-28 -366 fact tea-vs-coffee#caffeine']);
  const one: [string, string, string] = [
    TABLE,
    'unit: mg }, sources',
    'unit: mg }, checked: 2026-02, sources',
  ];
  expect(dueOn('2026-03-01', 0, dated, one)).toEqual([
    '2025-02-28 -366 fact tea-vs-coffee#caffeine',
  ]);
  const other: [string, string, string] = [
    TABLE,
    'approx: true }, sources',
    'approx: true }, checked: 2025-02, sources',
  ];
  expect(dueOn('2026-03-01', 0, dated, one, other)).toEqual([
    '2026-02 -1 fact tea-vs-coffee#caffeine',
  ]);
});

const TEA = 'articles/tea.mdx';
const tea = 'reviewed: 2026-02-10\nreviewBy: 2026-08-10\n';

function dueOfTea(today: string, dates: string) {
  const { root, edit } = makeProject();
  edit(TEA, tea, dates);
  return listDue(readContent(root).reviews, today, 0).find(({ id }) => id === 'KB-1001');
}

test('an article without a date for its next review is due a year after its last', () =>
  expect([
    dueOfTea('2027-02-09', 'reviewed: 2026-02-10\n'),
    dueOfTea('2027-02-10', 'reviewed: 2026-02-10\n'),
  ]).toEqual([undefined, expect.objectContaining({ due: '2027-02-10', line: 14 })]));

test('an article that was never reviewed is due when it says so, else never', () => {
  expect(dueOfTea('2027-02-10', 'reviewBy: 2026-08-10\n')).toMatchObject({ due: '2026-08-10' });
  expect(dueOfTea('2099-01-01', '')).toBeUndefined();
});

test('each review that is overdue is a warning at the place of its date, as npm run stale counts them', () => {
  const content = readContent(makeProject().root);
  const { problems, warnings } = checkContent(content, '2027-02-01', drinks);
  expect(problems).toEqual([]);
  expect(warnings.map(({ file, line, message }) => `${file}:${line} ${message}`)).toContain(
    'content/articles/tea.mdx:15 was to be reviewed by 2026-08-10',
  );
  expect(warnings).toHaveLength(listDue(content.reviews, '2027-02-01', -1).length);
});

test('a retired article is not reviewed', () => {
  const retired: [string, string, string] = [
    'articles/water.md',
    'status: published',
    'retired: { on: 2026-02-01, reason: We drink tea. }',
  ];
  expect(dueOn('2026-08-20', 0, retired)).toEqual(['2026-08-10 -10 article KB-1001']);
});

test('a review knows the place of its date', () => {
  const { reviews } = readContent(makeProject().root);
  expect(reviews.find(({ id }) => id === 'KB-1001')).toMatchObject({
    file: 'content/articles/tea.mdx',
    line: 15,
    owner: 'Kitchen',
  });
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(countDays('2026-03-01', '2026-02-27')).toBe(-2);
  expect(['2026-12', '2028-02', '2026-05-04'].map(toLastDay)).toEqual([
    '2026-12-31',
    '2028-02-29',
    '2026-05-04',
  ]);
});

test('columns are as wide as their widest cell', () => {
  expect(
    formatColumns(
      ['A', 'B'],
      [
        ['🍵', 'x'],
        ['long', ''],
      ],
    ),
  ).toBe('A     B\n🍵     x\nlong');
});
