import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toTable } from '#domain/comparing/table.ts';
import { type Cell, comparisonSchema } from '#schemas/comparison.ts';
import { type Source, sourceSchema } from '#schemas/source.ts';

const read = (file: string): unknown =>
  parse(readFileSync(`tests/fixtures/content/${file}`, 'utf8'));
const comparison = {
  id: 'tea-vs-coffee',
  data: comparisonSchema.parse(read('comparisons/tea-vs-coffee.yaml')),
};
const sources = new Map(
  (read('sources.yaml') as unknown[])
    .map((entry) => sourceSchema.parse(entry))
    .map((source): [string, Source] => [source.id, source]),
);

test('a source has one number in the whole table', () => {
  const { references } = toTable(comparison, sources, 'en-GB');
  expect(references.map(({ n, source, checked }) => [n, source.id, checked])).toEqual([
    [1, 'book', '2026-01'],
    [2, 'rumour', '2026-01'],
  ]);
});

test('a cell of second-hand sources alone says who reports it', () => {
  const row = toTable(comparison, sources, 'en-GB', { rows: ['caffeine'] }).groups[0]?.rows[0];
  expect(row?.cells.map(({ reportedBy }) => reportedBy)).toEqual([undefined, 'The neighbours']);
});

test('a part keeps the order of the data, drops empty groups, and is not the whole', () => {
  const table = toTable(comparison, sources, 'en-GB', {
    rows: ['note', 'leaf'],
    subjects: ['coffee'],
  });
  expect(table.groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['leaf', 'note']);
  expect(table.subjects.map(({ id }) => id)).toEqual(['coffee']);
  expect(table.whole).toBe(false);
  expect(toTable(comparison, sources, 'en-GB').whole).toBe(true);
});

test('the legend has the states that occur, in a fixed order', () => {
  expect(toTable(comparison, sources, 'en-GB').states).toEqual(['yes', 'no', 'unknown']);
});

test('a source has one number, and the earliest date on which a fact of it was checked', () => {
  const data = structuredClone(comparison.data);
  const cell = data.groups[0]?.criteria[0]?.cells['tea'];
  if (cell !== undefined) cell.checked = '2025-12';
  expect(
    toTable({ id: 'x', data }, sources, 'en-GB').references.map(
      ({ source, checked }) => `${source.id} ${checked}`,
    ),
  ).toEqual(['book 2025-12', 'rumour 2026-01']);
});

test('a row knows whether all columns that are shown say the same', () => {
  const data = structuredClone(comparison.data);
  const cells = data.groups[0]?.criteria[0]?.cells ?? {};
  cells['coffee'] = structuredClone(cells['tea']) as Cell;
  const toSame = (subset = {}) =>
    toTable({ id: 'x', data }, sources, 'en-GB', subset).groups.flatMap(({ rows }) =>
      rows.map(({ same }) => same),
    );
  expect(toSame()).toEqual([true, false, false]);
  expect(toSame({ subjects: ['tea'] })).toEqual([true, true, true]);
});
