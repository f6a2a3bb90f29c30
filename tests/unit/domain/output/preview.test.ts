import { describe, expect, test } from 'vitest';
import { cut, toPreviewTags } from '#domain/output/preview.ts';
import { drinks } from '../../../fixtures/settings.ts';

const page = {
  title: 'Containers & images',
  description: 'What differs.',
  path: '/articles/containers/',
};
const article = { id: 'KB-1042', updated: '2026-11-19', reviewed: '2026-11-20' };
const read = (shown: Parameters<typeof toPreviewTags>[0]) =>
  new Map(
    toPreviewTags(shown, drinks).map(({ property, name, content }) => [property ?? name, content]),
  );

test('an article says its number and when it was reviewed', () => {
  const tags = read({ ...page, article });
  expect(tags.get('og:type')).toBe('article');
  expect(tags.get('og:url')).toBe('https://drinks.example/articles/containers/');
  expect(tags.get('og:image')).toBe('https://drinks.example/previews/1042.png');
  expect(tags.get('article:modified_time')).toBe('2026-11-19');
  expect([1, 2].map((i) => [tags.get(`twitter:label${i}`), tags.get(`twitter:data${i}`)])).toEqual([
    ['Article', 'KB-1042'],
    ['Reviewed', '20 November 2026'],
  ]);
});

test('an article that was never reviewed says so', () => {
  const { reviewed: _, ...unreviewed } = article;
  const tags = read({ ...page, article: unreviewed });
  expect([tags.get('twitter:label2'), tags.get('twitter:data2')]).toEqual(['Reviewed', 'Not yet']);
});

test('a retired article says so', () => {
  const tags = read({
    ...page,
    article: { ...article, retired: { on: '2026-12-01', reason: 'Moved.' } },
  });
  expect([tags.get('twitter:label2'), tags.get('twitter:data2')]).toEqual([
    'Retired',
    '1 December 2026',
  ]);
});

test('another page is a website with the picture of the site', () => {
  const tags = read(page);
  expect(tags.get('og:type')).toBe('website');
  expect(tags.get('og:image')).toBe('https://drinks.example/previews/site.png');
  expect(tags.has('article:modified_time')).toBe(false);
});

test('a page without an address of its own names none', () =>
  expect(read({ ...page, path: '' }).has('og:url')).toBe(false));

test('no tag is longer than chat programs show', () => {
  const tags = read({ ...page, title: 'word '.repeat(40), description: 'word '.repeat(100) });
  expect(tags.get('og:title')?.length).toBeLessThanOrEqual(75);
  expect(tags.get('og:description')?.length).toBeLessThanOrEqual(200);
});

describe('cut', () => {
  test.each([
    ['short enough', 12, 'short enough'],
    ['one two three', 9, 'one two…'],
    ['one two, three', 10, 'one two…'],
    ['unbreakable', 6, 'unbre…'],
    ['🚀🚀🚀🚀', 6, '🚀🚀…'],
  ])('%s at %i is %s', (text, max, short) => {
    expect(cut(text, max)).toBe(short);
    expect(short.length).toBeLessThanOrEqual(max);
  });
});
