import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parseDocument } from 'htmlparser2';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import ComparisonTable from '../../src/components/site/ComparisonTable.astro';
import { type Subset, toTable } from '../../src/domain/table.ts';
import { comparisonSchema } from '../../src/schemas/comparison.ts';
import { type Source, sourceSchema } from '../../src/schemas/source.ts';
import { all, attribute, one, text } from '../fixtures/html.ts';

const read = (file: string): unknown => parse(readFileSync(`tests/fixtures/content/${file}`, 'utf8'));
const data = comparisonSchema.parse(read('comparisons/tea-vs-coffee.yaml'));
const sources = new Map(
  (read('sources.yaml') as unknown[]).map((entry) => sourceSchema.parse(entry)).map((source): [string, Source] => [source.id, source]),
);

async function render(subset?: Subset) {
  const container = await AstroContainer.create();
  const html = await container.renderToString(ComparisonTable, {
    props: { table: toTable({ id: 'tea-vs-coffee', data }, sources, subset) },
  });
  return parseDocument(html);
}

describe('the whole table', () => {
  let page: Awaited<ReturnType<typeof render>>;
  beforeAll(async () => {
    page = await render();
  });

  test('is a table in a named region that the keyboard can reach', () => {
    const region = one(page, (node) => attribute(node, 'role') === 'region');
    expect(attribute(region, 'tabindex')).toBe('0');
    const caption = one(page, (node) => attribute(node, 'id') === attribute(region, 'aria-labelledby'));
    expect(caption.name).toBe('caption');
    expect(text(caption)).toBe('Tea vs coffee');
  });

  test('names every column, and its top left head is not empty', () => {
    expect(all(page, (node) => attribute(node, 'scope') === 'col').map(text)).toEqual(['Criterion', 'Tea', 'Coffee']);
  });

  test('has a head for each group and each row', () => {
    const group = one(page, (node) => attribute(node, 'scope') === 'rowgroup');
    expect(attribute(group, 'colspan')).toBe('3');
    expect(all(page, (node) => attribute(node, 'scope') === 'row').map(text)).toEqual(['Made of leaves', 'Caffeine', 'Best served']);
  });

  test('gives each row an anchor, a link to it and a title for search', () => {
    const row = one(page, (node) => attribute(node, 'id') === 'tea-vs-coffee--caffeine');
    expect(attribute(row, 'data-pagefind-title')).toBe('Caffeine: Tea vs coffee');
    expect(
      attribute(
        one(row, (node) => attribute(node, 'class') === 'anchor'),
        'href',
      ),
    ).toBe('#tea-vs-coffee--caffeine');
  });

  test('puts the name of the column into the excerpts of search', () => {
    const cells = all(
      one(page, (node) => attribute(node, 'id') === 'tea-vs-coffee--leaf'),
      (node) => node.name === 'td',
    );
    expect(cells.map((cell) => attribute(cell, 'data-subject'))).toEqual(['Tea:', 'Coffee:']);
    expect(cells.every((cell) => attribute(cell, 'data-pagefind-index-attrs') === 'data-subject')).toBe(true);
  });

  test('shows a state as a word beside an icon that is hidden from readers of the screen', () => {
    const state = one(page, (node) => node.name === 'td' && attribute(node, 'class')?.includes('is-no') === true);
    expect(text(state)).toContain('No');
    expect(
      attribute(
        one(state, (node) => attribute(node, 'class') === 'state-icon'),
        'aria-hidden',
      ),
    ).toBe('true');
  });

  test('says who reports what was not read', () => {
    expect(text(one(page, (node) => attribute(node, 'id') === 'tea-vs-coffee--caffeine'))).toContain('Reported by The neighbours');
  });

  test('leads from each mark to a dated source', () => {
    for (const mark of all(page, (node) => attribute(node, 'aria-label')?.startsWith('Source ') === true)) {
      const source = one(page, (node) => `#${attribute(node, 'id')}` === attribute(mark, 'href'));
      expect(text(source)).toContain('Checked January 2026');
    }
  });
});

describe('a part of a table', () => {
  test('has no anchors of its own, is left out of search, and links each row to its home', async () => {
    const page = await render({ rows: ['caffeine'] });
    const part = one(page, (node) => attribute(node, 'class') === 'comparison');
    expect(attribute(part, 'data-pagefind-ignore')).toBe('all');
    expect(all(page, (node) => attribute(node, 'id') !== undefined)).toEqual([]);
    const row = one(page, (node) => attribute(node, 'class') === 'anchor');
    expect(attribute(row, 'href')).toBe('/articles/tea/#tea-vs-coffee--caffeine');
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
