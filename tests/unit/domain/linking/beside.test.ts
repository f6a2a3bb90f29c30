import { expect, test } from 'vitest';
import { assetPath } from '#domain/linking/asset.ts';
import { resolveBeside, toPagePath, toRelative } from '#domain/linking/beside.ts';

const file = 'content/articles/hot drinks/tea.md';

test.each([
  ['cup.png', 'content/articles/hot drinks/cup.png'],
  ['./a/Cup%20one.png', 'content/articles/hot drinks/a/Cup one.png'],
  ['a cup.png', 'content/articles/hot drinks/a cup.png'],
  ['../cold/milk.md#what', 'content/articles/cold/milk.md'],
  ['cup.png?width=9', 'content/articles/hot drinks/cup.png'],
  ['tasse%20%C3%A0%20th%C3%A9.png', 'content/articles/hot drinks/tasse à thé.png'],
  ['../../../../../etc/passwd', 'etc/passwd'],
  ['%zz', undefined],
  ['/cup.png', undefined],
  ['#what', undefined],
  ['https://elsewhere.example/', undefined],
  ['//elsewhere.example/', undefined],
  ['', undefined],
])('%s is meant from the place of its file', (href, path) =>
  expect(resolveBeside(file, href)).toBe(path),
);

test('a file is named from another as its author would', () => {
  expect(toRelative(file, 'content/articles/hot drinks/a cup.png')).toBe('a%20cup.png');
  expect(toRelative(file, 'content/articles/hot drinks/a, b (1) #2.png')).toBe(
    'a,%20b%20%281%29%20%232.png',
  );
  expect(toRelative(file, 'content/articles/milk.md')).toBe('../milk.md');
  expect(toRelative(file, 'content/pages/about.md')).toBe('../../pages/about.md');
});

test.each([
  ['content/articles/a/tea.mdx', '/articles/tea/'],
  ['content/pages/about.md', '/about/'],
  ['content/pages/a/about.md', undefined],
  ['content/articles/tea.pdf', undefined],
  ['README.md', undefined],
])('the page of %s is %s', (path, page) => expect(toPagePath(path)).toBe(page));

test.each([
  ['content/articles/Hot Cup (1).JPEG', '/_astro/hot-cup-1.0a.jpg'],
  ['content/articles/茶.png', '/_astro/cha.0a.png'],
  ['content/articles/!!!.tar.gz', '/_astro/tar.0a.gz'],
  ['content/articles/LICENSE', '/_astro/license.0a'],
  ['content/articles/list.7z', '/_astro/list.0a.7z'],
])('%s is published as %s', (path, address) => expect(assetPath(path, '0a')).toBe(address));
