import { expect, test } from 'vitest';
import { encodeAddress } from '#domain/linking/address.ts';
import { listCopies, toFile } from '#domain/linking/copies.ts';
import type { Ledger } from '#domain/linking/ledger.ts';
import { findKey } from '#domain/linking/lookup.ts';
import { listRedirects, toPattern } from '#domain/linking/redirect.ts';
import { toFileless } from '#domain/hosting/host-files.ts';
import { findAsked, findByNumber } from '#domain/linking/fileless.ts';
import { drinks } from '../../../fixtures/settings.ts';

const SLUGS = new Map([
  ['KB-1001', 'tea'],
  ['KB-1002', 'water'],
]);
const LEDGER = new Map(
  Object.entries({
    '/tee.html': { to: 'KB-1001' },
    '/Tee': { to: 'KB-1001' },
    '/hei%C3%9Fer tee/': { to: 'KB-1001' },
    '/was%3F': { to: 'KB-1001' },
    '/article.php': { to: '/' },
    '/article.php?id=12': { to: 'KB-1001#leaf' },
    '/article.php?id=12&lang=de': { to: 'KB-1002' },
    '/article.php?id=13': { gone: '2026-01-01' },
    '/?p=7': { to: 'KB-1002' },
    '/suche?q=gr%C3%BCner+Tee': { to: '/search/' },
    '/hc/articles/360012345-tea-and-more': { to: 'KB-1001' },
    '/hc/articles/360099999-one': { to: 'KB-1001' },
    '/hc/articles/360099999-two': { to: 'KB-1002' },
    '/blog/2024-tea': { to: 'KB-1001' },
    '/articles/20260101-tea/': {},
  }),
) as unknown as Ledger;

test.each([
  ['/tee.html', '', '/tee.html'],
  ['/tee', '', undefined],
  ['/Tee/', '', '/Tee'],
  ['/Tee/index.html', '', '/Tee'],
  ['/heißer tee', '', '/hei%C3%9Fer tee/'],
  ['/was?', '', '/was%3F'],
  ['/article.php', '', '/article.php'],
  ['/article.php', 'id=123', '/article.php'],
  ['/article.php', 'pid=12', '/article.php'],
  ['/article.php', 'id=12', '/article.php?id=12'],
  ['/article.php', 'utm=x&id=12&y', '/article.php?id=12'],
  ['/article.php/', 'id=12&x=1&lang=de', '/article.php?id=12&lang=de'],
  ['/', 'p=7', '/?p=7'],
  ['/', 'p=8', undefined],
  ['/suche', 'q=grüner%20Tee', '/suche?q=gr%C3%BCner+Tee'],
  ['/suche', 'q=gr%c3%bcner+Tee', '/suche?q=gr%C3%BCner+Tee'],
  ['/hc/articles/360012345', '', '/hc/articles/360012345-tea-and-more'],
  ['/hc/articles/360012345-any-words', 'x=1', '/hc/articles/360012345-tea-and-more'],
  ['/hc/articles/3600123456-any-words', '', undefined],
  ['/hc/articles/360099999-two', '', '/hc/articles/360099999-two'],
  ['/hc/articles/360099999-three', '', undefined],
  ['/blog/2024-coffee', '', undefined],
  ['/articles/20260101-other/', '', undefined],
] as const)('%s?%s is asked for with the line %s', (path, query, key) =>
  expect(findKey(LEDGER, path, query)).toBe(key),
);

test('hosts are told of parameters, of whole paths, and of numbers', () => {
  const { queries, paths, numbers } = listRedirects(LEDGER, SLUGS);
  expect(queries.map((query) => toPattern(query, drinks.toHref))).toEqual([
    '^/article\\.php/?\\?(?:.*&)?id=12&(?:.*&)?lang=de(?:&|$)',
    '^/?\\?(?:.*&)?p=7(?:&|$)',
    '^/article\\.php/?\\?(?:.*&)?id=12(?:&|$)',
    '^/article\\.php/?\\?(?:.*&)?id=13(?:&|$)',
    '^/suche/?\\?(?:.*&)?q=gr(?:ü|%[Cc]3%[Bb][Cc])ner(?:\\+|%20)Tee(?:&|$)',
  ]);
  expect(paths.map(({ from }) => from)).toEqual(
    expect.arrayContaining(['/tee.html', '/heißer tee/', '/was?', '/hc/articles/360012345/']),
  );
  expect(numbers).toEqual([
    { from: '/hc/articles/360012345', to: { path: '/articles/tea/', anchor: undefined } },
  ]);
});

test('what no file can answer is on a list for the page of what is missing', () => {
  const fileless = toFileless(listRedirects(LEDGER, SLUGS), drinks);
  expect(findAsked(fileless, '/article.php', 'a=b&id=12')).toBe('/articles/tea/#leaf');
  expect(findAsked(fileless, '/article.php', 'id=13')).toBeUndefined();
  expect(findByNumber(fileless, '/hc/articles/360012345-x', '')).toBe('/articles/tea/');
  expect(findByNumber(fileless, '/hc/articles/360012345', 'a=b')).toBe('/articles/tea/?a=b');
  expect(findByNumber(fileless, '/hc/articles/360012346-x', '')).toBeUndefined();
});

test('a copy of a page is a file where its old path names one, and what asks for parameters has none', () => {
  const files = listCopies(LEDGER, SLUGS).map(({ path }) => toFile(path));
  expect(files).toEqual(
    expect.arrayContaining([
      'k/1001/index.html',
      'tee.html',
      'Tee/index.html',
      'heißer tee/index.html',
      'article.php/index.html',
    ]),
  );
  expect(files.filter((file) => /[?]p|id=/.test(file))).toEqual([]);
});

test.each([
  ['/heißer tee/#blätter', '/hei%C3%9Fer%20tee/#bl%C3%A4tter'],
  ['/hei%C3%9Fer%20tee/#bl%C3%A4tter', '/hei%C3%9Fer%20tee/#bl%C3%A4tter'],
  ['/was%3F?q=a+b&c', '/was%3F?q=a%20b&c'],
  ['/articles/tea/#old_leaf', '/articles/tea/#old_leaf'],
])('%s is sent as %s', (address, sent) => expect(encodeAddress(address)).toBe(sent));
