import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '#release/tree.ts';
import { build } from '../fixtures/build.ts';
import { makeSite } from '../fixtures/project.ts';
import { SITE } from '../site.ts';
import { runWith } from '../fixtures/command.ts';

const ELSEWHERE = {
  NODE_OPTIONS: `--import ${resolve('tests/fixtures/elsewhere.ts')}`,
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
};

test(
  'two clean builds are the same, and so is one that follows an edit',
  { timeout: 240_000 },
  () => {
    const { root, edit } = makeSite();
    const first = toSite(root);
    edit('articles/water.md', 'The drink below all others.', 'The drink above all others.');
    const edited = toSite(root);
    expect(edited).not.toEqual(first);
    clean(root);
    expect(toSite(root)).toEqual(edited);
    edit('articles/water.md', 'The drink above all others.', 'The drink below all others.');
    clean(root);
    expect(toSite(root)).toEqual(first);
  },
);

test(
  'dist/ is what comes of its content in another folder, year, time zone and language, and with nothing kept',
  { timeout: 240_000 },
  () => {
    const { root } = makeSite();
    for (const folder of ['content', 'node_modules'])
      rmSync(join(root, folder), { recursive: true });
    for (const folder of ['content', 'public'])
      cpSync(join(SITE, folder), join(root, folder), { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    for (const name of readdirSync('node_modules'))
      if (!['.astro', '.cache', '.vite'].includes(name))
        symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
    expect(build(root, ELSEWHERE)).toMatchObject({ status: 0 });
    expect(runWith(ELSEWHERE, root, 'pack')).toMatchObject({
      status: 0,
      stdout: expect.not.stringContaining(' 0 '),
    });
    expect(read(root)).toEqual(read(SITE));
  },
);

function clean(root: string): void {
  for (const name of ['dist', '.astro', '.build'])
    rmSync(join(root, name), { recursive: true, force: true });
}

function toSite(root: string): Record<string, string> {
  expect(build(root)).toMatchObject({ status: 0 });
  return read(root);
}

function read(root: string): Record<string, string> {
  const dist = join(root, 'dist');
  return Object.fromEntries(
    listFiles(dist).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('hex'),
    ]),
  );
}
