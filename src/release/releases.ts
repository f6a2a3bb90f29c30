import {
  appendFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { takeLock } from './lock.ts';
import { copyTree, flush, flushTree, listFiles, toFingerprint } from './tree.ts';

/** A folder of releases: each is a whole site, and the link `current` leads to the one that readers get. */
export interface Releases {
  /** Their names, oldest first. Those after the current one were taken back. */
  list: () => string[];
  /** The name of the one that readers get. */
  getCurrent: () => string | undefined;
  /** Copies a site as the newest release and leads readers to it, unless they get the same already; of all, so many are kept. */
  add: (
    site: string,
    keep: number,
    now: Date,
  ) => { name: string; isNew: boolean; removed: string[] };
  /** Leads readers to the release before the current one. */
  rollBack: () => string;
  /** Lets other processes at the folder. */
  close: () => void;
}

// A time, and what stands for the content.
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)-[0-9a-f]{12}$/;
// What an open page asks for later, by names that only its own release has.
const ASSETS = ['_astro', 'pagefind'];
// In a release, lists the assets that it has from others.
const BORROWED = '.borrowed';

/** Opens a folder of releases, for one process at a time, and removes what killed or failed ones left. */
export function openReleases(folder: string, onWait?: () => void): Releases {
  const [link, releases] = [join(folder, 'current'), join(folder, 'releases')];
  const toPath = (name: string) => join(releases, name);
  checkPlace(folder);
  mkdirSync(releases, { recursive: true });
  const free = takeLock(join(folder, '.lock'), onWait);
  const tidy = () => {
    for (const name of readdirSync(releases))
      if (name.startsWith('.')) rmSync(toPath(name), { recursive: true, force: true });
  };
  tidy();

  const list = () =>
    readdirSync(releases)
      .filter((name) => NAME.test(name))
      .toSorted();
  const getCurrent = () => {
    const name = lstatSync(link, { throwIfNoEntry: false }) && basename(readlinkSync(link));
    return list().find((other) => other === name);
  };
  const leadTo = (name: string) => {
    symlinkSync(join('releases', name), toPath('.current'));
    // One rename, so that there is no moment without a link.
    renameSync(toPath('.current'), link);
    flush(folder);
  };
  const remove = (name: string) => {
    // What is half removed must not be listed.
    renameSync(toPath(name), toPath(`.${name}`));
    rmSync(toPath(`.${name}`), { recursive: true });
  };

  const add: Releases['add'] = (site, keep, now) => {
    const old = list();
    const last = getCurrent();
    const print = toFingerprint(site).slice(0, 12);
    if (last?.endsWith(print)) return { name: last, isNew: false, removed: [] };
    const name = `${toTime(now, old.at(-1))}-${print}`;
    copyTree(site, toPath(`.${name}`), last && toPath(last));
    for (const other of old) lendAssets(toPath(other), toPath(`.${name}`));
    flushTree(toPath(`.${name}`));
    renameSync(toPath(`.${name}`), toPath(name));
    flush(releases);
    leadTo(name);
    const past = last === undefined ? old : old.slice(0, old.indexOf(last) + 1);
    const kept = past.slice(Math.max(0, past.length - keep + 1));
    const removed = old.filter((other) => !kept.includes(other));
    removed.forEach(remove);
    return { name, isNew: true, removed };
  };

  const rollBack = () => {
    const names = list();
    const last = getCurrent();
    if (last === undefined)
      throw new Error(`${link} leads to no release, so there is none before it`);
    const before = names[names.indexOf(last) - 1];
    if (before === undefined) throw new Error(`there is no release before ${last}`);
    lendAssets(toPath(last), toPath(before));
    leadTo(before);
    return before;
  };

  const close = () => {
    tidy();
    free();
  };
  return { list, getCurrent, add, rollBack, close };
}

function checkPlace(folder: string): void {
  for (const path of [folder, join(folder, 'releases')])
    if (existsSync(path) && !statSync(path).isDirectory())
      throw new Error(`${path} is no folder\n  Name another one, or move it away.`);
  const link = join(folder, 'current');
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() === false)
    throw new Error(
      `${link} is no link\n  Move it away; it becomes the link to the release that readers get.`,
    );
}

// The order of the names is that of the releases, even if a clock was set back.
function toTime(now: Date, last: string | undefined): string {
  const newest = last === undefined ? 0 : Date.parse(last.replace(NAME, '$1T$2:$3:$4'));
  return new Date(Math.max(now.getTime(), newest + 1)).toISOString().replaceAll(':', '-');
}

// Who has a page of one release open finds its scripts and its search in the other one too.
function lendAssets(from: string, to: string): void {
  const list = join(from, BORROWED);
  const borrowed = new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []);
  const lent = ASSETS.flatMap((name) =>
    listFiles(join(from, name)).map((file) => join(name, file)),
  ).filter((file) => !borrowed.has(file) && !existsSync(join(to, file)));
  appendFileSync(join(to, BORROWED), lent.map((file) => `${file}\n`).join(''));
  for (const file of lent) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    linkSync(join(from, file), join(to, file));
  }
}
