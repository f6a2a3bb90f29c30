import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from '#release/lock.ts';

// Another process that touches the lock for so many milliseconds, as one does that comes at the same moment.
async function touch(file: string, milliseconds: number): Promise<void> {
  const code = `
    const database = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(file)});
    database.exec('BEGIN; SELECT * FROM sqlite_master');
    console.log('touched');
    setTimeout(() => database.close(), ${milliseconds});
  `;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill());
  await once(child.stdout, 'data');
}

test.each([
  ['a moment', 50, []],
  ['longer', 3000, ['waits']],
])('a lock that another process has for %s: %i ms', async (_, milliseconds, expected) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lock-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const said: string[] = [];
  const file = join(folder, 'lock');
  takeLock(file)();
  await touch(file, milliseconds);
  takeLock(file, () => void said.push('waits'))();
  expect(said).toEqual(expected);
});
