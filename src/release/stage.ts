import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { takeLock } from './lock.ts';

/** A folder in which a site is made, until it takes the place of the last one. */
export interface Stage {
  path: string;
  /** Puts what was made in the place of the last site, and ends the stage. */
  publish: () => void;
  /** Ends the stage without a change of the site; nothing happens when it has ended. */
  close: () => void;
}

/**
 * Sets a folder aside in which the next site is made. Only one process at a time has a stage, and others wait; so whatever lies there
 * at the start was left by one that was killed, and is put in order.
 */
export function openStage(site: string, onWait?: () => void): Stage {
  const { builds, next, previous } = toPlaces(site);
  const free = takeLock(join(builds, 'lock'), onWait);
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    heal(site);
    free();
  };
  try {
    checkPlace(site, builds);
    heal(site);
    mkdirSync(next);
  } catch (error) {
    free();
    throw error;
  }
  const publish = () => {
    if (existsSync(site)) renameSync(site, previous);
    renameSync(next, site);
    close();
  };
  return { path: next, publish, close };
}

/** Puts the last site back where a process was killed while it replaced it. */
export function healSite(site: string, onWait?: () => void): void {
  if (isMissing(site) && existsSync(toPlaces(site).previous)) openStage(site, onWait).close();
}

function toPlaces(site: string): { builds: string; next: string; previous: string } {
  const builds = join(dirname(site), '.build');
  return { builds, next: join(builds, 'next'), previous: join(builds, 'previous') };
}

// What is called "previous" is always a whole site: it goes back if its place is empty, or gives up its name before it is removed.
function heal(site: string): void {
  const { builds, next, previous } = toPlaces(site);
  const empty = () => {
    for (const name of readdirSync(builds))
      if (name !== 'lock' && name !== basename(previous))
        rmSync(join(builds, name), { recursive: true });
  };
  empty();
  if (!existsSync(previous)) return;
  renameSync(previous, isMissing(site) ? site : next);
  empty();
}

function isMissing(site: string): boolean {
  return !existsSync(site) || (lstatSync(site).isDirectory() && readdirSync(site).length === 0);
}

function checkPlace(site: string, builds: string): void {
  const found = lstatSync(site, { throwIfNoEntry: false });
  const name = `${basename(site)}/`;
  const hint = `Make ${name} a plain folder; npm run release puts the site in another place.`;
  if (found?.isDirectory() === false)
    throw new Error(
      `${name} is a ${found.isSymbolicLink() ? 'link' : 'file'}, and cannot be replaced\n  ${hint}`,
    );
  if ((found ?? statSync(dirname(site))).dev !== statSync(builds).dev)
    throw new Error(
      `${name} is on another file system than .build/, and cannot be replaced in one step\n  ${hint}`,
    );
}
