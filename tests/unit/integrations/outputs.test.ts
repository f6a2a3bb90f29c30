import { expect, test } from 'vitest';
import { parseCsv } from '#domain/csv.ts';
import { readContent } from '#reader/content.ts';
import { listOutputs } from '#integrations/outputs.ts';
import { parsePage } from '#markdown/export/page.ts';
import type { ApiArticle, ApiArticles, ApiComparison, ApiLinks } from '#schemas/api.ts';
import { makeProject } from '../../fixtures/project.ts';
import { drinks } from '../../fixtures/settings.ts';

const WATER = 'articles/water.md';
const PAGE = '<main><div data-export="prose"><h2 id="origin">Origin</h2><p>Wet.</p></div></main>';

function make(root: string) {
  const pages: string[] = [];
  const files = new Map(
    listOutputs(
      readContent(root),
      (path) => {
        pages.push(path);
        return parsePage(PAGE);
      },
      drinks,
    ),
  );
  return { files, pages, json: <T>(path: string) => JSON.parse(files.get(path) ?? 'null') as T };
}

test('a draft is in no file', () => {
  const { root, edit } = makeProject();
  edit(WATER, 'status: published', 'status: draft');
  const { files, pages } = make(root);
  expect(pages).toEqual(['/articles/tea/', '/comparisons/tea-vs-coffee/']);
  for (const [path, text] of files)
    if (path !== '/api/links.json') expect(path + text).not.toMatch(/KB-1002|articles\/water/);
});

test('a section of a topic is named in the API, in Markdown and in the list of all, and stays on record', () => {
  const { root, edit, report } = makeProject();
  edit(
    'topics.yaml',
    /articles: .*/,
    'articles: [tea]\n  sections:\n    - { id: cold, title: Cold, articles: [water] }',
  );
  const { files, json } = make(root);
  const [tea, water] = json<ApiArticles>('/api/articles.json').articles;
  expect(tea?.topic.section).toBeUndefined();
  expect(water?.topic.section).toEqual({
    id: 'cold',
    title: 'Cold',
    url: expect.stringMatching(/\/topics\/drinks\/#cold$/),
  });
  expect(files.get('/articles/water.md')).toMatch(
    /^- Topic: \[Drinks\]\(\S+\/topics\/drinks\/\) › \[Cold\]\(\S+\/topics\/drinks\/#cold\)$/m,
  );
  expect(files.get('/llms.txt')).toMatch(
    /## Drinks\n\n- \[.*tea\.md.*\n\n## Drinks › Cold\n\n- \[.*water\.md/,
  );
  expect(report()).toContain('/topics/drinks/#cold is not recorded');
});

test('a retired article is in no list, and its own files say why and what took its place', () => {
  const { root, edit } = makeProject();
  edit(
    WATER,
    'status: published',
    'retired: { on: 2026-02-01, reason: "All of it is tea now.", successor: tea }',
  );
  const { files, json } = make(root);
  expect(json<ApiArticles>('/api/articles.json').articles).toMatchObject([
    { id: 'KB-1001', title: 'Tea vs coffee', short: 'Tea or coffee' },
  ]);
  expect(files.get('/llms.txt')).not.toContain('water');
  expect(json<ApiArticle>('/api/articles/KB-1002.json').retired).toEqual({
    on: '2026-02-01',
    reason: 'All of it is tea now.',
    successor: 'KB-1001',
  });
  expect(files.get('/articles/water.md')).not.toContain('Next review');
  expect(files.get('/articles/water.md')).toMatch(
    /^\*\*Retired on 2026-02-01\.\*\* All of it is tea now\.\n\nIts successor: \[Tea vs coffee\]\(.+\/k\/1001\/\)$/m,
  );
});

test('each page is read once, and the same content gives the same files', () => {
  const { root } = makeProject();
  const { files, pages } = make(root);
  expect(pages).toEqual(['/articles/tea/', '/articles/water/', '/comparisons/tea-vs-coffee/']);
  expect([...make(root).files]).toEqual([...files]);
});

test('an address that moved, and one that is gone, say so', () => {
  const { root, edit } = makeProject();
  edit(
    'links.lock.json',
    '{\n',
    '{\n  "/old tea/": {"to":"KB-1001"},\n  "KB-1001#old": {"to":"#what-is-tea"},\n  "KB-1000": {"gone":"2026-01-01"},\n',
  );
  const { links } = make(root).json<ApiLinks>('/api/links.json');
  expect(links['/old tea/']).toMatchObject({
    state: 'moved',
    url: expect.stringMatching(/\/old%20tea\/$/),
    to: expect.stringMatching(/\/articles\/tea\/$/),
  });
  expect(links['KB-1001#old']).toMatchObject({
    state: 'moved',
    url: expect.stringMatching(/\/k\/1001\/#old$/),
    to: expect.stringMatching(/\/articles\/tea\/#what-is-tea$/),
    article: 'KB-1001',
  });
  expect(links['KB-1000']).toEqual({
    state: 'gone',
    url: expect.stringMatching(/\/k\/1000\/$/),
    gone: '2026-01-01',
  });
  expect(links['/articles/water/']).toMatchObject({ state: 'here', article: 'KB-1002' });
});

test('a figure of a comparison is there in words and in numbers', () => {
  const { json } = make(makeProject().root);
  const { groups } = json<ApiComparison>('/api/comparisons/tea-vs-coffee.json');
  const cells = groups
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === 'caffeine')?.cells;
  expect(cells?.map(({ subject, text, quantity }) => [subject, text, quantity?.unit]))
    .toMatchInlineSnapshot(`
    [
      [
        "tea",
        "20 to 60 mg",
        "mg",
      ],
      [
        "coffee",
        "about 95 mg",
        "mg",
      ],
    ]
  `);
});

test('a comparison is there as rows of a spreadsheet, each with its permalink', () => {
  const { rows } = parseCsv(
    make(makeProject().root).files.get('/comparisons/tea-vs-coffee.csv') ?? '',
  );
  const [head, ...facts] = rows.map(({ cells }) => cells);
  expect(head).toEqual([
    'Group',
    'Criterion',
    'Tea',
    'Tea: note',
    'Tea: sources',
    'Coffee',
    'Coffee: note',
    'Coffee: sources',
    'Link',
  ]);
  expect(facts.map((cells) => [cells[1], cells[2], cells[5]])).toEqual([
    ['Made of leaves', 'Yes', 'No'],
    ['Caffeine', '20 to 60\u00a0mg', 'about 95\u00a0mg'],
    ['Best served', 'hot', 'Unknown: nobody agrees'],
  ]);
  expect(facts[0]?.at(-1)).toMatch(/\/k\/1001\/#tea-vs-coffee--leaf$/);
});
