import { expect, test } from 'vitest';
import { repairAddress } from '#client/search/repair.ts';

test.each([
  '/k/1042',
  '/k/1042.',
  '/k/1042)',
  '/k/1042),',
  '/K/1042/',
  '/KB-1042',
  '/kb1042',
  '/kb/1042/',
  '/kb_1042',
  '/KB%201042',
  '/k/KB-1042/',
  '/k/1042/for-details',
  '/k/1042%20and%20restart',
  '/k/1042%22%3E',
  '/k/1042%E2%80%9D',
  '/k/1042%E2%80%8B',
  '/k/1042&gt;',
  '//k//1042',
  '/%6B/1042',
  '/k%2F1042%2F',
  '/k%252F1042',
  '/1042',
  '/articles/KB-1042',
  '/articles/1042/',
  '/https://help.example/k/1042/',
])('%s means the article 1042', (path) => expect(repairAddress(path).paths).toEqual(['/k/1042/']));

test('an anchor that was encoded into the path is an anchor again', () => {
  expect(repairAddress('/k/1042%23reset')).toMatchObject({ paths: ['/k/1042/'], hash: '#reset' });
  expect(repairAddress('/k/1042/%23reset).')).toMatchObject({ hash: '#reset' });
  expect(repairAddress('/k/1042%23')).toMatchObject({ hash: '' });
});

test.each([
  ['/articles/what-is-tea', '/articles/what-is-tea/'],
  ['/Articles/What-Is-Tea/', '/articles/what-is-tea/'],
  ['/articles/what-is-tea.', '/articles/what-is-tea/'],
  ['/articles/what-is-tea/)', '/articles/what-is-tea/'],
  ['/articles/what-is-tea/index.html', '/articles/what-is-tea/'],
  ['/articles/what-is-tea.html', '/articles/what-is-tea/'],
  ['/articles/what-is-tea.md).', '/articles/what-is-tea/'],
  ['/articles/what-is-tea%3Fa=b', '/articles/what-is-tea/'],
  ['/articles/what-is-tea/for/details', '/articles/what-is-tea/'],
  ['/articles/what-is-tea/%20for%20details', '/articles/what-is-tea/'],
  ['/articles/what_is tea', '/articles/what-is-tea/'],
  ['/guide/getting%20started/x', '/guide/getting started/x/'],
])('%s may mean %s', (path, meant) => expect(repairAddress(path).paths).toContain(meant));

test.each(['/kb/enscale/docker/swarm', '/guide/getting-started/x/y', '/articles/what-is-tea'])(
  '%s means no page above it',
  (path) => expect(repairAddress(path).paths).toEqual([`${path}/`]),
);

test.each([
  ['/articles/why-tea.html', 'why tea'],
  ['/kb/1042/reset%20password', 'reset password'],
  ['/', ''],
  ['/404.html', ''],
  ['/%E0%A4%A', 'e0 a4 a'],
])('the words of %s are "%s"', (path, words) => expect(repairAddress(path).words).toBe(words));

test('what is repaired needs no repair', () => {
  for (const path of ['/k/1042.', '/Articles/Tea).', '/a/b/c/d']) {
    const [first = ''] = repairAddress(path).paths;
    expect(repairAddress(first).paths[0]).toBe(first);
  }
});

test.each(['/articles/error-1042/', '/guide/2024/news/', '/guide/1042-bit-keys/'])(
  'a number within a name or a folder is no id: %s',
  (path) => expect(repairAddress(path).paths).toEqual([path]),
);
