import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MINUTES = 10;

/**
 * Takes the lock that a file stands for; says so when another process holds it, and waits until that one is done. Returns what frees it.
 * The system frees the locks of a process that ends, however it ends, so that nothing needs to guess whether a holder is alive.
 */
export function takeLock(file: string, onWait: () => void = () => undefined): () => void {
  mkdirSync(dirname(file), { recursive: true });
  // Node locks files through SQLite alone; the database stays empty.
  let database: DatabaseSync | undefined;
  try {
    // Two that come at the same moment see each other's attempt; a moment later one of them has it.
    const opened = new DatabaseSync(file, { timeout: 1000 });
    database = opened;
    if (!tryToLock(opened)) {
      onWait();
      opened.exec(`PRAGMA busy_timeout = ${MINUTES * 60_000}`);
      if (!tryToLock(opened))
        throw new Error(
          `another process still holds it after ${MINUTES} minutes\n  End that one, or wait, and try again.`,
        );
    }
    return () => opened.close();
  } catch (error) {
    database?.close();
    throw new Error(`${file} cannot be locked: ${error instanceof Error ? error.message : error}`);
  }
}

function tryToLock(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    // The code of "busy".
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return false;
    throw error;
  }
}
