import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { find, findAll, parsePage, toText } from '#markdown/export/page.ts';
import { DIST } from '../site.ts';

const read = (path: string) => parsePage(readFileSync(`${DIST}${path}index.html`, 'utf8')).document;
const marksOf = (page: ReturnType<typeof read>) =>
  findAll(page, ({ attribs }) => 'data-marks' in attribs).map((mark) => ({
    inTable: mark.name === 'span',
    links: findAll(mark, ({ name }) => name === 'a').map((link) => ({
      label: toText(link),
      place: find(page, ({ attribs }) => `#${attribs['id']}` === link.attribs['href']),
    })),
  }));

test.each(['/articles/tea-coffee-or-cocoa/', '/articles/life-of-a-cup/'])(
  'on %s text and tables have one numbering, and one list',
  (path) => {
    const page = read(path);
    const lists = findAll(
      page,
      ({ name, attribs }) => name === 'ol' && /references/.test(attribs['class'] ?? ''),
    );
    expect(lists).toHaveLength(1);
    const marks = marksOf(page);
    expect(new Set(marks.map(({ inTable }) => inTable))).toEqual(new Set([true, false]));
    for (const { label, place } of marks.flatMap(({ links }) => links))
      expect(place?.attribs['id']).toBe(`source-${label}`);
    // No source has two numbers.
    const works = findAll(page, ({ attribs }) => 'data-work' in attribs).map(toText);
    expect(new Set(works).size).toBe(works.length);
  },
);

test('the page of a comparison has a list of its own', () => {
  const marks = marksOf(read('/comparisons/hot-drinks/'));
  expect(marks.length).toBeGreaterThan(0);
  for (const { label, place } of marks.flatMap(({ links }) => links))
    expect(place?.attribs['id']).toBe(`hot-drinks--source-${label}`);
});

test.each(globSync('articles/*/', { cwd: DIST }))(
  '/%s/ lists what it cites, and nothing else',
  (path) => {
    const page = read(`/${path}/`);
    const cited = marksOf(page).flatMap(({ links }) =>
      links.map(({ label }) => Number.parseInt(label, 10)),
    );
    const listed = findAll(page, ({ attribs }) => /^source-\d+$/.test(attribs['id'] ?? ''));
    expect(new Set(cited).size).toBe(listed.length);
  },
);
