import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { toFeed } from '#domain/output/feed.ts';
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
      content: 'Why 1 < 2 & 1001.',
      link: 'https://drinks.example/articles/article-1001/',
      guid: 'https://drinks.example/k/1001/',
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
  expect(feed.items.map(({ guid }) => guid?.slice(-6))).toEqual(['/1002/', '/1003/', '/1001/']);
});

test('a feed without articles is a feed', async () => expect((await read([])).items).toEqual([]));
