import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblems } from '#domain/problem.ts';
import { toFindTarget } from '#reader/assets.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { type Changes, CUP } from '../../fixtures/broken.ts';
import { makeProject } from '../../fixtures/project.ts';
import { drinks } from '../../fixtures/settings.ts';

function warn(changes: Changes): string {
  const { root, change } = makeProject();
  change(changes);
  const { problems, warnings } = checkContent(readContent(root), '2026-03-01', drinks);
  expect(problems).toEqual([]);
  return formatProblems(warnings);
}

test('images without a text are told once for each file, and those that decorate are not', () => {
  const text =
    '![](cup.png)\n\n![A cup](cup.png) ![](cup.png "decorative") ![ ](cup.png)\n\n![][c] ![][d]';
  expect(
    warn({
      'articles/water.md': [
        /From the tap\..*/,
        `${text}\n\n[c]: cup.png\n[d]: cup.png "decorative"`,
      ],
      'articles/cup.png': CUP,
    }),
  ).toMatchInlineSnapshot(`
    "content/articles/water.md:19:1  an image without a text, and 2 more on line 21, 23  [missing-alt-text]
      Write in the brackets what it shows, for readers who cannot see it. If it is for its looks alone, say so: ![](line.png "decorative").
    1 problem in 1 file."
  `);
});

test('pictures that no text shows are told once for each folder; those of the author are not', () => {
  expect(
    warn({
      'articles/hot/cup.png': CUP,
      'articles/hot/Kettle.JPG': CUP,
      'articles/hot/_sketch.png': CUP,
      'pages/a.svg': 'x',
    }),
  ).toMatchInlineSnapshot(`
    "content/articles/hot/Kettle.JPG  no text shows it, nor cup.png  [unused-picture]
      Show it with ![what it shows](its name), delete it, or begin its name with _ to keep it.
    content/pages/a.svg  no text shows it  [unused-picture]
    2 problems in 2 files."
  `);
});

test('an address leads to a file beside its text, to the page of a text, or is what it says', () => {
  const { root, change } = makeProject();
  change({
    'articles/hot/cup.png': CUP,
    'articles/list.pdf': '%PDF-1.7',
    '_notes.txt': 'x',
    '../public/cup.png': CUP,
    '../public/list.pdf': 'x',
  });
  const find = toFindTarget(root);
  const water = pathToFileURL(join(root, 'content/articles/water.md'));
  expect(find(water, './hot/cup.png?width=9')).toEqual({
    path: expect.stringMatching(/^\/_astro\/cup\.[0-9a-f]{8}\.png$/),
    width: 3,
    height: 2,
  });
  expect(find(water, 'list.pdf#page=2')?.path).toMatch(/^\/_astro\/list\.[0-9a-f]{8}\.pdf#page=2$/);
  expect(find(water, 'tea.mdx#what-is-tea')).toEqual({ path: '/articles/tea/#what-is-tea' });
  expect(find(water, '/cup.png')).toEqual({ path: '/cup.png', width: 3, height: 2 });
  for (const address of ['/list.pdf', '/articles/tea/', '#a', 'https://a.example/', 'none.png'])
    expect(find(water, address)).toBeUndefined();
  // What is not content stays at home.
  for (const address of ['../_notes.txt', '../../public/cup.png', '../topics.yaml'])
    expect(find(water, address)).toBeUndefined();
  expect(find(undefined, 'cup.png')).toBeUndefined();
});

test('a drawing has the size that it names, however much its program wrote before it', () => {
  const { root, change } = makeProject();
  const source = `content="${'a cup of tea, '.repeat(200)}width='9'"`;
  change({
    'articles/a.svg': `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${source} width="30px" height="20px"><g/></svg>`,
    'articles/b.svg': `<!-- ${'tea '.repeat(400)} --><svg viewBox="0 0 40 10"></svg>`,
  });
  const find = toFindTarget(root);
  const at = (name: string) => find(pathToFileURL(join(root, 'content/articles/water.md')), name);
  expect(at('a.svg')).toMatchObject({ width: 30, height: 20 });
  expect(at('b.svg')).toMatchObject({ width: 40, height: 10 });
});
