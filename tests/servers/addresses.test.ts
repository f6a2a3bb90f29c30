import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startPreview, startServer } from '../fixtures/servers.ts';
import { hasServer } from '../servers.ts';
import { DIST, SITE } from '../site.ts';

const TEA = '/articles/what-is-tea/';
const DRINKS = '/articles/tea-coffee-or-cocoa/';
const COFFEE = '/articles/filter-or-espresso/';

// What people ask for, the page, and what the way there keeps or adds.
const MOVED = [
  ['/drinks.html', DRINKS, ''],
  ['/drinks.html?a=b', DRINKS, '?a=b'],
  ['/guide.md', DRINKS, ''],
  ['/guide.md/', DRINKS, ''],
  ['/find.aspx', '/search/', ''],
  ['/article.php', '/', ''],
  ['/article.php?id=1', '/', '?id=1'],
  ['/glossar/index.html', '/glossary/', ''],
  ['/glossar/', '/glossary/', ''],
  ['/Articles/What-Is-Tea/', TEA, ''],
  ['/Articles/What-Is-Tea', TEA, ''],
  ['/hei%C3%9Fer%20Tee', TEA, ''],
  ['/hei%c3%9fer%20Tee/', TEA, ''],
  ["/kb/Was_ist_(Tee),_o'clock", TEA, ''],
  ['/kb/Was_ist_%28Tee%29%2C_o%27clock/', TEA, ''],
  ['/hc/en-gb/articles/360012345-What-is-tea', TEA, ''],
] as const;
// What no file can answer.
const FILELESS = [
  ['/article.php?id=12', TEA],
  ['/article.php?utm_source=mail&id=12', TEA],
  ['/article.php?id=12&x=1&part=2', `${TEA}#how-many-kinds-are-there`],
  ['/?p=7', COFFEE],
  ['/hc/en-gb/articles/360012345', TEA],
  ['/hc/en-gb/articles/360012345/', TEA],
  ['/hc/en-gb/articles/360012345-Any-other-words', TEA],
  ['/hc/en-gb/articles/360012345-Any-other-words?from=mail', `${TEA}?from=mail`],
] as const;
const GONE = [
  '/article.php?id=99',
  '/hc/en-gb/articles/360012399-Milk',
  '/hc/en-gb/articles/360012399-Other',
  '/articles/gone-drink/',
];
const NOWHERE = ['/drinks.htm', '/Drinks.html', '/hc/en-gb/articles/3600123456', '/hei%DFer%20Tee'];

const readPage = (path: string) => readFileSync(`${DIST}${path}index.html`, 'utf8');

describe.each(['nginx', 'caddy'] as const)('%s', (name) => {
  describe.skipIf(!hasServer(name))('answers an old address', () => {
    let server: Server;
    beforeAll(async () => {
      server = await startServer(name, { root: resolve(DIST), project: SITE });
    });
    afterAll(() => server?.stop());

    test.each(MOVED.map(([from, to, more]) => [from, to + more] as const))(
      '%s with the way to %s',
      (from, to) => leadsTo(server, from, to),
    );
    test.each(FILELESS)('%s with the way to %s', (from, to) => leadsTo(server, from, to));
    test.each(GONE)('%s with 410', async (path) =>
      expect((await server.ask(path)).status).toBe(410),
    );
    test.each(NOWHERE)('%s with nothing, since it is another one', async (path) =>
      expect((await server.ask(path)).status).toBe(404),
    );
    test('not where a page stands: capitals of an old address lead to it, not round in a circle', async () =>
      expect((await server.ask(TEA)).status).toBe(200));
  });
});

describe('the preview answers an old address', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startPreview(SITE);
  });
  afterAll(() => server?.stop());

  test.each(MOVED)('%s with the page %s', async (from, to) => {
    const { status, headers, body } = await server.ask(from);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(body.toString()).toBe(readPage(to));
  });
  test.each(FILELESS)('%s with the way to %s', (from, to) => leadsTo(server, from, to));
  test.each([...NOWHERE.slice(0, 3), ...GONE.slice(1)])('%s with nothing', async (path) =>
    expect((await server.ask(path)).status).toBe(404),
  );
});

async function leadsTo(server: Server, from: string, to: string): Promise<void> {
  const { status, headers } = await server.ask(from);
  expect({ status, location: headers.location }).toEqual({ status: 301, location: to });
  expect((await server.ask(to.replace(/#.*/, ''))).status).toBe(200);
}
