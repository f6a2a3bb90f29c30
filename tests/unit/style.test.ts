import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { listImports } from '../../.ci/arrow.ts';

const folder = 'src/pages/style';
const sources = globSync('*', { cwd: folder }).map((file) => join(folder, file));

// The components that a file draws, and those that they draw in turn.
function listDrawn(file: string, found = new Set<string>()): Set<string> {
  const text = readFileSync(file, 'utf8');
  for (const { target } of listImports(text, file)) {
    if (found.has(target) || !text.includes(`<${basename(target, '.astro')}`)) continue;
    if (target.endsWith('.astro')) listDrawn(target, found.add(target));
  }
  return found;
}

test('the style page draws every component of the site', () => {
  const drawn = sources.flatMap((file) => [...listDrawn(file)]);
  const missing = globSync('src/components/site/**/*.astro').filter(
    (file) => !drawn.includes(file),
  );
  expect(missing, 'show them on src/pages/style/index.astro').toEqual([]);
});

test('the style page draws every word for authors', () => {
  const prose = readFileSync(join(folder, '_prose.mdx'), 'utf8');
  const given = listImports(
    readFileSync('src/components/article/index.ts', 'utf8'),
    'src/components/article/index.ts',
  );
  const words = given
    .filter(({ target }) => target.endsWith('.astro'))
    .map(({ target }) => basename(target, '.astro'));
  expect(
    words.filter((word) => !prose.includes(`<${word} `) && !prose.includes(`<${word}\n`)),
    'show them in _prose.mdx',
  ).toEqual([]);
});
