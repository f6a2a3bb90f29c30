import { expect, test } from 'vitest';
import type { Ledger } from '#domain/linking/ledger.ts';
import {
  checkBuilt,
  checkOldAnchors,
  listMovedPaths,
  listOldAnchors,
} from '#domain/linking/moved.ts';

const SLUGS = new Map([
  ['KB-1001', 'tea'],
  ['KB-1002', 'water'],
]);
const toLedger = (lines: Record<string, object>) =>
  new Map(Object.entries(lines)) as unknown as Ledger;
const at = () => ({ file: 'ledger' });

test('old paths and the ids of articles that went into others lead to pages', () =>
  expect(
    listMovedPaths(
      toLedger({
        '/tee/': { to: 'KB-1001' },
        'KB-1000': { to: 'KB-1002#tap' },
        '/gone/': { gone: '2026-01-01' },
        'KB-1001': {},
      }),
      SLUGS,
    ),
  ).toEqual([
    {
      key: '/tee/',
      from: '/tee/',
      parameters: [],
      to: { path: '/articles/tea/', anchor: undefined },
    },
    {
      key: 'KB-1000',
      from: '/k/1000/',
      parameters: [],
      to: { path: '/articles/water/', anchor: 'tap' },
    },
  ]));

test('a page that became a section leads to the page as a whole while links to its own sections are out', () =>
  expect(
    listMovedPaths(
      toLedger({ 'KB-1000': { to: 'KB-1002#tap' }, 'KB-1000#rain': { to: 'KB-1002#rain' } }),
      SLUGS,
    ).map(({ to }) => to.anchor),
  ).toEqual([undefined]));

test('old anchors stand on the page that the old link opens', () =>
  expect(
    listOldAnchors(
      toLedger({
        'KB-1001#leaves': { to: '#leaf' },
        'KB-1001#tap': { to: 'KB-1002#tap' },
        'KB-1001#cup': {},
        'KB-1001#pot': { gone: '2026-01-01' },
        '/tee/': { to: 'KB-1001' },
        '/tee/#blatt': { to: 'KB-1001#leaf' },
        '/tee/#leaf': { to: 'KB-1001#leaf' },
        '/glossary/#chai': { to: '#tea' },
      }),
      SLUGS,
    ).map(({ page, id, to }) => `${page}#${id} → ${to.page}#${to.anchor ?? ''}`),
  ).toEqual([
    '/articles/tea/#leaves → /articles/tea/#leaf',
    '/articles/tea/#tap → /articles/water/#tap',
    '/articles/tea/#blatt → /articles/tea/#leaf',
    '/glossary/#chai → /glossary/#tea',
  ]));

test('an article that takes another one in cannot have two anchors of one name', () => {
  const ledger = toLedger({
    'KB-1000': { to: 'KB-1001' },
    'KB-1000#cup': { to: 'KB-1001#leaf' },
    'KB-1000#pot': { to: 'KB-1001#cup' },
    'KB-1001#pot': { to: '#leaf' },
  });
  const addresses = new Set(['KB-1001', 'KB-1001#cup', 'KB-1001#leaf']);
  expect(
    checkOldAnchors(ledger, SLUGS, addresses, at).map(
      ({ code, hint }) => `${code} | ${hint ?? ''}`,
    ),
  ).toEqual([
    'address-conflict | Set the line to: "KB-1000#cup": {"to":"KB-1001#cup"}',
    'address-conflict | Set the line to: "KB-1001#pot": {"to":"KB-1001#cup"}',
  ]);
});

test('what is recorded stands in the built site', () => {
  const ledger = toLedger({
    'KB-1001#leaf': {},
    'KB-1001#leaves': { to: '#leaf' },
    '/tee/': { to: 'KB-1001' },
    '/glossary/#tea': {},
  });
  const build = (...ids: string[]) =>
    new Map([
      ['/articles/tea/', new Set(ids)],
      ['/glossary/', new Set(['tea'])],
    ]);
  expect(checkBuilt(ledger, SLUGS, build('leaf', 'leaves'), at)).toEqual([]);
  expect(checkBuilt(ledger, SLUGS, build('leaf'), at)).toMatchObject([
    {
      file: 'ledger',
      code: 'lost-address',
      hint: 'Bring it back, or set the line to where it is now, or to: "KB-1001#leaves": {"gone":"YYYY-MM-DD"}',
    },
  ]);
  expect(checkBuilt(ledger, SLUGS, new Map(), at)).toHaveLength(4);
});
