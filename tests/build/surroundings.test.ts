import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../fixtures/build.ts';
import { makeFolder, writeTree } from '../fixtures/folder.ts';
import { makeSite } from '../fixtures/project.ts';

test('what is configured in the folders above has no part in a build', () => {
  const above = makeFolder();
  writeTree(above, {
    'package.json': '{ "type": "module", "workspaces": ["site"] }',
    'postcss.config.js': 'export default { plugins: { absent: {} } };',
    '.postcssrc.json': '{ "plugins": { "absent": {} } }',
    'vite.config.js': 'throw new Error("of another project");',
    'astro.config.mjs': 'throw new Error("of another project");',
    'tsconfig.json': '{ "compilerOptions": ',
    '.browserslistrc': 'absent 1',
  });
  expect(build(makeSiteAt(join(above, 'site')))).toMatchObject({ status: 0 });
});

test.each([
  ['ws_feature%2Fx', '%'],
  ['50%20off', '%'],
  ['100% ok', '%'],
  ['#1', '#'],
  ['q?mark', '?'],
  ['a"b', '"'],
  ['a\\b', '\\'],
])(
  'a folder named %j, in which nothing can be built, is told in one sentence',
  (name, character) => {
    const root = makeSiteAt(join(makeFolder(), name));
    expect(build(root)).toMatchObject({
      status: 1,
      output: `${root}: nothing can be built in a folder with ${character} in its path. Rename the folder, or move the project.\n`,
    });
  },
);

test('a folder named with other signs is built in', () => {
  const name = "it's [a] {new} & (nice) * folder, $1 + 1 = ü@~^;!";
  expect(build(makeSiteAt(join(makeFolder(), name)))).toMatchObject({ status: 0 });
});

function makeSiteAt(folder: string): string {
  cpSync(makeSite().root, folder, { recursive: true });
  return folder;
}
