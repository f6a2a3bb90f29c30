import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiLinks } from '#schemas/api.ts';
import { build } from '../fixtures/build.ts';
import { run } from '../fixtures/command.ts';
import { makeSite } from '../fixtures/project.ts';
import { drinks } from '../fixtures/settings.ts';
import { all, attribute, one, text } from '../fixtures/html.ts';

// A site with a history: what moved within its article, to another one, to another path; what became part of another article; and
// an article that is retired.
const RETIRED = `---
id: KB-1003
title: What is milk?
short: Milk
summary: The drink of calves.
answer: Milk comes from cows.
topic: drinks
kind: concept
owner: Kitchen
published: 2026-01-10
updated: 2026-01-10
reviewed: 2026-01-10
reviewBy: 2026-01-20
retired: { on: 2026-02-01, reason: Nobody drinks it with tea any more., successor: water }
---

## Cows

The word cowshed stands nowhere else.
`;
const LINES = `{
  "/articles/tee/": {"to":"KB-1001"},
  "/hei%C3%9F/Tee.html": {"to":"KB-1001"},
  "/hei%C3%9F/Tee.html#Bl%C3%A4tter_1": {"to":"KB-1001#what-is-tea"},
  "/hei%C3%9F/Tee.html#main": {"to":"KB-1001#what-is-tea"},
  "/index.php": {"to":"/"},
  "/index.php?id=12": {"to":"KB-1002"},
  "/Kb/Find.md/": {"to":"/search/"},
  "/old kitchen/tea/": {"to":"KB-1001"},
  "/old kitchen/tea/#kettle": {"to":"KB-1001#what-is-tea"},
  "/comparisons/tea-vs-coffee/#tea-vs-coffee--leaves": {"to":"#tea-vs-coffee--leaf"},
  "/glossary/#chai": {"to":"#tea"},
  "/articles/milk/": {},
  "KB-1000": {"to":"KB-1002"},
  "KB-1000#rain": {"to":"KB-1002#where-it-comes-from"},
  "KB-1001#all": {"to":"KB-1001"},
  "KB-1001#springs": {"to":"KB-1002#where-it-comes-from"},
  "KB-1001#the-row": {"to":"KB-1001#tea-vs-coffee--leaf"},
  "KB-1001#leaves": {"to":"#what-is-tea"},
  "KB-1003": {},
  "KB-1003#cows": {},
`;

let dist = '';
let output = '';
let packed = {};
let clean = () => {};
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const parse = (path: string) => parseDocument(read(`${path}index.html`));
const byId = (path: string, id: string) =>
  one(parse(path), (element) => attribute(element, 'id') === id);
const parentOf = (path: string, id: string) => byId(path, id).parent as ReturnType<typeof byId>;
const links = (path: string) =>
  all(parse(path), ({ name }) => name === 'a').map((link) => attribute(link, 'href'));

beforeAll(() => {
  const project = makeSite((remove) => {
    clean = remove;
  });
  writeFileSync(join(project.root, 'content/articles/milk.md'), RETIRED);
  project.edit('topics.yaml', '[tea, water]', '[milk, tea, water]');
  project.edit('articles/tea.mdx', 'related: [water]', 'related: [milk, water]');
  project.edit(
    'articles/water.md',
    'See [tea]',
    'See [the leaves](/articles/tea/#leaves), [springs](/articles/tea/#springs) and [tea]',
  );
  project.edit('links.lock.json', '{\n', LINES);
  dist = join(project.root, 'dist');
  ({ output } = build(project.root));
  packed = run(project.root, 'pack');
}, 120_000);
afterAll(() => clean());

test('a site with a history is built, and its links to old anchors are no broken ones', () =>
  expect(output).toContain('Complete!'));

describe('an old anchor', () => {
  test('of a heading is an empty element in the heading', () => {
    expect(byId('articles/tea/', 'leaves')).toMatchObject({ name: 'span', children: [] });
    expect(attribute(parentOf('articles/tea/', 'leaves'), 'id')).toBe('what-is-tea');
  });
  test('of a row is in the first cell of the row, on each page that has the row', () => {
    for (const [path, id] of [
      ['articles/tea/', 'the-row'],
      ['comparisons/tea-vs-coffee/', 'tea-vs-coffee--leaves'],
    ] as const) {
      const cell = parentOf(path, id);
      expect(cell.name).toBe('th');
      expect(attribute(cell.parent as typeof cell, 'id')).toBe('tea-vs-coffee--leaf');
    }
  });
  test('of a term is in the term', () => expect(parentOf('glossary/', 'chai').name).toBe('dt'));
  test('of the whole page is in its title', () =>
    expect(parentOf('articles/tea/', 'all').name).toBe('h1'));
  test('of an old path is on the page that stands there now', () => {
    expect(attribute(parentOf('old kitchen/tea/', 'kettle'), 'id')).toBe('what-is-tea');
  });
  test('has the name that its link has, whatever letters are in it', () =>
    expect(attribute(parentOf('articles/tea/', 'Blätter_1'), 'id')).toBe('what-is-tea'));
  test('has no element where the layout has one of its name', () =>
    expect(byId('articles/tea/', 'main').name).toBe('main'));
  test('of an article that became part of another one is on its permalink', () => {
    expect(attribute(parentOf('k/1000/', 'rain'), 'id')).toBe('where-it-comes-from');
  });
  test('of a section that moved to another article says where to', () => {
    const line = byId('articles/tea/', 'springs');
    expect(text(line)).toBe('This section moved to What is water? › Where it comes from.');
    expect(
      attribute(
        one(line, ({ name }) => name === 'a'),
        'href',
      ),
    ).toBe('/articles/water/#where-it-comes-from');
    expect(line.parent).toMatchObject({ name: 'article' });
  });
  test('stands in every copy of the page', () => {
    for (const path of ['k/1001/', 'articles/tee/', 'old kitchen/tea/'])
      expect(read(`${path}index.html`)).toBe(read('articles/tea/index.html'));
  });
});

test('a page stands at its old paths as they were, also as a file, and packing takes no folder for one', () => {
  const tea = read('articles/tea/index.html');
  expect(read('heiß/Tee.html')).toBe(tea);
  expect(read('index.php/index.html')).toBe(read('index.html'));
  expect(read('Kb/Find.md/index.html')).toBe(read('search/index.html'));
  expect(packed).toMatchObject({ status: 0, stderr: '' });
  expect(gunzipSync(readFileSync(join(dist, 'heiß/Tee.html.gz'))).toString()).toBe(tea);
});

test('what no file can answer is on a list', () =>
  expect(JSON.parse(read('moved.json'))).toEqual({
    queries: [['^/index\\.php/?\\?(?:.*&)?id=12(?:&|$)', '/articles/water/']],
    numbers: {},
  }));

test('the list of all addresses has them as browsers send them', () => {
  const { links } = JSON.parse(read('api/links.json')) as ApiLinks;
  expect(links['/hei%C3%9F/Tee.html#Bl%C3%A4tter_1']).toMatchObject({
    url: `${drinks.url}/hei%C3%9F/Tee.html#Bl%C3%A4tter_1`,
    to: `${drinks.url}/articles/tea/#what-is-tea`,
    article: 'KB-1001',
  });
  expect(links['/index.php?id=12']).toMatchObject({ url: `${drinks.url}/index.php?id=12` });
});

test('no page is a redirect that would lose the anchor', () => {
  const pages = globSync('**/*.html', { cwd: dist });
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) expect(read(page), page).not.toMatch(/http-equiv=["']?refresh/i);
});

test('old paths are redirects for hosts that have them', () => {
  const rules = read('_redirects')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(rules).toEqual([
    '/index.php id=12 /articles/water/ 301!',
    '/Kb/Find.md /search/ 301',
    '/Kb/Find.md/ /search/ 301',
    '/articles/tee /articles/tea/ 301',
    '/articles/tee/ /articles/tea/ 301',
    '/hei%C3%9F/Tee.html /articles/tea/ 301',
    '/hei%C3%9F/Tee.html/ /articles/tea/ 301',
    '/index.php / 301',
    '/index.php/ / 301',
    '/k/1000 /articles/water/ 301',
    '/k/1000/ /articles/water/ 301',
    '/old%20kitchen/tea /articles/tea/ 301',
    '/old%20kitchen/tea/ /articles/tea/ 301',
  ]);
});

describe('a retired article', () => {
  test.each(['articles/milk/', 'k/1003/'])(
    'stays at %s with date, reason and successor, and out of search engines',
    (path) => {
      const article = one(parse(path), ({ name }) => name === 'article');
      expect(text(article)).toContain(
        'Retired on 1 February 2026. Nobody drinks it with tea any more. Read its successor.',
      );
      expect(
        attribute(
          one(article, (element) => text(element) === 'Read its successor'),
          'href',
        ),
      ).toBe('/articles/water/');
      const head = one(parse(path), ({ name }) => name === 'head');
      expect(
        attribute(
          one(head, (element) => attribute(element, 'name') === 'robots'),
          'content',
        ),
      ).toBe('noindex');
      expect(
        attribute(
          one(head, (element) => attribute(element, 'rel') === 'canonical'),
          'href',
        ),
      ).toMatch(/\/articles\/milk\/$/);
    },
  );
  test.each([
    '',
    'topics/drinks/',
    'search/',
    'glossary/',
    'comparisons/',
    'articles/tea/',
    'articles/water/',
  ])('is in no list on /%s', (path) => {
    expect(links(path).length).toBeGreaterThan(3);
    expect(links(path)).not.toContain('/articles/milk/');
  });
  test('has no place in the reading order', () => {
    const steps = (path: string) =>
      all(parse(path), ({ attribs }) => /^(next|prev)$/.test(attribs['rel'] ?? '')).map(text);
    expect(steps('articles/milk/')).toEqual([]);
    expect(steps('articles/tea/')).toEqual(['Water ›']);
  });
  test('is not searched', () => {
    const cards = globSync('pagefind/card/*.json', { cwd: dist }).map(
      (file) => JSON.parse(read(file)) as { id: string },
    );
    expect(cards.map(({ id }) => id).toSorted()).toEqual(['KB-1001', 'KB-1002']);
    expect(read('pagefind/vocabulary.txt')).not.toContain('cowshed');
  });
  test('is not due for a review', () => expect(output).not.toContain('content/articles/milk.md'));
});

test('the search is described to browsers with full addresses', () => {
  const description = parseDocument(read('opensearch.xml'), { xmlMode: true });
  const url = attribute(
    one(description, ({ name }) => name === 'Url'),
    'template',
  );
  expect(url).toBe(`${drinks.url}/search/?q={searchTerms}`);
  expect(text(one(description, ({ name }) => name === 'ShortName'))).toBe(drinks.name);
  const link = one(parse(''), (element) => attribute(element, 'rel') === 'search');
  expect(link.attribs).toMatchObject({
    type: 'application/opensearchdescription+xml',
    href: '/opensearch.xml',
  });
});
