import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CUP } from '../fixtures/broken.ts';
import { build } from '../fixtures/build.ts';
import { run } from '../fixtures/command.ts';
import { type Construct, constructs } from '../fixtures/constructs.ts';
import { makeSite } from '../fixtures/project.ts';

/** Each construct in each kind of file that can hold it. */
const articles = Object.entries(constructs).flatMap(([name, construct]) =>
  (['md', 'mdx'] as const)
    .filter((ending) => (construct.in ?? ending) === ending)
    .map((ending) => ({ slug: `${name}-${ending}`, ending, ...construct })),
);
let root = '';
let built: ReturnType<typeof build>;
const removals: (() => void)[] = [];

beforeAll(() => {
  const project = makeSite((remove) => removals.push(remove));
  root = project.root;
  const frontmatter =
    readFileSync(join(root, 'content/articles/water.md'), 'utf8').split('\n---\n')[0] ?? '';
  for (const [index, { slug, ending, text }] of articles.entries())
    writeFileSync(
      join(root, `content/articles/${slug}.${ending}`),
      `${frontmatter.replace('KB-1002', `KB-${1100 + index}`).replace(/^(title|short): .*$/gm, `$1: ${slug}`)}\n---\n\n${text}\n`,
    );
  project.change({
    'articles/cup.png': CUP,
    'pages/cup.png': CUP,
    'pages/accessibility.md': [/$/, '\n![A cup](cup.png), [water](../articles/water.md).\n'],
    'articles/pictures/Hot Cup.PNG': CUP,
    'articles/pictures/The list.pdf': '%PDF-1.7',
    'articles/pictures/bytes': 'x',
    'articles/pictures/tea.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"/>',
    '../public/cup.png': CUP,
  });
  project.edit(
    'topics.yaml',
    '[tea, water]',
    `[${['tea', 'water', ...articles.map(({ slug }) => slug)].join(', ')}]`,
  );
  run(root, 'links');
  built = build(root);
}, 240_000);

afterAll(() => {
  for (const remove of removals) remove();
});

test('each file beside a text is published once, letter for letter, and no other', () => {
  const files = readdirSync(join(root, 'dist/_astro')).filter(
    (file) => !/\.(?:js|css|woff2)$/.test(file),
  );
  expect(files.map((file) => file.replace(/\.[0-9a-f]{8}/, '')).toSorted()).toEqual([
    'bytes',
    'cup.png',
    'hot-cup.png',
    'tea.svg',
    'the-list.pdf',
  ]);
  const cup = files.find((file) => file.startsWith('cup')) ?? '';
  expect(new Uint8Array(readFileSync(join(root, 'dist/_astro', cup)))).toEqual(CUP);
});

test('a page that is no article has them too', () =>
  expect(readFileSync(join(root, 'dist/accessibility/index.html'), 'utf8')).toMatch(
    /<img src="\/_astro\/cup\.[0-9a-f]{8}\.png" alt="A cup" width="3" .*<a href="\/articles\/water\/">water<\/a>/,
  ));

test('the API names them by their full addresses', () => {
  const file = articles.findIndex(({ slug }) => slug === 'a-picture-that-leads-on-md');
  const { html } = JSON.parse(
    readFileSync(join(root, `dist/api/articles/KB-${1100 + file}.json`), 'utf8'),
  ) as { html: string };
  expect(html).toMatch(
    /<a href="https:\/\/drinks\.example\/_astro\/cup\..{8}\.png"><img src="https:\/\/drinks\.example\/_astro\/cup\..{8}\.png"/,
  );
});

test('what the check finds right builds', () => {
  expect(run(root, 'check:content').stderr).toBe('');
  expect(built.status, built.stderr).toBe(0);
});

describe.each(articles)('$slug', ({ slug, html, markdown }: Construct & { slug: string }) => {
  const read = (file: string) => readFileSync(join(root, 'dist', file), 'utf8');
  test.runIf(html !== undefined)('is whole on the page and in the API', () => {
    const page = read(`articles/${slug}/index.html`)
      .replaceAll('&quot;', '"')
      .replaceAll(/&#3[49];/g, '"');
    expect(page).toMatch(html ?? '');
  });
  test.runIf(markdown !== undefined)('is whole in the page as Markdown', () =>
    expect(read(`articles/${slug}.md`)).toContain(markdown),
  );
});
