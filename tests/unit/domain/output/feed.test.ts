import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { toFeed } from '#domain/output/feed.ts';
import { parsePage, toRawText } from '#markdown/export/page.ts';
import { articleSchema } from '#schemas/article.ts';
import { drinks } from '../../../fixtures/settings.ts';

const TITLE = '<b> & "quotes" | ] ) \'one\' 🚀 ]]>';
const make = (number: number, updated: string, rest: object = { status: 'published' }) => ({
  id: `article-${number}`,
  data: articleSchema.parse({
    id: `KB-${number}`,
    title: `${number} ${TITLE}`,
    short: `${number}`,
    summary: `Why 1 < 2 & ${number}.`,
    answer: 'Because.',
    topic: 'drinks',
    kind: 'concept',
    owner: 'Kitchen',
    published: '2026-01-01',
    updated,
    reviewed: updated,
    reviewBy: '2027-01-01',
    ...rest,
  }),
});
const read = (articles: ReturnType<typeof make>[]) =>
  new Parser().parseString(toFeed(articles, new Map([['drinks', 'Food & drinks']]), drinks));

test('an RSS parser reads every title and address as they are', async () => {
  const feed = await read([make(1001, '2026-02-01')]);
  expect(feed).toMatchObject({
    title: 'Drinks KB: changed articles',
    link: 'https://drinks.example/',
    feedUrl: 'https://drinks.example/feed.xml',
    language: 'en-gb',
    lastBuildDate: 'Sun, 01 Feb 2026 00:00:00 GMT',
  });
  expect(feed.items).toMatchObject([
    {
      title: `1001 ${TITLE}`,
      content: 'Why 1 &lt; 2 &amp; 1001.',
      contentSnippet: 'Why 1 < 2 & 1001.',
      link: 'https://drinks.example/articles/article-1001/',
      guid: 'https://drinks.example/k/1001/#2026-02-01',
      isoDate: '2026-02-01T00:00:00.000Z',
      categories: ['Food & drinks'],
    },
  ]);
});

test('the newest change comes first, then the lower number, and retired articles do not come', async () => {
  const feed = await read([
    make(1001, '2026-02-01'),
    make(1003, '2026-03-01'),
    make(1002, '2026-03-01'),
    make(1004, '2026-04-01', { retired: { on: '2026-04-01', reason: 'Moved.' } }),
  ]);
  expect(feed.items.map(({ guid }) => /\d{4}/.exec(guid ?? '')?.[0])).toEqual([
    '1002',
    '1003',
    '1001',
  ]);
});

test.each([
  ['changed', ['2026-02-03', '2026-01-02'], 1],
  ['and all others changed', ['2026-02-03', '2026-03-02'], 2],
  ['changed to the day of another one', ['2026-01-02', '2026-01-02'], 1],
  ['is new', ['2026-02-01', '2026-01-02', '2026-01-02'], 1],
  ['did not change', ['2026-02-01', '2026-01-02'], 0],
])('an article that %s is another item, and no other is', async (_what, days, fresh) => {
  const toIds = async (...all: string[]) =>
    (await read(all.map((day, index) => make(1001 + index, day)))).items.map(({ guid }) => guid);
  const before = await toIds('2026-02-01', '2026-01-02');
  const after = await toIds(...days);
  expect(after.filter((id) => !before.includes(id))).toHaveLength(fresh);
  expect(new Set(after).size).toBe(days.length);
});

test.each(['<none>:<none>', '&lt;none&gt;', 'a <b>bold</b> & "quoted" text ]]>'])(
  'a reader of feeds, which takes a summary for HTML, shows %s',
  async (summary) => {
    const { items } = await read([make(1001, '2026-02-01', { status: 'published', summary })]);
    const { document } = parsePage(items[0]?.content ?? '');
    expect(document.children.map(toRawText).join('')).toBe(summary);
    expect(document.children.every(({ type }) => type === 'text')).toBe(true);
  },
);

test('a feed without articles is a feed', async () => expect((await read([])).items).toEqual([]));
