import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, makeSite } from '../fixtures/build.ts';

test('two clean builds are the same, and so is one that follows an edit', { timeout: 240_000 }, () => {
  const { root, edit } = makeSite();
  const first = read(root);
  edit('articles/water.md', 'The drink below all others.', 'The drink above all others.');
  const edited = read(root);
  expect(edited).not.toEqual(first);
  clean(root);
  expect(read(root)).toEqual(edited);
  edit('articles/water.md', 'The drink above all others.', 'The drink below all others.');
  clean(root);
  expect(read(root)).toEqual(first);
});

function clean(root: string): void {
  for (const name of ['dist', '.astro', '.build']) rmSync(join(root, name), { recursive: true, force: true });
}

function read(root: string): Record<string, string> {
  expect(build(root)).toMatchObject({ status: 0 });
  const dist = join(root, 'dist');
  const files = globSync('**/*.*', { cwd: dist }).toSorted();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('hex'),
    ]),
  );
}
