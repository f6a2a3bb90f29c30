import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openReleases } from '#release/releases.ts';
import { makeFolder, readTree, writeTree } from '../../fixtures/folder.ts';

const DAY = 24 * 60 * 60 * 1000;

// Releases of small sites, one a day; each site has one page, one script and one file that is in all of them.
function makeReleases(keep = 5) {
  const root = makeFolder();
  const [folder, site] = [join(root, 'www'), join(root, 'dist')];
  let today = Date.parse('2026-03-01T08:00:00Z');
  const open = <T>(work: (releases: ReturnType<typeof openReleases>) => T): T => {
    const releases = openReleases(folder);
    try {
      return work(releases);
    } finally {
      releases.close();
    }
  };
  const release = (word: string, days = 1) => {
    rmSync(site, { recursive: true, force: true });
    writeTree(site, toSite(word));
    today += days * DAY;
    return open(({ add }) => add(site, keep, new Date(today)));
  };
  const served = () => readTree(join(folder, 'current'));
  const readers = (word: string) => served()['index.html'] === word;
  return { root, folder, site, open, release, served, readers, releases: join(folder, 'releases') };
}

const toSite = (word: string) => ({
  'index.html': word,
  'same.css': 'same',
  [`_astro/${word}.js`]: word,
  'pagefind/pagefind.js': word,
});

test('a release is the whole site behind a link that may be moved with its folder', () => {
  const { release, served, folder, root } = makeReleases();
  const { name } = release('tea');
  expect(name).toMatch(/^2026-03-02T08-00-00\.000Z-[0-9a-f]{12}$/);
  expect(served()).toMatchObject(toSite('tea'));
  expect(readlinkSync(join(folder, 'current'))).toBe(`releases/${name}`);
  renameSync(folder, join(root, 'moved'));
  expect(readTree(join(root, 'moved/current'))).toMatchObject(toSite('tea'));
});

test('the same site is not released twice in a row', () => {
  const { release, open } = makeReleases();
  const { name } = release('tea');
  expect(release('tea')).toEqual({ name, isNew: false, removed: [] });
  expect(open(({ list }) => list())).toEqual([name]);
});

test('a later release changes nothing of an earlier one, and shares the files that are equal', () => {
  const { release, releases } = makeReleases();
  const [tea, coffee] = [release('tea').name, release('coffee').name];
  writeFileSync(join(releases, '../../dist/index.html'), 'milk');
  expect(readTree(join(releases, tea))).toMatchObject(toSite('tea'));
  expect(readTree(join(releases, coffee))).toMatchObject(toSite('coffee'));
  const inode = (name: string, file: string) => statSync(join(releases, name, file)).ino;
  expect(inode(tea, 'same.css')).toBe(inode(coffee, 'same.css'));
  expect(inode(tea, 'index.html')).not.toBe(inode(coffee, 'index.html'));
});

describe('who has an older page open', () => {
  test('finds its scripts after the switch, and after one back', () => {
    const { release, served, open } = makeReleases();
    release('tea');
    release('coffee');
    expect(served()).toMatchObject({ ...toSite('coffee'), '_astro/tea.js': 'tea' });
    open(({ rollBack }) => rollBack());
    expect(served()).toMatchObject({ ...toSite('tea'), '_astro/coffee.js': 'coffee' });
  });

  test('finds them as long as the release is kept, and one longer', () => {
    const { release, served } = makeReleases(2);
    for (const word of ['tea', 'coffee', 'milk']) release(word);
    expect(Object.keys(served())).toEqual(
      expect.arrayContaining(['_astro/tea.js', '_astro/coffee.js', '_astro/milk.js']),
    );
    release('water');
    expect(served()).not.toHaveProperty(['_astro/tea.js']);
    expect(served()).toMatchObject({ '_astro/coffee.js': 'coffee' });
  });
});

describe('rolling back', () => {
  test('leads to the release before, and again further back', () => {
    const { release, readers, open } = makeReleases();
    for (const word of ['tea', 'coffee', 'milk']) release(word);
    open(({ rollBack }) => rollBack());
    expect(readers('coffee')).toBe(true);
    open(({ rollBack }) => rollBack());
    expect(readers('tea')).toBe(true);
    expect(() => open(({ rollBack }) => rollBack())).toThrow(
      /^there is no release before 2026-03-02T/,
    );
    expect(readers('tea')).toBe(true);
  });

  test('is the end of what was taken back once something new is released', () => {
    const { release, readers, open } = makeReleases();
    const [tea, coffee] = [release('tea').name, release('coffee').name];
    open(({ rollBack }) => rollBack());
    const { name, removed } = release('milk');
    expect(removed).toEqual([coffee]);
    expect(open(({ list }) => list())).toEqual([tea, name]);
    open(({ rollBack }) => rollBack());
    expect(readers('tea')).toBe(true);
  });

  test('needs a release that readers get', () => {
    const { open, folder } = makeReleases();
    expect(() => open(({ rollBack }) => rollBack())).toThrow(
      `${folder}/current leads to no release, so there is none before it`,
    );
  });
});

test.each([1, 2, 3])('the newest %i are kept', (keep) => {
  const { release, releases, open, readers } = makeReleases(keep);
  const names = ['tea', 'coffee', 'milk', 'water'].map((word) => release(word).name);
  expect(open(({ list }) => list())).toEqual(names.slice(-keep));
  expect(readdirSync(releases).toSorted()).toEqual(names.slice(-keep));
  expect(readers('water')).toBe(true);
});

test('a clock that was set back does not change the order', () => {
  const { release, open } = makeReleases();
  const names = [release('tea').name, release('coffee', -400).name, release('milk', -400).name];
  expect(open(({ list }) => list())).toEqual(names);
});

describe('what a killed release left', () => {
  test('in its copy is never a release, and is removed', () => {
    const { release, releases } = makeReleases();
    const names = [release('tea').name];
    writeTree(join(releases, '.2026-03-03T08-00-00.000Z-0123456789ab'), { 'index.html': 'ha' });
    symlinkSync('releases/none', join(releases, '.current'));
    names.push(release('coffee').name);
    expect(readdirSync(releases)).toEqual(names);
  });

  test('before its switch is no release that readers get, and the next one removes it', () => {
    const { release, releases, open, readers } = makeReleases();
    const { name } = release('tea');
    const whole = '2026-03-02T09-00-00.000Z-0123456789ab';
    writeTree(join(releases, whole), toSite('coffee'));
    expect(open(({ getCurrent }) => getCurrent())).toBe(name);
    expect(release('milk').removed).toEqual([whole]);
    expect(readers('milk')).toBe(true);
  });
});

test('a release that fails leaves what readers get, and no half of itself', () => {
  const { release, releases, open, readers, site } = makeReleases();
  const { name } = release('tea');
  rmSync(site, { recursive: true });
  writeTree(site, toSite('milk'));
  // A file in the place of a folder that is needed.
  writeTree(join(releases, name), { '_astro/nested/deep.js': 'deep' });
  writeFileSync(join(site, '_astro/nested'), '');
  expect(() => open(({ add }) => add(site, 5, new Date()))).toThrow();
  expect(readers('tea')).toBe(true);
  expect(readdirSync(releases)).toEqual([name]);
});

test('a folder that is in use for something else is refused', () => {
  const { folder, root, site } = makeReleases();
  writeTree(site, {});
  writeFileSync(join(root, 'file'), '');
  expect(() => openReleases(join(root, 'file'))).toThrow(
    /\/file is no folder\n {2}Name another one, or move it away\.$/,
  );
  mkdirSync(join(folder, 'current'), { recursive: true });
  expect(() => openReleases(folder)).toThrow(
    /\/current is no link\n {2}Move it away; it becomes the link/,
  );
  expect(existsSync(join(folder, 'releases'))).toBe(false);
});

test('a link that leads nowhere, or elsewhere, is taken over', () => {
  const { folder, release, readers } = makeReleases();
  mkdirSync(folder);
  symlinkSync('/nowhere', join(folder, 'current'));
  release('tea');
  expect(readers('tea')).toBe(true);
});
