import { describe, expect, test } from 'vitest';
import { type Ledger, toFreeId } from '#domain/linking/ledger.ts';
import { checkLedger, checkSince } from '#domain/linking/record.ts';

const ADDRESSES = new Set([
  '/articles/tea/',
  'KB-1001',
  'KB-1001#leaf',
  'KB-1001#cup',
  '/articles/water/',
  'KB-1002',
  'KB-1002#tap',
]);

const PAGES = new Set(['/', '/search/', '/imprint/']);

type Lines = Record<string, { to: string } | { gone: string } | Record<string, never>>;

const toLedger = (lines: Lines) => new Map(Object.entries(lines)) as unknown as Ledger;
const at = (key: string) => ({ file: `line of ${key}` });

/** The problems of a ledger that has these lines besides all that exist. */
function check(lines: Lines): string[] {
  const ledger = new Map([...[...ADDRESSES].map((key) => [key, {}] as const), ...toLedger(lines)]);
  return checkLedger(ledger, { addresses: ADDRESSES, pages: PAGES }, at).map(
    ({ file, code, hint }) => `${file}: ${code} | ${hint ?? ''}`,
  );
}

describe('checkLedger', () => {
  test.each<[string, Lines]>([
    ['an old path', { '/tee/': { to: 'KB-1001' } }],
    ['an old heading', { 'KB-1001#leaves': { to: '#leaf' } }],
    ['a heading that is in another article', { 'KB-1001#tap': { to: 'KB-1002#tap' } }],
    [
      'an anchor of an old path',
      { '/tee/': { to: 'KB-1001' }, '/tee/#leaves': { to: 'KB-1001#leaf' } },
    ],
    [
      'an article that became part of another',
      { 'KB-1000': { to: 'KB-1001' }, 'KB-1000#leaves': { to: 'KB-1001#leaf' } },
    ],
    ['a file', { '/tee.html': { to: 'KB-1001' } }],
    [
      'a path without the slash',
      { '/kb/tee': { to: 'KB-1001' }, '/kb/tee#l': { gone: '2026-01-01' } },
    ],
    ['capitals and signs', { "/Wiki/Tee_(Blatt),_o'Neil+1": { to: 'KB-1001' } }],
    ['what is encoded', { '/hei%C3%9Fer%20tee/': { to: 'KB-1001' }, '/was%3F': { to: 'KB-1001' } }],
    ['what is not', { '/grüner tee/': { to: 'KB-1001' }, '/お茶': { to: 'KB-1001' } }],
    ['parameters', { '/article.php?id=12': { to: 'KB-1001' }, '/?p=7': { to: 'KB-1002' } }],
    ['a number of a help desk', { '/hc/en-us/articles/360012345-tea': { to: 'KB-1001' } }],
    [
      'an anchor of other programs',
      { 'KB-1001#Old_Leaf': { to: '#leaf' }, 'KB-1001#bl%C3%A4tter.1': { to: '#leaf' } },
    ],
    [
      'an anchor of a page that is written in another way',
      { '/tee/': { to: 'KB-1001' }, '/tee#leaves': { to: 'KB-1001#leaf' } },
    ],
    ['one address in two ways', { '/tee': { to: 'KB-1001' }, '/tee/': { to: 'KB-1001' } }],
    ['what became a page', { '/home.html': { to: '/' }, '/find': { to: '/search/' } }],
    ['what is gone', { '/tee/': { gone: '2026-01-01' }, 'KB-1001#old': { gone: '2026-01-01' } }],
  ])('accepts %s', (_, lines) => expect(check(lines)).toEqual([]));

  test('refuses a chain and names its end', () =>
    expect(check({ 'KB-1001#a': { to: '#b' }, 'KB-1001#b': { to: '#cup' } })).toEqual([
      'line of KB-1001#a: broken-redirect | It must lead there in one hop: "KB-1001#a": {"to":"#cup"}',
    ]));
  test('refuses a circle on each of its lines', () =>
    expect(check({ '/a/': { to: '/b/' }, '/b/': { to: '/a/' } })).toEqual([
      'line of /a/: broken-redirect | Set the line to where it is now: "/a/": {"to":"KB-…"} or "/a/": {"gone":"YYYY-MM-DD"}',
      'line of /b/: broken-redirect | Set the line to where it is now: "/b/": {"to":"KB-…"} or "/b/": {"gone":"YYYY-MM-DD"}',
    ]));
  test('refuses a line that leads to itself', () =>
    expect(check({ '/a/': { to: '/a/' } })[0]).toContain('broken-redirect'));
  test('refuses a way into a circle', () =>
    expect(
      check({ '/x/': { to: '/a/' }, '/a/': { to: '/b/' }, '/b/': { to: '/a/' } })[0],
    ).toContain('line of /x/: broken-redirect'));
  test('refuses a target that is gone', () =>
    expect(check({ '/a/': { to: '/b/' }, '/b/': { gone: '2026-01-01' } })).toEqual([
      'line of /a/: broken-redirect | Set the line to: "/a/": {"gone":"2026-01-01"}',
    ]));
  test('refuses a target that never was, with the nearest one', () =>
    expect(check({ 'KB-1001#leaves': { to: '#leaff' } })).toEqual([
      'line of KB-1001#leaves: broken-redirect | Did you mean KB-1001#leaf ? Then set the line to: "KB-1001#leaves": {"to":"#leaf"}',
    ]));
  test('never takes an id for another one that is alike', () =>
    expect(check({ '/tee/': { to: 'KB-1003' }, 'KB-1001#a': { to: 'KB-1003#a' } })).toEqual([
      'line of /tee/: broken-redirect | Set the line to where it is now: "/tee/": {"to":"KB-…"} or "/tee/": {"gone":"YYYY-MM-DD"}',
      'line of KB-1001#a: broken-redirect | Set the line to where it is now: "KB-1001#a": {"to":"KB-…"} or "KB-1001#a": {"gone":"YYYY-MM-DD"}',
    ]));
  test('names sections of the same article alone, and the article where none is near', () => {
    expect(check({ 'KB-1001#tapp': { to: 'KB-1002#tapp' } })).toEqual([
      'line of KB-1001#tapp: broken-redirect | Did you mean KB-1002#tap ? Then set the line to: "KB-1001#tapp": {"to":"KB-1002#tap"}',
    ]);
    expect(check({ 'KB-1001#tapp': { to: '#tap-water' } })).toEqual([
      'line of KB-1001#tapp: broken-redirect | Did you mean KB-1001 ? Then set the line to: "KB-1001#tapp": {"to":"KB-1001"}',
    ]);
    expect(check({ 'KB-1002#leaves': {} })).toEqual([
      'line of KB-1002#leaves: lost-address | npm run move -- KB-1002#leaves KB-1002 leads it to the page as a whole. Else bring it back, or set its line to: "KB-1002#leaves": {"gone":"YYYY-MM-DD"}',
    ]);
  });
  test('refuses an anchor of a page that nobody recorded', () =>
    expect(check({ '/tee/#leaves': { to: 'KB-1001#leaf' } })).toEqual([
      'line of /tee/#leaves: broken-redirect | Add the line: "/tee/": {"to":"KB-1001"}, or set this one to: "/tee/#leaves": {"gone":"YYYY-MM-DD"}',
    ]));
  test('refuses an id that was given to another article', () =>
    expect(check({ 'KB-1002': { gone: '2026-01-01' } })).toEqual([
      'line of KB-1002: reused-id | An id is never used twice. Write in the article: id: KB-1003, or, if it is the same article that came back, set the line to: "KB-1002": {}',
    ]));
  test('refuses to call moved what exists', () =>
    expect(check({ 'KB-1001#cup': { to: '#leaf' } })).toEqual([
      'line of KB-1001#cup: revived-address | Set the line to: "KB-1001#cup": {}',
    ]));
});

describe('checkSince', () => {
  const since = (before: Lines, now: Lines) =>
    checkSince(toLedger(before), 'main', toLedger(now), ADDRESSES, at).map(
      ({ code, hint }) => `${code} | ${hint ?? ''}`,
    );

  test('accepts what was added, moved or went', () =>
    expect(
      since(
        { '/a/': {}, '/b/': {} },
        { '/a/': { to: 'KB-1001' }, '/b/': { gone: '2026-01-01' }, '/c/': {} },
      ),
    ).toEqual([]));
  test('gives back the line of what exists', () =>
    expect(since({ 'KB-1001#cup': {} }, {})).toEqual([
      'lost-record | Add the line: "KB-1001#cup": {}',
    ]));
  test('gives back where something had moved', () =>
    expect(since({ '/tee/': { to: 'KB-1001' }, '/x/': { gone: '2026-01-01' } }, {})).toEqual([
      'lost-record | Add the line: "/tee/": {"to":"KB-1001"}',
      'lost-record | Add the line: "/x/": {"gone":"2026-01-01"}',
    ]));
  test('asks where something is that was lost with its line', () =>
    expect(since({ 'KB-1001#cups': {} }, {})).toEqual([
      'lost-record | Add the line: "KB-1001#cups": {"to":"#cup"} or "KB-1001#cups": {"gone":"YYYY-MM-DD"}',
    ]));
});

test('the next free id is above every one that was ever given', () => {
  expect(toFreeId(['KB-1004', 'KB-1010#x', '/articles/tea/', 'KB-1002'], 'KB')).toBe('KB-1011');
  expect(toFreeId(['KB-1004', '/k/1020/'], 'KB')).toBe('KB-1021');
  expect(toFreeId([], 'KB')).toBe('KB-1001');
});
