import { describe, expect, test } from 'vitest';
import { toCaddy } from '#domain/hosting/caddy.ts';
import { formatHeaders, formatRedirects, REDIRECTS } from '#domain/hosting/host-files.ts';
import { parseListen } from '#domain/hosting/web-server.ts';
import { toHeaders } from '#domain/hosting/headers.ts';
import { toNginx } from '#domain/hosting/nginx.ts';
import { listRedirects, type Redirect } from '#domain/linking/redirect.ts';
import { toLinks } from '#domain/site.ts';
import { drinks } from '../../../fixtures/settings.ts';

const REDIRECTED = listRedirects(
  new Map([
    ['/old tea/', { to: 'KB-1001' }],
    ['KB-1000', { to: 'KB-1002#tap' }],
    ['/articles/milk/', { gone: '2026-01-01' }],
    ['KB-1009', { gone: '2026-01-01' }],
    ['KB-1001#cup', { gone: '2026-01-01' }],
  ]),
  new Map([
    ['KB-1001', 'tea'],
    ['KB-1002', 'water'],
  ]),
);

test('old paths are listed with and without the slash, and what is gone among them, but no anchors', () =>
  expect(REDIRECTED.paths.map(({ from, to }) => `${from} ${to?.path ?? 'gone'}`)).toEqual([
    '/articles/milk gone',
    '/articles/milk/ gone',
    '/k/1000 /articles/water/',
    '/k/1000/ /articles/water/',
    '/k/1009 gone',
    '/k/1009/ gone',
    '/old tea /articles/tea/',
    '/old tea/ /articles/tea/',
  ]));

test('_redirects are permanent, encoded, lead to sections, and are no more than a host takes', () => {
  const lines = formatRedirects(REDIRECTED, drinks).trim().split('\n');
  expect(lines.slice(1)).toEqual([
    '/k/1000 /articles/water/#tap 301',
    '/k/1000/ /articles/water/#tap 301',
    '/old%20tea /articles/tea/ 301',
    '/old%20tea/ /articles/tea/ 301',
  ]);
  const many = Array.from({ length: 3000 }, (_, i): Redirect => ({
    from: `/${i}/`,
    to: { path: '/', anchor: undefined },
  }));
  const all = { queries: [], paths: many, numbers: many };
  expect(formatRedirects(all, drinks).match(/ 301$/gm)).toHaveLength(
    REDIRECTS.paths + REDIRECTS.numbers,
  );
});

test('_headers keeps the limits of hosts, and sets no header twice for one path', () => {
  const blocks = formatHeaders(drinks)
    .trim()
    .split('\n\n')
    .map((block) => block.split('\n'));
  expect(blocks.length).toBeLessThanOrEqual(100);
  for (const line of blocks.flat()) expect(line.length).toBeLessThanOrEqual(2000);
  const paths = blocks.map(([path = '']) => path);
  expect(paths.filter((path) => !/^\/[^*]*\*?$/.test(path))).toEqual([]);
  const names = blocks.map(([, ...lines]) =>
    lines.map((line) => /^ {2}([\w-]+): \S/.exec(line)?.[1]),
  );
  const [everywhere = [], ...others] = names;
  expect(others.flat().filter((name) => name === undefined || everywhere.includes(name))).toEqual(
    [],
  );
});

test('a file has its type, and is kept for ever only where its name changes with it', () => {
  const say = (path: string) => {
    const { 'Content-Type': type, 'Cache-Control': cache } = toHeaders(path, drinks);
    return `${type}, ${cache?.includes('immutable') ? 'for ever' : cache}`;
  };
  expect(say('/')).toBe('text/html; charset=utf-8, no-cache');
  expect(say('/articles/tea.md')).toBe('text/markdown; charset=utf-8, no-cache');
  expect(say('/_astro/page.B4gQhrzr.css')).toBe('text/css; charset=utf-8, for ever');
  expect(say('/pagefind/pagefind-entry.json')).toBe('application/json, no-cache');
  expect(say('/pagefind/fragment/en-gb_1.pf_fragment')).toBe('application/octet-stream, for ever');
  expect(say('/feed.xml')).toBe('application/rss+xml, no-cache');
});

test.each([
  ['8080', { address: undefined, port: 8080 }],
  [':80', { address: undefined, port: 80 }],
  ['127.0.0.1:8080', { address: '127.0.0.1', port: 8080 }],
  ['[::1]:8080', { address: '[::1]', port: 8080 }],
  ...['', 'host', '0', '65536', '::1:80', '1.2.3.4', 'a b:80', 'a;b:80'].map(
    (text) => [text, undefined] as [string, undefined],
  ),
] as [string, ReturnType<typeof parseListen>][])('--listen %s is read', (text, listen) =>
  expect(parseListen(text)).toEqual(listen),
);

describe('a configuration', () => {
  const host = {
    site: drinks,
    root: '/srv/my "kb"',
    listen: { address: '[::1]', port: 8080 },
    redirects: REDIRECTED,
  };

  test('for nginx says what moved, what is gone, and quotes the folder', () => {
    const text = toNginx(host);
    expect(text).toContain('  listen [::1]:8080;\n');
    expect(text).toContain('alias "/srv/my \\"kb\\"/";');
    expect(text).toContain(
      'location = "/old tea/" {\n    return 301 "/articles/tea/$is_args$args";\n  }',
    );
    expect(text).toContain('return 301 "/articles/water/$is_args$args#tap";');
    expect(text).toContain('location = "/k/1009/" {\n    return 410;\n  }');
    expect(toNginx({ ...host, listen: undefined })).toContain('  listen 80;\n');
    expect(toNginx({ ...host, listen: undefined })).toContain(
      'acme-challenge/ {\n    root /var/www/html;',
    );
    expect(text).not.toContain('acme-challenge');
    const tls = toNginx({ ...host, listen: undefined, certificates: '/etc/tls/kb' });
    expect(tls).toContain(
      '  listen 443 ssl http2;\n  ssl_certificate "/etc/tls/kb/fullchain.pem";\n',
    );
    expect(tls).toContain('return 301 https://drinks.example$request_uri;');
  });

  test('for Caddy says it too, and answers for the host of the site over HTTPS when nothing else is said', () => {
    const text = toCaddy(host);
    expect(text).toContain('\nhttp://:8080 {\n\tbind ::1\n');
    expect(text).toContain('"/old tea/" "/articles/tea/" ""');
    expect(text).toContain('"/k/1000/" "/articles/water/" "#tap"');
    expect(text).toContain('"/k/1009/" "gone" ""');
    expect(toCaddy({ ...host, listen: undefined })).toContain('\nhttps://drinks.example {\n');
    expect(toCaddy({ ...host, certificates: '/etc/tls/kb' })).toContain(
      '\nhttps://:8080 {\n\tbind ::1\n\ttls "/etc/tls/kb/fullchain.pem" "/etc/tls/kb/privkey.pem"\n',
    );
  });
});

test('below a base path, all rules are below it', () => {
  const below = toLinks({ url: 'https://drinks.example', base: '/kb/' });
  const paths = [...formatHeaders(below).matchAll(/^\/.*$/gm)].map(([path]) => path);
  expect(paths.filter((path) => !path.startsWith('/kb/'))).toEqual([]);
  expect(formatRedirects(REDIRECTED, below)).toContain('\n/kb/old%20tea/ /kb/articles/tea/ 301\n');
});
