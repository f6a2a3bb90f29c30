import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '#domain/problem.ts';
import { openReleases, type Releases } from '#release/releases.ts';
import { openStage } from '#release/stage.ts';
import { readOptions, runCommand } from './options.ts';

// npm run release -- DIR [--keep 5]: copies the packed site beside the older ones, and leads readers to it by one rename of a link.
// With --rollback it leads them to the release before; with --list it says what there is.
const usage = `npm run release -- DIR [--keep 5] | --rollback | --list
    --keep      how many releases stay in DIR
    --rollback  leads readers to the release before
    --list      says which releases there are`;
const dist = resolve('dist');
const options = readOptions(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      keep: { type: 'string', default: '5' },
      rollback: { type: 'boolean' },
      list: { type: 'boolean' },
    },
  }),
);

if (options !== undefined) {
  const { positionals, values } = options;
  await runCommand(() => {
    const folder = toFolder(positionals);
    const keep = toKeep(values.keep);
    if (values.rollback && values.list)
      throw new Error(`--rollback and --list are two commands\n  Usage: ${usage}`);
    if ((values.rollback || values.list) && !existsSync(join(folder, 'releases')))
      throw new Error(`there are no releases in ${folder}`);
    if (values.list) open(folder, tell);
    else if (values.rollback)
      open(folder, (releases) => console.log(`Readers get ${releases.rollBack()} again.`));
    else release(folder, keep);
  });
}

function release(folder: string, keep: number): void {
  // No build may replace the site while it is copied.
  const stage = openStage(dist, () =>
    console.log('A build or pack is at work in this folder; waiting until it is done.'),
  );
  try {
    if (!existsSync(join(dist, 'index.html')))
      throw new Error(
        'There is no site in dist/ to release\n  Run npm run build and npm run pack first.',
      );
    if (!existsSync(join(dist, 'index.html.br')))
      throw new Error('The site in dist/ is not packed\n  Run npm run pack first.');
    const { name, isNew, removed } = open(folder, (releases) =>
      releases.add(dist, keep, new Date()),
    );
    const more = removed.length === 0 ? '' : `; ${count(removed.length, 'release')} removed`;
    console.log(
      isNew
        ? `Readers get ${name} now${more}.`
        : `Readers get the same site already, as ${name}; nothing was done.`,
    );
  } finally {
    stage.close();
  }
}

function open<T>(folder: string, work: (releases: Releases) => T): T {
  const releases = openReleases(folder, () =>
    console.log(`Another release is at work in ${folder}; waiting until it is done.`),
  );
  try {
    return work(releases);
  } finally {
    releases.close();
  }
}

function tell(releases: Releases): void {
  const [names, current] = [releases.list(), releases.getCurrent()];
  const toState = (name: string) =>
    name === current ? '  current' : current !== undefined && name > current ? '  taken back' : '';
  console.log(
    names.length === 0
      ? 'There is no release.'
      : names
          .toReversed()
          .map((name) => name + toState(name))
          .join('\n'),
  );
}

function toFolder([folder, ...more]: readonly string[]): string {
  if (folder === undefined || folder === '' || more.length > 0)
    throw new Error(
      `${more.length > 0 ? 'more than one folder is' : 'no folder is'} named\n  Usage: ${usage}`,
    );
  const path = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  if (!relative(dist, path).startsWith('..'))
    throw new Error(
      `${folder} is inside of dist/, which every build replaces\n  Name a folder outside of it.`,
    );
  return path;
}

function toKeep(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new Error(`--keep is "${text}", it must be a number from 1\n  Usage: ${usage}`);
  return Number(text);
}
