import { globSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { expect, test } from 'vitest';

test('no code, and no test but those in this folder, names what stands on our shelf', () => {
  const shelf = '{articles/**,comparisons,choosers,machines,errors}/*.{md,mdx,yaml}';
  const names = globSync(shelf, { cwd: 'content' }).map((file) => basename(file, extname(file)));
  const whole = new RegExp(`(?<![\\w-])(?:${[...new Set(names)].join('|')})(?![\\w-])`);
  expect(names.length).toBeGreaterThan(0);
  const files = [
    ...globSync('src/**/*.{ts,astro}'),
    ...globSync('tests/{unit,component,build,e2e,servers,fixtures}/**/*.{ts,txt,md,mdx,yaml}'),
  ];
  const found = files.flatMap((file) => {
    const name = whole.exec(readFileSync(file, 'utf8'))?.[0];
    return name === undefined ? [] : [`${file} names ${name}`];
  });
  expect(found).toEqual([]);
});
