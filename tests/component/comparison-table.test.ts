import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parseDocument } from 'htmlparser2';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import ComparisonTable from '#components/site/table/ComparisonTable.astro';
import { type Subset, toTable } from '#domain/comparing/table.ts';
import { type Cell, type Comparison, comparisonSchema } from '#schemas/comparison.ts';
import { type Source, sourceSchema } from '#schemas/source.ts';
import { all, attribute, one, text } from '../fixtures/html.ts';

const read = (file: string): unknown =>
  parse(readFileSync(`tests/fixtures/content/${file}`, 'utf8'));
const data = comparisonSchema.parse(read('comparisons/tea-vs-coffee.yaml'));
const sources = new Map(
  (read('sources.yaml') as unknown[])
    .map((entry) => sourceSchema.parse(entry))
    .map((source): [string, Source] => [source.id, source]),
);

async function render(subset?: Subset, comparison = data) {
  const container = await AstroContainer.create();
  const home = { id: 'KB-1001', title: 'Tea vs coffee', answer: 'Both.' };
  const html = await container.renderToString(ComparisonTable, {
    props: {
      table: {
        ...toTable({ id: 'tea-vs-coffee', data: comparison }, sources, 'en-GB', subset),
        home,
      },
    },
  });
  return parseDocument(html);
}

/** The comparison with a third subject, which is like tea in everything. */
function withThird(): Comparison {
  const comparison = structuredClone(data);
  comparison.subjects.push({ id: 'mate', label: 'Mate', summary: 'Another brew.' });
  for (const { cells } of comparison.groups.flatMap((group) => group.criteria))
    cells['mate'] = cells['tea'] as Cell;
  return comparison;
}

describe('the whole table', () => {
  let page: Awaited<ReturnType<typeof render>>;
  beforeAll(async () => {
    page = await render();
  });

  test('is a table in a named region that the keyboard can reach', () => {
    const region = one(page, (node) => attribute(node, 'role') === 'region');
    expect(attribute(region, 'tabindex')).toBe('0');
    const table = one(page, ({ name }) => name === 'table');
    for (const part of [region, table]) expect(attribute(part, 'aria-label')).toBe('Tea vs coffee');
  });

  test('names every column, and its top left head is not empty', () => {
    expect(all(page, (node) => attribute(node, 'scope') === 'col').map(text)).toEqual([
      'Criterion',
      'Tea',
      'Coffee',
    ]);
  });

  test('has a head for each group and each row', () => {
    const group = one(page, (node) => attribute(node, 'scope') === 'rowgroup');
    expect(attribute(group, 'colspan')).toBe('3');
    expect(all(page, (node) => attribute(node, 'scope') === 'row').map(text)).toEqual([
      'Made of leaves',
      'Caffeine',
      'Best served',
    ]);
  });

  test('gives each row an anchor, a link to it and a title for search', () => {
    const row = one(page, (node) => attribute(node, 'id') === 'tea-vs-coffee--caffeine');
    expect(attribute(row, 'data-pagefind-title')).toBe('Caffeine');
    const link = one(row, (node) => text(node) === 'Caffeine' && node.name === 'a');
    expect(attribute(link, 'href')).toBe('#tea-vs-coffee--caffeine');
  });

  test('puts the name of the column into the excerpts of search', () => {
    const cells = all(
      one(page, (node) => attribute(node, 'id') === 'tea-vs-coffee--leaf'),
      (node) => node.name === 'td',
    );
    expect(cells.map((cell) => attribute(cell, 'data-pagefind-subject'))).toEqual([
      'Tea:',
      'Coffee:',
    ]);
    expect(
      cells.every(
        (cell) => attribute(cell, 'data-pagefind-index-attrs') === 'data-pagefind-subject',
      ),
    ).toBe(true);
  });

  test('shows a state as a word, to which the style sheet adds its sign', () => {
    const states = all(page, ({ name }) => name === 'td').flatMap((cell) =>
      all(cell, ({ name }) => name === 'b'),
    );
    expect(states.map((state) => [attribute(state, 'data-state'), text(state)])).toEqual([
      ['yes', 'Yes'],
      ['no', 'No'],
      ['unknown', 'Unknown'],
    ]);
  });

  test('says who reports what was not read', () => {
    expect(
      text(one(page, (node) => attribute(node, 'id') === 'tea-vs-coffee--caffeine')),
    ).toContain('Reported by The neighbours');
  });

  test('leads from each mark to a dated source', () => {
    const marks = all(page, (node) => attribute(node, 'data-marks') !== undefined).flatMap((box) =>
      all(box, ({ name }) => name === 'a'),
    );
    expect(marks.length).toBeGreaterThan(5);
    for (const mark of marks) {
      const source = one(page, (node) => `#${attribute(node, 'id')}` === attribute(mark, 'href'));
      expect(text(source)).toContain('Checked January 2026');
    }
  });
});

describe('the tools of a table', () => {
  const boxes = (page: Awaited<ReturnType<typeof render>>) =>
    all(page, ({ name }) => name === 'input').map(
      (box) =>
        attribute(box, 'value') ?? (attribute(box, 'data-differences') === '' ? 'differences' : ''),
    );

  test('lead to its data in three forms, and to a report that names it', async () => {
    const page = await render();
    const files = all(page, (node) => attribute(node, 'download') !== undefined);
    expect(files.map((link) => [text(link), attribute(link, 'href')])).toEqual([
      ['Markdown', '/comparisons/tea-vs-coffee.md'],
      ['CSV', '/comparisons/tea-vs-coffee.csv'],
      ['JSON', '/api/comparisons/tea-vs-coffee.json'],
    ]);
    const report = one(page, (node) => text(node) === 'Report a wrong fact' && node.name === 'a');
    expect(decodeURIComponent(attribute(report, 'href') ?? '')).toMatch(
      /Section: Tea vs coffee\r\nLink: \S+\/k\/1001\/#tea-vs-coffee\r\n/,
    );
  });

  test('offer a choice of columns from three on', async () => {
    expect(boxes(await render())).toEqual([]);
    expect(boxes(await render(undefined, withThird()))).toEqual(['tea', 'coffee', 'mate']);
  });

  test('know from three columns on which cells of a row say the same', async () => {
    const sayings = async (comparison?: Comparison) =>
      all(await render(undefined, comparison), ({ name }) => name === 'td')
        .slice(0, comparison?.subjects.length)
        .map((cell) => attribute(cell, 'data-saying'));
    expect(await sayings(withThird())).toEqual(['0', undefined, '0']);
    expect(new Set(await sayings())).toEqual(new Set([undefined]));
  });

  test('offer only differences where a row is the same in all columns', async () => {
    const comparison = structuredClone(data);
    const cells = comparison.groups[0]?.criteria[0]?.cells;
    if (cells !== undefined) cells['coffee'] = cells['tea'] as Cell;
    const page = await render(undefined, comparison);
    expect(boxes(page)).toEqual(['differences']);
    expect(
      all(page, (node) => attribute(node, 'data-same') !== undefined).map((row) =>
        attribute(row, 'id'),
      ),
    ).toEqual(['tea-vs-coffee--leaf']);
  });
});

describe('a part of a table', () => {
  test('has no anchors of its own, is left out of search, and links each row to its home', async () => {
    const page = await render({ rows: ['caffeine'] });
    const part = one(page, (node) => attribute(node, 'data-export') === 'table');
    expect(attribute(part, 'data-pagefind-ignore')).toBe('all');
    expect(all(page, (node) => attribute(node, 'id') !== undefined)).toEqual([]);
    const head = one(page, (node) => attribute(node, 'scope') === 'row');
    const link = one(head, ({ name }) => name === 'a');
    expect(attribute(link, 'href')).toBe('/articles/tea/#tea-vs-coffee--caffeine');
    expect(all(page, ({ name }) => name === 'table-tools' || name === 'input')).toEqual([]);
  });

  test('is a region named by its rows, since several parts may stand on a page', async () => {
    const page = await render({ rows: ['caffeine'] });
    const name = attribute(
      one(page, (node) => attribute(node, 'role') === 'region'),
      'aria-label',
    );
    expect(name).toMatch(/^Tea vs coffee: .*caffeine/i);
  });
});
