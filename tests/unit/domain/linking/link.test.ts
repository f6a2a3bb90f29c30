import { expect, test } from 'vitest';
import { checkPages, type Page } from '#domain/linking/link.ts';
import { drinks } from '../../../fixtures/settings.ts';

const files = new Set(['/favicon.svg', '/index.html']);

function check(page: Partial<Page>): string[] {
  const here: Page = { path: '/articles/here/', ids: ['top'], links: [], forbidden: [], ...page };
  const there: Page = { path: '/articles/there/', ids: ['kernel'], links: [], forbidden: [] };
  const pages = new Map([here, there, { ...there, path: '/' }].map((entry) => [entry.path, entry]));
  return checkPages(pages, files, drinks).map(({ message, hint }) => `${message} | ${hint ?? ''}`);
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
  ['/articles/their/', 'broken link /articles/their/ | Did you mean /articles/there/ ?'],
  ['/articles/there', 'broken link /articles/there | Did you mean /articles/there/ ?'],
  [
    '/articles/there/#kernle',
    'broken link /articles/there/#kernle, there is no anchor #kernle on that page | Did you mean kernel ?',
  ],
  ['#tpo', 'broken link #tpo, there is no anchor #tpo on that page | Did you mean top ?'],
  ['/missing.png', 'broken link /missing.png | Known are: /, /articles/here/, /articles/there/'],
  [
    '../there/#kernel',
    'broken link ../there/#kernel | Write it from the root of the site: /articles/there/#kernel',
  ],
  ['/articles/%zz/', 'broken link /articles/%zz/ | Did you mean /articles/here/ ?'],
  [
    'javascript:alert(1)',
    'broken link javascript:alert(1) | Use https:, mailto: or an address on this site.',
  ],
  [
    '//elsewhere.example/',
    'broken link //elsewhere.example/ | Use https:, mailto: or an address on this site.',
  ],
])('%s leads nowhere', (link, fault) => expect(check({ links: [link] })).toEqual([fault]));

test('a copy that is yet to be written has the anchors of its page, and its faults are told once', () => {
  const here: Page = {
    path: '/articles/here/',
    ids: ['top'],
    links: ['/k/1001/#top', '/k/1001/#end'],
    forbidden: [],
  };
  const faults = checkPages(
    new Map([[here.path, here]]),
    files,
    drinks,
    new Map([['/k/1001/', here.path]]),
  );
  expect(faults.map(({ message }) => message)).toEqual([
    'broken link /k/1001/#end, there is no anchor #end on that page',
  ]);
});

test('an id that stands twice on a page is found', () => {
  expect(check({ ids: ['a', 'b', 'a'] })).toEqual([
    'the id a is used twice on the page | Rename one of the headings.',
  ]);
});

test('markup that the policy forbids is found', () => {
  expect(check({ forbidden: ['style="color:red" on <p>'] })[0]).toContain(
    'the Content Security Policy forbids style="color:red" on <p>',
  );
});
