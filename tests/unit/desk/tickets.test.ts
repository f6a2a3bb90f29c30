import { expect, test } from 'vitest';
import { parseCsv } from '#domain/csv.ts';
import { findLinks } from '#desk/ticket-links.ts';
import { type Options, toTicketReport } from '#desk/tickets.ts';
import { readContent } from '#reader/content.ts';
import { makeProject } from '../../fixtures/project.ts';
import { drinks } from '../../fixtures/settings.ts';

const SITE = 'https://drinks.example';
const WATER = 'articles/water.md';

function reportOn(
  text: string,
  edit: (project: ReturnType<typeof makeProject>) => void = () => {},
  { head = 'id,text', ...options }: Options & { head?: string } = {},
) {
  const project = makeProject();
  edit(project);
  const content = readContent(project.root);
  return toTicketReport(parseCsv(`${head}\n${text}`).rows, content, drinks, options);
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

test('tickets are counted once for each article, whatever they call it, in any column', async () => {
  const { tickets, linking, linked, unlinked, mend } = await reportOn(
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
  async (anchor) =>
    expect(await reportOn(`1,/articles/tea/#${anchor}`)).toMatchObject({ linking: 1, mend: [] }),
);

test('the header is no ticket', async () => {
  expect(
    await toTicketReport(parseCsv('KB-1001,x\n').rows, readContent(makeProject().root), drinks),
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
])('%s is named with what to use instead', async (_name, link, expected) => {
  const { mend } = await reportOn(
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
  expect(mend).toEqual([{ link, ...expected, tickets: 2, where: ['1', '3'] }]);
});

test('a retired article leads to its successor, and is not missed when nobody links to it', async () => {
  const retire = ({ edit }: ReturnType<typeof makeProject>) =>
    edit(
      WATER,
      'status: published',
      'retired: { on: 2026-02-01, reason: We drink tea., successor: tea }',
    );
  const { mend, linked } = await reportOn('1,KB-1002', retire);
  expect(mend).toEqual([
    { link: 'KB-1002', state: 'retired', use: `${SITE}/k/1001/`, tickets: 1, where: ['1'] },
  ]);
  expect(linked.map(({ id }) => id)).toEqual(['KB-1002']);
  expect((await reportOn('1,KB-1001', retire)).unlinked).toEqual([]);
});

test.each([
  'KB5034441',
  'https://other.example/articles/milk/',
  'and/or 3/4 /usr/bin',
  `${SITE}/topics/drinks/`,
  `${SITE}/`,
])('%s is no link to an article, and not dead', async (text) =>
  expect(await reportOn(`1,${text}`)).toMatchObject({ linking: 0, mend: [] }),
);

test('a draft is neither linked nor missed', async () => {
  const { mend, unlinked } = await reportOn('1,KB-1002', ({ edit }) =>
    edit(WATER, 'status: published', 'status: draft'),
  );
  expect(mend).toMatchObject([{ link: 'KB-1002', state: 'dead' }]);
  expect(unlinked.map(({ id }) => id)).toEqual(['KB-1001']);
});

test('a link to an old section at an old path leads where both are now', async () => {
  const lines = line(
    '"/articles/chai/": {"to":"KB-1001"}',
    '"KB-1001#about-tea": {"to":"#what-is-tea"}',
    '"KB-1001#origin": {"to":"KB-1002#where-it-comes-from"}',
  );
  const { mend } = await reportOn(
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
])('a dead link %s names the article that is meant, if one is near', async (link, use) =>
  expect((await reportOn(`1,${link}`)).mend).toMatchObject([
    { state: 'dead', ...(use && { use }) },
  ]),
);

test.each([
  ['Ticket,Subject', 'T-7,KB-9999', ['T-7']],
  ['Subject;Ticket ID', 'KB-9999;T-7', ['T-7']],
  ['Issue key,Summary', 'ABC-7,KB-9999', ['ABC-7']],
  ['text', 'KB-9999', ['line 2']],
])('tickets of the columns %s are named by their number', async (head, row, where) =>
  expect((await reportOn(row, undefined, { head })).mend).toMatchObject([{ where }]),
);

test('months and topics are summed, each ticket once', async () => {
  const { months, topics } = await reportOn(
    '1,2026-02-03 10:00,KB-1001 and KB-1002\n2,28.02.2026,x\n3,2026-01-31T09:00Z,KB-1001\n4,1/2/2026,KB-1001',
    undefined,
    { head: 'id,Created at,text' },
  );
  expect(months).toEqual([
    { month: '2026-01', tickets: 1, linking: 1 },
    { month: '2026-02', tickets: 2, linking: 1 },
  ]);
  expect(topics).toEqual([{ id: 'drinks', title: 'Drinks', tickets: 3 }]);
});

test('articles of another host are not ours, unless it was the host of the site', async () => {
  const text = '1,https://help.other.example/articles/tea/ https://help.other.example/k/1002/';
  expect(await reportOn(text)).toMatchObject({
    linking: 0,
    mend: [],
    elsewhere: [{ host: 'help.other.example', tickets: 1 }],
  });
  expect(await reportOn(text, undefined, { hosts: ['help.other.example'] })).toMatchObject({
    linking: 1,
    linked: [{ id: 'KB-1001' }, { id: 'KB-1002' }],
    elsewhere: [],
  });
});

test('a dead link to a section names the one that is meant', async () =>
  expect((await reportOn('1,KB-1001#what-is-tee')).mend).toMatchObject([
    { state: 'dead', use: `${SITE}/k/1001/#what-is-tea` },
  ]));

test('tickets without a link have the article that would have fitted, or are answered by none', async () => {
  const asked: string[] = [];
  const suggest = async (text: string) => {
    asked.push(text);
    return text.includes('brew') ? 'KB-1001' : undefined;
  };
  const rows =
    '1,Subject one,How do I brew?\n2,KB-1002,See this\n3,KB-9999,See that\n4,Hail,"The  roof\nleaks"\n5,Again,How to brew';
  const options = { head: 'Number,Subject,Body', suggest };
  expect(await reportOn(rows, undefined, options)).toMatchObject({
    fitting: [{ id: 'KB-1001', title: 'Tea vs coffee', tickets: 2, where: ['1', '5'] }],
    unanswered: [{ where: '4', text: 'Hail The roof leaks' }],
  });
  expect(asked).toHaveLength(3);
  expect(await reportOn(rows)).not.toHaveProperty('fitting');
});
