import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DIST } from '../site.ts';

const PAGE = `${DIST}/articles/tea-coffee-or-cocoa/index.html`;
const html = readFileSync(PAGE, 'utf8');
const brotli = (file: string) => brotliCompressSync(readFileSync(file)).length;
const linked = (pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, path = '']) => `${DIST}${path}`);
const styles = linked(/<link rel="stylesheet" href="([^"]+)"/g);
const scripts = withImports(linked(/<script[^>]* src="([^"]+)"/g));
const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + brotli(file), 0);
const KB = 1024;

test('a page has one stylesheet of at most 5.8 KB', () => {
  expect(styles).toHaveLength(1);
  expect(sum(styles) / KB).toBeLessThanOrEqual(5.8);
});

test('it loads at most 2 KB of JavaScript before the reader does anything', () => {
  expect(scripts.length).toBeGreaterThan(0);
  expect(
    sum(scripts) / KB,
    scripts.map((file) => `${file} ${brotli(file)}`).join('\n'),
  ).toBeLessThanOrEqual(2);
});

test('nothing that only the search index reads is on the page', () =>
  expect(html).not.toContain('data-pagefind'));

// Scripts as they are asked for: those of the page, and all that they import at once.
function withImports(files: readonly string[]): string[] {
  const found = new Set(files);
  for (const file of found) {
    const code = readFileSync(file, 'utf8');
    for (const [, path = ''] of code.matchAll(
      /(?:^|[;}\s])import\s*(?:[^"'();]*?from\s*)?["'](\.[^"']+)["']/g,
    ))
      found.add(resolve(file, '..', path).replace(`${process.cwd()}/`, ''));
  }
  return [...found];
}

// Tailwind makes a utility of every word that could be one: the stylesheets name the words of code that are none.
test('the stylesheets have no class that no page and no script gives', () => {
  const read = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
  const given = new Set(
    read(`${DIST}/**/*.html`).flatMap((page) =>
      [...page.matchAll(/ class="([^"]*)"/g)].flatMap(([, classes = '']) =>
        classes
          .replaceAll(/&(?:amp|#38);/g, '&')
          .replaceAll('&gt;', '>')
          .split(' '),
      ),
    ),
  );
  const code = read(`${DIST}/_astro/*.js`)
    .join('\n')
    .replaceAll(/`\/\*! tailwindcss.*?`/gs, '');
  const unused = read(`${DIST}/_astro/*.css`)
    .flatMap((css) => [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/\.((?:\\.|[\w-])+)/g)])
    .map(([, name = '']) => name.replaceAll(/\\(.)/g, '$1'))
    .filter((name) => !/^\d/.test(name) && !given.has(name) && !code.includes(name));
  expect([...new Set(unused)]).toEqual([]);
});
