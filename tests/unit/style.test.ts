import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const folder = 'src/pages/style';
const sources = globSync('*', { cwd: folder }).map((file) => join(folder, file));

// The components that a file draws, and those that they draw in turn.
function listDrawn(file: string, found = new Set<string>()): Set<string> {
  const text = readFileSync(file, 'utf8');
  for (const [, path = ''] of text.matchAll(/^import \w+ from '(\..+\.astro)';/gm)) {
    const next = join(file, '..', path);
    if (found.has(next) || !text.includes(`<${basename(next, '.astro')}`)) continue;
    listDrawn(next, found.add(next));
  }
  return found;
}

test('the style page draws every component of the site', () => {
  const drawn = sources.flatMap((file) => [...listDrawn(file)]);
  const missing = globSync('src/components/site/*.astro').filter((file) => !drawn.includes(file));
  expect(missing, 'show them on src/pages/style/index.astro').toEqual([]);
});

test('the style page draws every word for authors', () => {
  const prose = readFileSync(join(folder, '_prose.mdx'), 'utf8');
  const words = globSync('src/components/article/*.astro').map((file) => basename(file, '.astro'));
  expect(
    words.filter((word) => !prose.includes(`<${word} `) && !prose.includes(`<${word}\n`)),
    'show them in _prose.mdx',
  ).toEqual([]);
});
