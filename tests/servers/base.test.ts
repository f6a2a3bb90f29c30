import { spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserArguments, findBrowser } from '../browser.ts';
import { build } from '../fixtures/build.ts';
import { makeSite } from '../fixtures/project.ts';
import type { ApiLinks } from '#schemas/api.ts';
import { all } from '../fixtures/html.ts';
import { type Server, startServer } from '../fixtures/servers.ts';
import { hasServer } from '../servers.ts';
import { SITE } from '../site.ts';

// The site below a path of another host, with a page that became a section, and one that is gone.
const BASE = '/kb/';
const ORIGIN = 'https://help.example';
const env = { PUBLIC_SITE_URL: ORIGIN + BASE };
const LINES = `{
  "/articles/gone/": {"gone":"2026-01-01"},
  "/Guide.html": {"to":"/search/"},
  "/guide.php?id=7": {"to":"KB-1002"},
  "/guides/old coffee/": {"to":"KB-1002#what-is-an-espresso"},
  "/hc/articles/360077777-Coffee": {"to":"KB-1002"},
  "KB-999": {"gone":"2026-01-01"},
`;
const ARTICLE = `${BASE}articles/filter-or-espresso/`;

let root = '';
let clean = () => {};
beforeAll(() => {
  const project = makeSite((remove) => {
    clean = remove;
  });
  root = project.root;
  rmSync(join(root, 'content'), { recursive: true });
  for (const folder of ['content', 'public'])
    cpSync(join(SITE, folder), join(root, folder), { recursive: true });
  project.edit('links.lock.json', '{\n', LINES);
  const { status, output } = build(root, env);
  expect(status, output).toBe(0);
  expect(
    spawnSync(process.execPath, ['src/cli/pack.ts'], {
      cwd: root,
      env: { ...process.env, ...env },
    }).status,
  ).toBe(0);
}, 120_000);
afterAll(() => clean());

describe.each(['nginx', 'caddy'] as const)('below a path, %s', (name) => {
  describe.skipIf(!hasServer(name))('has', () => {
    let server: Server;
    beforeAll(async () => {
      server = await startServer(name, { root: join(root, 'dist'), project: root, env });
    });
    afterAll(() => server?.stop());

    test('an answer at every address that the site names, and names none outside', async () => {
      const faults: string[] = [];
      const seen = new Set<string>();
      const queue = [
        BASE,
        ...[
          'feed.xml',
          'sitemap.xml',
          'opensearch.xml',
          'robots.txt',
          'llms.txt',
          'api/articles.json',
          'api/links.json',
        ].map((file) => BASE + file),
      ];
      for (const path of queue) {
        if (seen.has(path)) continue;
        seen.add(path);
        const { status, headers, body } = await server.ask(path);
        if (status !== 200) faults.push(`${path} is answered with ${status}`);
        for (const link of listLinks(path, headers['content-type'] ?? '', body.toString())) {
          const { origin, pathname } = new URL(link, ORIGIN + path);
          if (origin !== ORIGIN) continue;
          if (pathname.startsWith(BASE)) queue.push(pathname);
          else faults.push(`${path} leads to ${link}`);
        }
      }
      expect(faults).toEqual([]);
      // What scripts ask for is used in a browser below; old paths are named nowhere, nor is what programs get of a retired article.
      const unnamed =
        /^(k\/\d+\.json|(k\/1020|articles\/espresso)\/index\.html|api\/articles\/KB-1012\.json)$/;
      const pages = globSync('{articles,comparisons,topics,k,api}/**/*.{html,json,md,csv}', {
        cwd: join(root, 'dist'),
      });
      const unseen = pages.filter((file) => !seen.has(BASE + file.replace(/index\.html$/, '')));
      expect(pages.length).toBeGreaterThan(80);
      expect(unseen.filter((file) => !unnamed.test(file))).toEqual([]);
    });

    test('redirects below it, with the section where there is one, and says what is gone', async () => {
      expect(await server.ask(`${BASE}guides/old%20coffee/?a=b`)).toMatchObject({
        status: 301,
        headers: { location: `${ARTICLE}?a=b#what-is-an-espresso` },
      });
      expect(await server.ask(`${BASE}which-cup`)).toMatchObject({
        status: 301,
        headers: { location: `${BASE}articles/tea-coffee-or-cocoa/` },
      });
      for (const [path, to] of [
        ['Guide.html?a=b', `${BASE}search/?a=b`],
        ['guide.php?x&id=7', ARTICLE],
        ['hc/articles/360077777-Other', ARTICLE],
        ['article.php?id=12', `${BASE}articles/what-is-tea/`],
      ] as const)
        expect(await server.ask(BASE + path), path).toMatchObject({
          status: 301,
          headers: { location: to },
        });
      expect(await server.ask('/kb?q=x')).toMatchObject({
        status: 301,
        headers: { location: '/kb/?q=x' },
      });
      expect(await server.ask(`${BASE}k/1002?q=x`)).toMatchObject({
        status: 301,
        headers: { location: `${BASE}k/1002/?q=x` },
      });
      for (const path of ['articles/gone/', 'articles/gone', 'k/999/']) {
        const { status, headers, body } = await server.ask(BASE + path);
        expect(status).toBe(410);
        expect(headers['content-security-policy']).toContain("default-src 'none'");
        expect(body.equals(readFileSync(join(root, 'dist/404.html')))).toBe(true);
      }
    });

    test('nothing outside of it, and hides the same files', async () => {
      for (const path of [
        '/',
        '/articles/filter-or-espresso/',
        '/kbarticles/',
        '/kb../package.json',
        '/kb/../package.json',
        '/kb/_headers',
        '/kb/.git/config',
        '/kb/404.html',
        '/kb//_redirects',
      ]) {
        const { status, headers, body } = await server.ask(path);
        expect(status, path).toBe(404);
        expect(headers['content-type']).toBe('text/html; charset=utf-8');
        expect(body.equals(readFileSync(join(root, 'dist/404.html')))).toBe(true);
      }
    });

    test('the rules of caching and types', async () => {
      const { headers } = await server.ask(
        BASE + globSync('_astro/*.js', { cwd: join(root, 'dist') })[0],
      );
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
        'speculation-rules': '"/kb/speculation-rules.json"',
      });
      expect((await server.ask(`${BASE}speculation-rules.json`)).headers['content-type']).toBe(
        'application/speculationrules+json',
      );
      expect((await server.ask(`${BASE}feed.xml`)).headers).toMatchObject({
        'content-type': 'application/rss+xml',
        'cache-control': 'no-cache',
      });
    });

    test.skipIf(findBrowser() === undefined)(
      'a site whose search, permalinks, copied links and repairs stay below it',
      { timeout: 60_000 },
      async () => {
        const browser: Browser = await chromium.launch({
          ...findBrowser(),
          args: browserArguments,
        });
        try {
          const page = await browser.newPage({
            baseURL: server.origin,
            permissions: ['clipboard-read', 'clipboard-write'],
          });
          const faults: string[] = [];
          page.on('request', (request) => {
            if (!request.url().startsWith(`${server.origin}${BASE}`)) faults.push(request.url());
          });
          page.on('console', (message) => {
            if (message.type() === 'error' && !/status of 4(04|10)/.test(message.text()))
              faults.push(message.text());
          });
          page.on('pageerror', ({ message }) => {
            // A browser that has much to do gives up its own transition between two pages, and says so.
            if (!message.startsWith('Transition was aborted')) faults.push(message);
          });
          await useSite(page, server.origin);
          expect(faults).toEqual([]);
        } finally {
          await browser.close();
        }
      },
    );
  });
});

async function useSite(page: Page, origin: string) {
  const goesTo = (path: string) => page.waitForURL(origin + path);
  await page.goto(`${BASE}search/?q=tannin`);
  await page.getByRole('list', { name: 'Search results' }).getByRole('link').first().click();
  await page.waitForURL(`**${BASE}articles/what-is-tea/`);
  await page.mouse.move(300, 300);
  await page.locator('[rel="bookmark"] + button').click();
  await page
    .getByRole('status')
    .filter({ hasText: /copied/ })
    .waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(`\\n${ORIGIN}${BASE}k/1008/$`),
  );
  await page.goto(`${BASE}k/1002/?from=mail#sources`);
  await goesTo(`${ARTICLE}?from=mail#sources`);
  await page.goto(`${BASE}KB-1002)#sources`);
  await goesTo(`${ARTICLE}#sources`);
  await page.goto(`${BASE}guides/old%20coffee/`);
  await goesTo(`${ARTICLE}#what-is-an-espresso`);
  await page.goto(`${BASE}k/999/`);
  await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
}

// All addresses that a file of the site holds.
function listLinks(path: string, type: string, text: string): string[] {
  if (type.startsWith('text/html'))
    return all(parseDocument(text), () => true).flatMap(({ attribs }) =>
      [
        attribs['href'],
        attribs['src'],
        attribs['action'],
        attribs['content']?.startsWith(ORIGIN) ? attribs['content'] : undefined,
      ].filter((link) => link !== undefined),
    );
  if (type.startsWith('text/css'))
    return [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, link = '']) => link);
  // Names what is gone, too.
  if (path === `${BASE}api/links.json`) {
    const { $schema, links } = JSON.parse(text) as ApiLinks;
    return [
      $schema,
      ...Object.values(links).flatMap((link) => (link.state === 'gone' ? [] : [link.to])),
    ];
  }
  // Full addresses in feeds, lists, documents and data.
  return [...text.matchAll(/https:\/\/help\.example[^\s"'<>)\]}\\]*/g)].map(
    ([link]) => link.split('?')[0] ?? '',
  );
}
