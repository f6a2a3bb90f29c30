import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** All files below a folder, by their path from there, in an order that does not depend on the file system; none when it is missing. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Stands for the names and bytes of all files of a folder. */
export function toFingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of listFiles(folder)) {
    const bytes = readFileSync(join(folder, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Copies a folder; a file that an earlier copy has too is shared with that one. */
export function copyTree(from: string, to: string, earlier?: string): void {
  for (const file of listFiles(from)) {
    const [source, target] = [join(from, file), join(to, file)];
    mkdirSync(dirname(target), { recursive: true });
    const same = earlier && join(earlier, file);
    if (same && existsSync(same) && readFileSync(same).equals(readFileSync(source)))
      linkSync(same, target);
    else copyFileSync(source, target, constants.COPYFILE_FICLONE);
  }
}

/** Waits until all of a folder is on the disk, so that it outlives a power cut. */
export function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    flush(join(entry.parentPath, entry.name));
  flush(folder);
}

/** Waits until a file, or what a folder lists, is on the disk. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
