import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { Problem } from '#domain/problem.ts';
import { day } from '#schemas/text.ts';
import { exists } from './entries.ts';
import { parseJson } from './json.ts';
import { readText } from './text.ts';

/** The record of what `npm run prove` has run, relative to the root of the project. */
export const RUNS = 'content/proofs.lock.json';

const runsSchema = z.record(
  z.string(),
  z.strictObject({
    engine: z.string(),
    on: day,
    digest: z.string(),
    /** About how many seconds it took, in twenties; missing when that is none. The slow begin first, so that none is waited for at the end. */
    slow: z.int().positive().optional(),
  }),
);

/** By the name of a case, when it held last and on what, with a digest of what was run. */
export type Runs = z.infer<typeof runsSchema>;

/** Reads the record of runs; a project without the file has run nothing. */
export function readRuns(root: string): { runs: Runs; problems: Problem[] } {
  if (!exists(root, RUNS)) return { runs: {}, problems: [] };
  const { text, problems } = readText(root, RUNS);
  if (text === undefined) return { runs: {}, problems };
  const { data = {}, ...read } = parseJson(text, RUNS, runsSchema);
  return { runs: data, problems: read.problems };
}

/** Writes the record of runs in the order of their names. */
export function writeRuns(root: string, runs: Runs): void {
  const sorted = Object.entries(runs).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(join(root, RUNS), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
