import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openReleases } from '#release/releases.ts';
import { run, start } from '../../fixtures/command.ts';
import { makeFolder, readTree, writeTree } from '../../fixtures/folder.ts';

const USAGE =
  '  Usage: npm run release -- DIR [--keep 5] | --rollback | --list\n    --keep      how many releases stay in DIR\n    --rollback  leads readers to the release before\n    --list      says which releases there are\n';
const toSite = (word: string) => ({
  'index.html': word,
  'index.html.br': word,
  'index.html.gz': word,
});

function makeProject(word: string) {
  const root = makeFolder();
  writeTree(join(root, 'dist'), toSite(word));
  return root;
}

test('npm run release switches, rolls back and lists', () => {
  const root = makeProject('tea');
  expect(run(root, 'release', 'www')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Readers get \S+ now\.\n$/),
  });
  expect(run(root, 'release', 'www').stdout).toMatch(
    /^Readers get the same site already, as \S+; nothing was done\.\n$/,
  );
  writeTree(join(root, 'dist'), toSite('coffee'));
  expect(run(root, 'release', 'www').status).toBe(0);
  expect(readTree(join(root, 'www/current'))).toMatchObject(toSite('coffee'));
  expect(run(root, 'release', 'www', '--rollback')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Readers get \S+ again\.\n$/),
  });
  expect(readTree(join(root, 'www/current'))).toMatchObject(toSite('tea'));
  expect(run(root, 'release', 'www', '--list').stdout).toMatch(
    /^\S+Z-\w{12} {2}taken back\n\S+Z-\w{12} {2}current\n$/,
  );
  expect(run(root, 'release', 'www', '--rollback').stderr).toMatch(
    /^there is no release before \S+\n$/,
  );
  writeTree(join(root, 'dist'), toSite('milk'));
  expect(run(root, 'release', 'www', '--keep', '1').stdout).toMatch(
    /^Readers get \S+ now; 2 releases removed\.\n$/,
  );
  expect(readdirSync(join(root, 'dist')).toSorted()).toEqual(Object.keys(toSite('milk')));
});

test('npm run release heals a site that a killed build had set aside', () => {
  const root = makeFolder();
  writeTree(join(root, '.build/previous'), toSite('tea'));
  expect(run(root, 'release', 'www').status).toBe(0);
  expect(readTree(join(root, 'www/current'))).toMatchObject(toSite('tea'));
});

test('npm run release says why it refuses, and changes nothing', () => {
  const root = makeProject('tea');
  writeFileSync(join(root, 'file'), '');
  mkdirSync(join(root, 'taken/current'), { recursive: true });
  for (const [parameters, message] of [
    [[], `no folder is named\n${USAGE}`],
    [['www', 'more'], `more than one folder is named\n${USAGE}`],
    [['www', '--kep', '3'], `Unknown option '--kep'\n${USAGE}`],
    [['www', '--keep', '0'], `--keep is "0", it must be a number from 1\n${USAGE}`],
    [['www', '--rollback', '--list'], `--rollback and --list are two commands\n${USAGE}`],
    [['www', '--rollback'], `there are no releases in ${root}/www\n`],
    [
      ['dist'],
      'dist is inside of dist/, which every build replaces\n  Name a folder outside of it.\n',
    ],
    [
      ['dist/www'],
      'dist/www is inside of dist/, which every build replaces\n  Name a folder outside of it.\n',
    ],
    [['file'], `${root}/file is no folder\n  Name another one, or move it away.\n`],
    [
      ['taken'],
      `${root}/taken/current is no link\n  Move it away; it becomes the link to the release that readers get.\n`,
    ],
  ] as const)
    expect(run(root, 'release', ...parameters)).toEqual({ status: 1, stdout: '', stderr: message });
  rmSync(join(root, 'dist/index.html.br'));
  expect(run(root, 'release', 'www').stderr).toBe(
    'The site in dist/ is not packed\n  Run npm run pack first.\n',
  );
  rmSync(join(root, 'dist'), { recursive: true });
  expect(run(root, 'release', 'www').stderr).toBe(
    'There is no site in dist/ to release\n  Run npm run build and npm run pack first.\n',
  );
  expect(readdirSync(root).toSorted()).toEqual(['.build', 'file', 'taken']);
});

test('two releases at once follow each other', async () => {
  const [tea, coffee] = [makeProject('tea'), makeProject('coffee')];
  const folder = join(tea, 'www');
  const mine = openReleases(folder);
  const other = createInterface(start(coffee, 'release', folder).stdout);
  const lines = other[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe(
    `Another release is at work in ${folder}; waiting until it is done.`,
  );
  const { name } = mine.add(join(tea, 'dist'), 5, new Date());
  mine.close();
  expect((await lines.next()).value).toMatch(/^Readers get \S+ now\.$/);
  expect(readTree(join(folder, 'releases', name))).toMatchObject(toSite('tea'));
  expect(readTree(join(folder, 'current'))).toMatchObject(toSite('coffee'));
  expect(readdirSync(join(folder, 'releases'))[0]).toBe(name);
});
