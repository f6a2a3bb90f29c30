import { expect, test } from 'vitest';
import { articlePath, permalinkPath, rowPath } from '#domain/linking/permalink.ts';

test('a permalink is the number of its id, whatever the prefix', () => {
  expect(permalinkPath('KB-1001')).toBe('/k/1001/');
  expect(permalinkPath('FAQ2-1001')).toBe('/k/1001/');
});

test('a row stands in the article of its table', () => {
  expect(articlePath('tea')).toBe('/articles/tea/');
  expect(rowPath('tea', 'tea-vs-coffee', 'caffeine')).toBe(
    '/articles/tea/#tea-vs-coffee--caffeine',
  );
});
