import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindRun, Run } from '#domain/proof.ts';

/** What `npm run prove` has run, relative to the root of the project. */
export const RUNS = 'content/proofs.lock.json';

type RunRecord = Run & { commands: string };

/** Reads the record of runs; a project without the file has run nothing. */
export function readRuns(root: string): FindRun {
  const file = join(root, RUNS);
  const records: Record<string, RunRecord> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  const runs = new Map(
    Object.values(records).map(({ commands, ...run }) => [commands, run] as const),
  );
  return (commands) => runs.get(toDigest(commands));
}

/** Writes what was run, by `<slug>#<proof>`. */
export function writeRuns(
  root: string,
  runs: Iterable<readonly [name: string, commands: string, run: Run]>,
): void {
  const records = [...runs]
    .map(([name, commands, run]) => [name, { commands: toDigest(commands), ...run }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(join(root, RUNS), `${JSON.stringify(Object.fromEntries(records), null, 2)}\n`);
}

function toDigest(commands: string): string {
  return createHash('sha256').update(commands.trim()).digest('base64url').slice(0, 16);
}
