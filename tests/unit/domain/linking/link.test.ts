import { expect, test } from 'vitest';
import { checkBuiltPages, type Page } from '#domain/linking/link.ts';
import { drinks } from '../../../fixtures/settings.ts';

const files = new Set(['/favicon.svg', '/index.html']);

function check(page: Partial<Page>): string[] {
  const here: Page = { path: '/articles/here/', ids: ['top'], links: [], forbidden: [], ...page };
  const there: Page = { path: '/articles/there/', ids: ['kernel'], links: [], forbidden: [] };
  const pages = new Map([here, there, { ...there, path: '/' }].map((entry) => [entry.path, entry]));
  return checkBuiltPages(pages, files, drinks).map(({ code, hint }) => `${code} | ${hint ?? ''}`);
}

test.each([
  '/articles/there/',
  '/articles/there/#kernel',
  '#top',
  '',
  '#',
  '/favicon.svg',
  '/?q=x',
  'https://elsewhere.example/',
  'mailto:a@b.example',
])('%s leads somewhere', (link) => expect(check({ links: [link] })).toEqual([]));

test.each([
  ['/articles/their/', 'broken-link | Did you mean /articles/there/ ?'],
  ['/articles/there', 'broken-link | Did you mean /articles/there/ ?'],
  ['/articles/there/#kernle', 'broken-link | Did you mean kernel ?'],
  ['#tpo', 'broken-link | Did you mean top ?'],
  ['/missing.png', 'broken-link | Known are: /, /articles/here/, /articles/there/'],
  ['../there/#kernel', 'broken-link | Write it from the root of the site: /articles/there/#kernel'],
  ['/articles/%zz/', 'broken-link | Did you mean /articles/here/ ?'],
  ['javascript:alert(1)', 'broken-link | Use https:, mailto: or an address on this site.'],
  ['//elsewhere.example/', 'broken-link | Use https:, mailto: or an address on this site.'],
])('%s leads nowhere', (link, fault) => expect(check({ links: [link] })).toEqual([fault]));

test('a copy that is yet to be written has the anchors of its page, and its faults are told once', () => {
  const here: Page = {
    path: '/articles/here/',
    ids: ['top'],
    links: ['/k/1001/#top', '/k/1001/#end'],
    forbidden: [],
  };
  const faults = checkBuiltPages(
    new Map([[here.path, here]]),
    files,
    drinks,
    new Map([['/k/1001/', here.path]]),
  );
  expect(faults.map(({ code, link }) => [code, link])).toEqual([['broken-link', '/k/1001/#end']]);
});

test('an id that stands twice on a page is found', () => {
  expect(check({ ids: ['a', 'b', 'a'] })).toEqual([
    'repeated-anchor | Rename one of the headings.',
  ]);
});

test('markup that the policy forbids is found', () => {
  expect(check({ forbidden: ['style="color:red" on <p>'] })[0]).toContain('forbidden-markup |');
});
