import { Readable } from 'node:stream';
import { parseSitemap } from 'sitemap';
import { expect, test } from 'vitest';
import { toNewest, toSitemap } from '#domain/output/sitemap.ts';
import { drinks } from '../../../fixtures/settings.ts';

test('a sitemap parser reads addresses and days, and a month as its first day', async () => {
  const items = await parseSitemap(
    Readable.from([
      toSitemap(
        [
          { path: '/a/?b&c/', changed: '2026-11-20' },
          { path: '/d/', changed: '2026-11' },
          { path: '/e/' },
        ],
        drinks,
      ),
    ]),
  );
  expect(items.map(({ url, lastmod }) => [url, lastmod])).toEqual([
    ['https://drinks.example/a/?b&c/', '2026-11-20'],
    ['https://drinks.example/d/', '2026-11-01'],
    ['https://drinks.example/e/', undefined],
  ]);
});

test('the newest of days and months', () => {
  expect(toNewest(['2026-02-10', '2026-11', '2026-11-03', '2025-12-31'])).toBe('2026-11-03');
  expect(toNewest([])).toBeUndefined();
});
