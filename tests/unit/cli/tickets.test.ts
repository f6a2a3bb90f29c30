import { expect, test } from 'vitest';
import { parseCsv } from '#domain/csv.ts';
import { findLinks, toTicketReport } from '#cli/tickets.ts';
import { readContent } from '#reader/content.ts';
import { makeProject } from '../../fixtures/project.ts';
import { drinks } from '../../fixtures/settings.ts';

const SITE = 'https://drinks.example';
const WATER = 'articles/water.md';

function reportOn(
  text: string,
  edit: (project: ReturnType<typeof makeProject>) => void = () => {},
) {
  const project = makeProject();
  edit(project);
  const content = readContent(project.root);
  return toTicketReport(parseCsv(`id,text\n${text}`).rows, content, drinks);
}

const line =
  (...entries: string[]) =>
  (project: ReturnType<typeof makeProject>) =>
    project.edit(
      'links.lock.json',
      '{\n',
      `{\n${entries.map((entry) => `  ${entry},\n`).join('')}`,
    );

test.each([
  ['See KB-1001, kb1002 and KB 1003.', ['KB-1001', 'kb1002', 'KB 1003']],
  ['KB-1001#what-is-tea.', ['KB-1001#what-is-tea']],
  ['XKB-1001 KB-10 KB-1001-2 ABC-KB-1001', []],
  ['Tea (https://a.example/k/1001/#tea).', ['https://a.example/k/1001/#tea']],
  [
    '<a href="https://a.example/k/1001/">KB-1001</a>',
    ['https://a.example/k/1001/', '/a', 'KB-1001'],
  ],
  ['[Tea|https://a.example/k/1001/] [tea](/k/1002/)', ['https://a.example/k/1001/', '/k/1002/']],
  [
    'Link:/k/1001/, see:https://a.example:80/k/1002/!',
    ['/k/1001/', 'https://a.example:80/k/1002/'],
  ],
  ['kb.example/k/1001', ['kb.example/k/1001']],
])('the links of %s are found', (text, links) => expect(findLinks(text, 'KB')).toEqual(links));

// A pattern that went back for each letter would not come to an end.
test.each(['-=', 'a'])('a long text of %s holds no link', (piece) =>
  expect(findLinks(piece.repeat(200_000), 'KB')).toEqual([]),
);

test('tickets are counted once for each article, whatever they call it, in any column', () => {
  const { tickets, linking, linked, unlinked, mend } = reportOn(
    `KB-1001,"KB-1001, ${SITE}/k/1001/ and ${SITE}/articles/tea/#sources"\n2,kb1001\n3,none\n4,HTTPS://drinks.example/K/1001?x=1#what-is-tea`,
  );
  expect({ tickets, linking, mend }).toEqual({ tickets: 4, linking: 3, mend: [] });
  expect(linked).toEqual([
    { id: 'KB-1001', title: 'Tea vs coffee', url: `${SITE}/k/1001/`, tickets: 3 },
  ]);
  expect(unlinked).toEqual([{ id: 'KB-1002', title: 'What is water?', url: `${SITE}/k/1002/` }]);
});

test.each(['q', 'main', 'sources', 'source-2', 'rail-contents', 'rail-topic'])(
  'the anchor #%s, which the layout brings, is not dead',
  (anchor) =>
    expect(reportOn(`1,/articles/tea/#${anchor}`)).toMatchObject({ linking: 1, mend: [] }),
);

test('the header is no ticket', () => {
  expect(
    toTicketReport(parseCsv('KB-1001,x\n').rows, readContent(makeProject().root), drinks),
  ).toMatchObject({ tickets: 0, linked: [] });
});

test.each([
  ['an id that never was', 'KB-9999', { state: 'dead' }],
  ['a page that never was', `${SITE}/articles/milk/`, { state: 'dead' }],
  ['a permalink that never was', '/k/9999/', { state: 'dead' }],
  ['a section that never was', `${SITE}/k/1001/#milk`, { state: 'dead', use: `${SITE}/k/1001/` }],
  ['what is gone', '/old/juice/', { state: 'dead' }],
  ['an old path', '/old/tea', { state: 'moved', use: `${SITE}/k/1001/` }],
  [
    'an old path with an anchor',
    '/old/tea/#what-is-tea',
    { state: 'moved', use: `${SITE}/k/1001/#what-is-tea` },
  ],
  [
    'an old path of another host',
    'http://old.example/old%20house/water/',
    { state: 'moved', use: `${SITE}/k/1002/#where-it-comes-from` },
  ],
  ['a section that moved', 'KB-1001#tea', { state: 'moved', use: `${SITE}/k/1001/#what-is-tea` }],
  [
    'a section that moved to another article',
    '/k/1001/#tap',
    { state: 'moved', use: `${SITE}/k/1002/#where-it-comes-from` },
  ],
  ['a file', 'https://old.example/tea.html', { state: 'moved', use: `${SITE}/k/1001/` }],
  [
    'what asked for a number in its query',
    '/article.php?from=mail&id=12',
    { state: 'moved', use: `${SITE}/k/1002/` },
  ],
  [
    'an address of a help desk with other words',
    'https://old.example/hc/articles/360012345-Other-words',
    { state: 'moved', use: `${SITE}/k/1001/` },
  ],
  ['an id that moved', '/k/1000', { state: 'moved', use: `${SITE}/k/1002/` }],
])('%s is named with what to use instead', (_name, link, expected) => {
  const { mend } = reportOn(
    `1,${link}\n2,x\n3,"${link}, ${link}"`,
    line(
      '"/old/juice/": {"gone":"2026-01-01"}',
      '"/old/tea/": {"to":"KB-1001"}',
      '"/old house/water/": {"to":"KB-1002#where-it-comes-from"}',
      '"KB-1001#tea": {"to":"#what-is-tea"}',
      '"KB-1001#tap": {"to":"KB-1002#where-it-comes-from"}',
      '"KB-1000": {"to":"KB-1002"}',
      '"/tea.html": {"to":"KB-1001"}',
      '"/article.php?id=12": {"to":"KB-1002"}',
      '"/hc/articles/360012345-Tea": {"to":"KB-1001"}',
    ),
  );
  expect(mend).toEqual([{ link, ...expected, tickets: 2, lines: [2, 4] }]);
});

test('a retired article leads to its successor, and is not missed when nobody links to it', () => {
  const retire = ({ edit }: ReturnType<typeof makeProject>) =>
    edit(
      WATER,
      'status: published',
      'retired: { on: 2026-02-01, reason: We drink tea., successor: tea }',
    );
  const { mend, linked } = reportOn('1,KB-1002', retire);
  expect(mend).toEqual([
    { link: 'KB-1002', state: 'retired', use: `${SITE}/k/1001/`, tickets: 1, lines: [2] },
  ]);
  expect(linked.map(({ id }) => id)).toEqual(['KB-1002']);
  expect(reportOn('1,KB-1001', retire).unlinked).toEqual([]);
});

test.each([
  'KB5034441',
  'https://other.example/articles/milk/',
  'and/or 3/4 /usr/bin',
  `${SITE}/topics/drinks/`,
  `${SITE}/`,
])('%s is no link to an article, and not dead', (text) =>
  expect(reportOn(`1,${text}`)).toMatchObject({ linking: 0, mend: [] }),
);

test('a draft is neither linked nor missed', () => {
  const { mend, unlinked } = reportOn('1,KB-1002', ({ edit }) =>
    edit(WATER, 'status: published', 'status: draft'),
  );
  expect(mend).toMatchObject([{ link: 'KB-1002', state: 'dead' }]);
  expect(unlinked.map(({ id }) => id)).toEqual(['KB-1001']);
});

test('a link to an old section at an old path leads where both are now', () => {
  const lines = line(
    '"/articles/chai/": {"to":"KB-1001"}',
    '"KB-1001#about-tea": {"to":"#what-is-tea"}',
    '"KB-1001#origin": {"to":"KB-1002#where-it-comes-from"}',
  );
  const { mend } = reportOn(
    '1,/articles/chai/#about-tea\n2,/articles/chai/#origin\n3,/articles/chai/#what-is-tea',
    lines,
  );
  expect(mend.map(({ link, state, use }) => ({ link, state, use }))).toEqual([
    { link: '/articles/chai/#about-tea', state: 'moved', use: `${SITE}/k/1001/#what-is-tea` },
    { link: '/articles/chai/#origin', state: 'moved', use: `${SITE}/k/1002/#where-it-comes-from` },
    { link: '/articles/chai/#what-is-tea', state: 'moved', use: `${SITE}/k/1001/#what-is-tea` },
  ]);
});

test.each([
  ['/articles/waters/', `${SITE}/k/1002/`],
  ['https://drinks.example/articles/tae/', `${SITE}/k/1001/`],
  ['/articles/something-else-entirely/', undefined],
])('a dead link %s names the article that is meant, if one is near', (link, use) =>
  expect(reportOn(`1,${link}`).mend).toMatchObject([{ state: 'dead', ...(use && { use }) }]),
);
