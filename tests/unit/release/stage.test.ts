import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { healSite, openStage } from '#release/stage.ts';
import { makeFolder, readTree, writeTree } from '../../fixtures/folder.ts';

const OLD = { 'index.html': 'old', 'tea/index.html': 'old tea' };
const NEW = { 'index.html': 'new' };

function makeSite(places: Record<string, Record<string, string>> = { dist: OLD }) {
  const root = makeFolder();
  for (const [place, files] of Object.entries(places)) writeTree(join(root, place), files);
  return {
    site: join(root, 'dist'),
    left: () => readdirSync(join(root, '.build')),
    at: (place: string) => join(root, place),
  };
}

describe('a site that is made aside', () => {
  test('takes the place of the last one as a whole', () => {
    const { site, left } = makeSite();
    const stage = openStage(site);
    writeTree(stage.path, NEW);
    expect(readTree(site)).toEqual(OLD);
    stage.publish();
    expect(readTree(site)).toEqual(NEW);
    expect(left()).toEqual(['lock']);
  });

  test('needs no last one', () => {
    const { site } = makeSite({});
    const stage = openStage(site);
    writeTree(stage.path, NEW);
    stage.publish();
    expect(readTree(site)).toEqual(NEW);
  });

  test('leaves nothing when it is given up', () => {
    const { site, left } = makeSite();
    const stage = openStage(site);
    writeTree(stage.path, NEW);
    stage.close();
    expect(readTree(site)).toEqual(OLD);
    expect(left()).toEqual(['lock']);
  });

  test('gives the last one back when it cannot take its place', () => {
    const { site } = makeSite();
    const stage = openStage(site);
    rmSync(stage.path, { recursive: true });
    expect(() => stage.publish()).toThrow('ENOENT');
    stage.close();
    expect(readTree(site)).toEqual(OLD);
  });
});

// Each moment at which a process can be killed, by what it leaves, and the site that is there after the next start.
describe.each([
  ['before anything is made', { dist: OLD }, OLD],
  ['while a site is made', { dist: OLD, '.build/next': { 'index.html': 'ne' } }, OLD],
  ['while a site is indexed', { dist: OLD, '.build/next': NEW, '.build/next.search': NEW }, OLD],
  ['while the first site is made', { '.build/next': { 'index.html': 'ne' } }, {}],
  ['between the two renames', { '.build/previous': OLD, '.build/next': NEW }, OLD],
  [
    'between the two renames, where a host made an empty folder',
    { dist: {}, '.build/previous': OLD, '.build/next': NEW },
    OLD,
  ],
  ['after the two renames', { dist: NEW, '.build/previous': OLD }, NEW],
  [
    'while the previous site is removed',
    { dist: NEW, '.build/next': { 'tea/index.html': 'old tea' } },
    NEW,
  ],
  [
    'while the previous site is removed, and then dist/ too',
    { '.build/next': { 'tea/index.html': 'old tea' } },
    {},
  ],
])('killed %s', (_moment, places, expected) => {
  test('is healed by the next start', () => {
    const { site, left } = makeSite(places);
    openStage(site).close();
    expect(readTree(site)).toEqual(expected);
    expect(left()).toEqual(['lock']);
  });

  test('is healed by what only reads the site', () => {
    const { site } = makeSite(places);
    healSite(site);
    expect(readTree(site)).toEqual(expected);
  });
});

test('what only reads the site writes nothing where all is well', () => {
  const { site, at } = makeSite();
  healSite(site);
  expect(existsSync(at('.build'))).toBe(false);
});

test.each([
  [
    'link',
    'dist/ is a link, and cannot be replaced\n  Make dist/ a plain folder; npm run release puts the site in another place.',
  ],
  [
    'file',
    'dist/ is a file, and cannot be replaced\n  Make dist/ a plain folder; npm run release puts the site in another place.',
  ],
])('a %s in the place of the site is left alone', (kind, message) => {
  const { site, at } = makeSite({ elsewhere: OLD });
  if (kind === 'link') symlinkSync(at('elsewhere'), site);
  else writeFileSync(site, '');
  expect(() => openStage(site)).toThrow(message);
  expect(readTree(at('elsewhere'))).toEqual(OLD);
  rmSync(site);
  openStage(site).close();
});

test.runIf(existsSync('/dev/shm'))('a site on another file system is left alone', () => {
  const { site, at } = makeSite();
  const other = join('/dev/shm', `build-${process.pid}`);
  mkdirSync(other);
  onTestFinished(() => rmSync(other, { recursive: true }));
  symlinkSync(other, at('.build'));
  expect(() => openStage(site)).toThrow(
    /^dist\/ is on another file system than \.build\/, and cannot be replaced in one step\n/,
  );
  expect(readTree(site)).toEqual(OLD);
});

test('where nothing can be written, the message says so', () => {
  const { at } = makeSite();
  writeFileSync(at('file'), '');
  expect(() => openStage(at('file/dist'))).toThrow('ENOTDIR: not a directory, mkdir');
  mkdirSync(at('.build/lock'), { recursive: true });
  expect(() => openStage(at('dist'))).toThrow(
    `${at('.build/lock')} cannot be locked: unable to open database file`,
  );
});

describe('two at once', () => {
  const start = (site: string): ChildProcess => {
    const module = JSON.stringify(resolve('src/release/stage.ts'));
    const code = `import { openStage } from ${module};
      import { writeFileSync } from 'node:fs';
      const stage = openStage(${JSON.stringify(site)}, () => console.log('waits'));
      writeFileSync(stage.path + '/index.html', 'other');
      console.log('holds');
      process.stdin.once('data', () => { stage.publish(); process.exit(); });`;
    return spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  };
  const says = async (child: ChildProcess) =>
    String((await once(child.stdout ?? child, 'data'))[0]).trim();

  test('follow each other, and the second finds what the first made', async () => {
    const { site } = makeSite();
    const stage = openStage(site);
    const other = start(site);
    expect(await says(other)).toBe('waits');
    writeTree(stage.path, NEW);
    stage.publish();
    expect(await says(other)).toBe('holds');
    expect(readTree(site)).toEqual(NEW);
    other.stdin?.write('go');
    await once(other, 'exit');
    expect(readTree(site)).toEqual({ 'index.html': 'other' });
  });

  test('a killed one lets the next in at once, and leaves the last site', async () => {
    const { site, left } = makeSite();
    const other = start(site);
    expect(await says(other)).toBe('holds');
    other.kill('SIGKILL');
    await once(other, 'exit');
    const onWait = vi.fn();
    const stage = openStage(site, onWait);
    expect(onWait).not.toHaveBeenCalled();
    expect(readdirSync(stage.path)).toEqual([]);
    stage.close();
    expect(readTree(site)).toEqual(OLD);
    expect(left()).toEqual(['lock']);
  });
});
