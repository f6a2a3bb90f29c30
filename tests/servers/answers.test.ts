import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '#release/tree.ts';
import { type Server, startServer } from '../fixtures/servers.ts';
import { hasServer } from '../servers.ts';
import { DIST, SITE } from '../site.ts';

const ARTICLE = '/articles/filter-or-espresso/';
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
};
const OWN_TYPES: Record<string, string> = {
  '/feed.xml': 'application/rss+xml',
  '/opensearch.xml': 'application/opensearchdescription+xml',
  '/speculation-rules.json': 'application/speculationrules+json',
};
const FOREVER = 'public, max-age=31536000, immutable';

const files = listFiles(DIST)
  .filter((file) => !/\.(br|gz)$|^_/.test(file) || file.startsWith('_astro/'))
  .map((file) => ({
    file: `${DIST}/${file}`,
    path: encodeURI(`/${file.replace(/(^|\/)index\.html$/, '$1')}`),
  }))
  .filter(({ path }) => path !== '/404.html');
const rules = readFileSync(`${DIST}/_redirects`, 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([from = '', , ...rest]) => /^\/[^*]*$/.test(from) && rest.length === 1);
const moved = new Set(rules.map(([from]) => from));
const hashed = files.find(({ path }) => path.startsWith('/_astro/'))?.path ?? '';
// The answers that a visitor can get, whatever they are about.
const KINDS = [
  ['/', {}, 200],
  [hashed, {}, 200],
  ['/previews/site.png', {}, 200],
  [ARTICLE, { headers: { range: 'bytes=0-9' } }, 206],
  ['/which-cup/', {}, 301],
  ['/no/such/page/', {}, 404],
  ['/_astro/old.0a1b2c3d.js', {}, 404],
  ['/.git/config', {}, 404],
  ['/', { method: 'POST' }, 405],
] as const;

describe.each(['nginx', 'caddy'] as const)('%s', (name) => {
  describe.skipIf(!hasServer(name))('answers', () => {
    let server: Server;
    beforeAll(async () => {
      server = await startServer(name, { root: resolve(DIST), project: SITE });
    });
    afterAll(() => server?.stop());

    test('with every file of the site, in its type; for ever where the name holds a hash, and to be asked for again elsewhere', async () => {
      expect(files.length).toBeGreaterThan(190);
      const faults = [];
      for (const { file, path } of files) {
        const { status, headers, body } = await server.ask(path);
        if (moved.has(path)) {
          expect(status).toBe(301);
          continue;
        }
        const type =
          OWN_TYPES[path] ?? TYPES[/\.(\w+)$/.exec(file)?.[1] ?? ''] ?? 'application/octet-stream';
        const cache = /^\/(_astro|pagefind\/(fragment|index|filter))\//.test(path)
          ? FOREVER
          : 'no-cache';
        const said = {
          status,
          type: headers['content-type'],
          cache: headers['cache-control'],
          whole: body.equals(readFileSync(file)),
        };
        const right = { status: 200, type, cache, whole: true };
        if (JSON.stringify(said) !== JSON.stringify(right)) faults.push({ path, said, right });
      }
      expect(faults).toEqual([]);
    });

    test.each(KINDS)(
      '%s %o with %i and all headers of the policy, each once',
      async (path, options, status) => {
        const answer = await server.ask(path, options);
        expect(answer.status).toBe(status);
        expect(answer.headers).toMatchObject({
          'content-security-policy': expect.stringMatching(
            /^default-src 'none'; [^,]*; frame-ancestors 'none'$/,
          ),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'strict-origin-when-cross-origin',
          'permissions-policy': expect.stringContaining('camera=()'),
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'strict-transport-security': 'max-age=63072000',
          'speculation-rules': '"/speculation-rules.json"',
        });
        expect(answer.headers['cache-control']).toBe(path === hashed ? FOREVER : 'no-cache');
        expect(answer.headers['set-cookie']).toBeUndefined();
        expect(answer.headers['x-powered-by']).toBeUndefined();
        expect(answer.headers.server ?? '').not.toMatch(/\d/);
      },
    );

    test.each([
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const)(
      'in %s with the same text and type, and says that answers differ',
      async (encoding, unpack) => {
        for (const path of [
          ARTICLE,
          hashed,
          '/feed.xml',
          '/api/articles.json',
          `${ARTICLE.replace(/\/$/, '')}.md`,
          '/404.html/x',
        ]) {
          const plain = await server.ask(path);
          const packed = await server.ask(path, { headers: { 'accept-encoding': encoding } });
          expect(packed.headers['content-encoding'], path).toBe(encoding);
          expect(plain.headers['content-encoding']).toBeUndefined();
          expect(packed.headers.vary).toBe('Accept-Encoding');
          expect(plain.headers.vary).toBe('Accept-Encoding');
          expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
          expect(packed.status).toBe(plain.status);
          expect(unpack(packed.body).equals(plain.body)).toBe(true);
        }
        const best = await server.ask(ARTICLE, {
          headers: { 'accept-encoding': 'gzip, deflate, br, zstd' },
        });
        expect(best.headers['content-encoding']).toBe('br');
      },
    );

    test('304 to those who have it already, and HEAD without a body', async () => {
      for (const [path, encoding] of [ARTICLE, hashed, '/feed.xml'].flatMap((page) => [
        [page, 'identity'] as const,
        [page, 'br'] as const,
      ])) {
        const headers = { 'accept-encoding': encoding };
        const { headers: first, body } = await server.ask(path, { headers });
        expect(first.etag).toMatch(/^"\S+"$/);
        const again = await server.ask(path, {
          headers: { ...headers, 'if-none-match': first.etag ?? '' },
        });
        expect({
          status: again.status,
          length: again.body.length,
          etag: again.headers.etag,
        }).toEqual({
          status: 304,
          length: 0,
          etag: first.etag,
        });
        expect(again.headers['content-security-policy']).toBe(first['content-security-policy']);
        const head = await server.ask(path, { headers, method: 'HEAD' });
        expect({ status: head.status, length: head.body.length }).toEqual({
          status: 200,
          length: 0,
        });
        // A server need not know ahead how long a body will be.
        expect([undefined, String(body.length)]).toContain(head.headers['content-length']);
        const unsteady = { date: '', 'content-length': '', 'transfer-encoding': '' };
        expect({ ...head.headers, ...unsteady }).toEqual({ ...first, ...unsteady });
      }
    });

    test('with a part, and refuses a part that is not there', async () => {
      const whole = await server.ask('/previews/site.png');
      const part = await server.ask('/previews/site.png', { headers: { range: 'bytes=1-3' } });
      expect([part.status, part.body.toString(), part.headers['content-range']]).toEqual([
        206,
        'PNG',
        `bytes 1-3/${whole.body.length}`,
      ]);
      expect(
        (await server.ask('/previews/site.png', { headers: { range: 'bytes=99999999-' } })).status,
      ).toBe(416);
    });

    test('with a permanent redirect, which keeps the query and leaves the anchor to the browser, where a page moved', async () => {
      expect(rules.length).toBeGreaterThan(4);
      for (const [from = '', to = ''] of rules) {
        expect(await server.ask(from)).toMatchObject({ status: 301, headers: { location: to } });
        expect((await server.ask(`${from}?q=a%20b`)).headers.location).toBe(`${to}?q=a%20b`);
      }
    });

    test('at the path with the slash where it is missing', async () => {
      for (const path of [ARTICLE, '/k/1002/', '/search/']) {
        const { status, headers } = await server.ask(`${path.replace(/\/$/, '')}?q=x`);
        expect(status).toBe(301);
        expect(headers.location).toBe(`${path}?q=x`);
      }
      expect((await server.ask('/k/1002/')).body.equals((await server.ask(ARTICLE)).body)).toBe(
        true,
      );
    });

    test.each([
      '/no/such/page/',
      '/k/9999/',
      '/k/1002)',
      '/_astro/',
      '/pagefind/',
      '/articles/x.md',
      '/_headers',
      '/_redirects',
      '/.env',
      '/404.html',
    ])('404 and its page to %s', async (path) => {
      const { status, headers, body } = await server.ask(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body.equals(readFileSync(`${DIST}/404.html`))).toBe(true);
    });

    test.each([
      '/../package.json',
      '/../../../../etc/passwd',
      '/..%2f..%2f..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '/%252e%252e/%252e%252e/etc/passwd',
      '/..%5c..%5cetc/passwd',
      '/_astro/../../package.json',
      '/_astro../package.json',
      '/%c0%ae%c0%ae/package.json',
      '/%00',
      '/articles/%00/',
      '/%ff',
      '/%',
      '/%zz',
      '/%0d%0aX-Evil:%20yes',
      '/articles/%0a',
      `/${'a'.repeat(300)}`,
      `/${'%C3%A4'.repeat(130)}`,
      `/${'a/'.repeat(2000)}`,
      '/articles/filter-or-espresso/index.html/',
      '/%2egit/config',
      '/articles/.hidden',
      '/_headers%00.html',
      '/%5Fheaders',
      '//_headers',
    ])('%s with a refusal', async (path) => {
      const { status, headers, body } = await server.ask(path);
      expect([400, 404, 414, 431]).toContain(status);
      expect(body.toString()).not.toMatch(/root:|"scripts"|Content-Security-Policy:/);
      expect(headers['x-evil']).toBeUndefined();
    });

    test.each([
      '//example.com/articles',
      '//k/1002',
      '///k/1002',
      '//example.com/%2f..',
      '/%2f%2fexample.com/articles',
      '/\\example.com/articles',
    ])('%s never with the way to another host', async (path) => {
      const { headers } = await server.ask(path);
      expect(headers.location ?? '').not.toMatch(/^(\w+:)?[/\\]{2}/);
    });

    test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
      '405 to %s, and what is allowed',
      async (method) => {
        for (const path of ['/', ARTICLE, '/no/such/page/', '/which-cup/']) {
          const { status, headers } = await server.ask(path, { method });
          expect(status).toBe(405);
          if (method !== 'TRACE') expect(headers.allow).toBe('GET, HEAD');
        }
      },
    );
  });
});
