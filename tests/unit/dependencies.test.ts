import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listImports } from '../../.ci/arrow.ts';
import { makeFolder } from '../fixtures/folder.ts';

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
  optional?: boolean;
  hasInstallScript?: boolean;
  license?: string;
  engines?: object;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};
const entries = Object.entries(lock.packages);

describe('package-lock.json', () => {
  test('names each package for another platform, in the version that is asked for', () => {
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies).flatMap(([name, range]) => {
        const found = findEntry(path, name);
        return found === undefined || (/^\d/.test(range) && found.version !== range)
          ? [`${name}@${range}`]
          : [];
      }),
    );
    expect(missing, 'Run npm run lockfile.').toEqual([]);
  });

  test('asks no package which Node it wants, since npm would leave out those that run on the packaged one', () => {
    const asking = entries.filter(([path, { engines }]) => path !== '' && engines !== undefined);
    expect(
      asking.map(([path]) => path),
      'Run npm run lockfile.',
    ).toEqual([]);
  });

  test.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])(
    'has all that builds and searches need on %s',
    (platform) => {
      const names = entries.map(([path]) => path);
      for (const family of [
        '@pagefind/',
        '@tailwindcss/oxide-',
        '@rolldown/binding-',
        '@astrojs/compiler-binding-',
        'lightningcss-',
      ])
        expect(
          names.filter(
            (name) => name.includes(`node_modules/${family}`) && name.includes(platform),
          ),
          family,
        ).not.toEqual([]);
    },
  );

  test('has a hash for all that is not for another platform alone, and no address, so that any registry serves', () => {
    const bare = entries.filter(
      ([path, { integrity, optional }]) =>
        path !== '' && integrity === undefined && optional !== true,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
    expect(
      entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path),
    ).toEqual([]);
  });
});

test('no package runs a script when it is installed but those that package.json decides on by name', () => {
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  const scripted = entries
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => toName(path));
  expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(scripted)].toSorted());
});

describe('licences', () => {
  const check = (change: (packages: Record<string, Entry>) => void) => {
    const root = makeFolder();
    const { packages } = structuredClone(lock);
    change(packages);
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
    copyFileSync('LICENCES.md', join(root, 'LICENCES.md'));
    const { status, stderr } = spawnSync(
      process.execPath,
      [resolve('.ci/licences.mjs'), '--check'],
      { cwd: root, encoding: 'utf8' },
    );
    return { status, stderr };
  };

  test('are refused when they are not allowed, or ask for more than readers are given', () => {
    const add = (name: string, license?: string) => (packages: Record<string, Entry>) => {
      packages[`node_modules/${name}`] = {
        version: '1.0.0',
        ...(license === undefined ? {} : { license }),
      };
    };
    const message = (name: string, licence: string) =>
      `${name}: the licence "${licence}" is not allowed\n  Take another package, or allow the licence in .ci/licences.mjs.\n`;
    for (const licence of ['AGPL-3.0', 'MIT AND AGPL-3.0', 'UNLICENSED'])
      expect(check(add('tea', licence))).toMatchObject({
        status: 1,
        stderr: expect.stringContaining(message('tea', licence)),
      });
    expect(check(add('tea')).stderr).toContain(message('tea', 'none'));
    expect(check(add('tea', '(AGPL-3.0 OR MIT)')).stderr).toBe(
      'LICENCES.md is out of date\n  Run npm run licences.\n',
    );
    expect(check(add('stemmer', 'MPL-2.0')).stderr).toContain(message('stemmer', 'MPL-2.0'));
  });

  test('of all that runs in the browser are among those that readers get', () => {
    const [, readers = ''] = readFileSync('LICENCES.md', 'utf8').split(/^## What .*$/m);
    const files = new Set(globSync('src/client/**/*.ts'));
    const packages = new Set<string>();
    for (const file of files)
      for (const { target, isType } of listImports(readFileSync(file, 'utf8'), file))
        if (isType) continue;
        else if (!target.startsWith('src/')) packages.add(target);
        else if (target.endsWith('.ts')) files.add(target);
    expect(packages.size).toBeGreaterThan(0);
    expect([...packages].filter((name) => !readers.includes(`\n| ${name} |`))).toEqual([]);
  });
});

function toName(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

// The package that Node would load: the nearest one on the way up.
function findEntry(path: string, name: string): Entry | undefined {
  const found = lock.packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`];
  if (found !== undefined || path === '') return found;
  return findEntry(
    path.includes('/node_modules/') ? path.slice(0, path.lastIndexOf('/node_modules/')) : '',
    name,
  );
}
