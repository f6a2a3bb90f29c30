import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { formatLedger, type Ledger } from '#domain/linking/ledger.ts';
import type { Place, Problem } from '#domain/problem.ts';
import { day } from '#schemas/text.ts';
import { exists } from './entries.ts';
import { parseJson } from './json.ts';
import { readText } from './text.ts';

/** The ledger, relative to the root of the project. */
export const LEDGER = 'content/links.lock.json';

const ledgerSchema = z.record(
  z.string(),
  z
    .strictObject({ to: z.string().optional(), gone: day.optional() })
    .refine(({ to, gone }) => to === undefined || gone === undefined, {
      error: 'is both moved and gone',
    }),
);

/** A ledger with the place of each of its lines, and what is wrong with its form. */
export interface LedgerFile {
  ledger: Ledger;
  at: (key: string) => Place;
  problems: Problem[];
}

/** Reads `content/links.lock.json`; a project without the file has recorded nothing yet. */
export function readLedger(root: string): LedgerFile {
  const nothing = { ledger: new Map(), at: () => ({ file: LEDGER }), problems: [] };
  if (!exists(root, LEDGER)) return nothing;
  const { text, problems } = readText(root, LEDGER);
  return text === undefined ? { ...nothing, problems } : parseLedger(text, LEDGER);
}

/** Reads the ledger as another revision of the repository has it; one without the file had recorded nothing yet. */
export function readLedgerSince(root: string, revision: string): LedgerFile {
  const git = (...parameters: string[]) =>
    spawnSync('git', parameters, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  // A revision that starts with a hyphen would be an option of git.
  if (
    revision.startsWith('-') ||
    git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`).status !== 0
  )
    throw new Error(
      `${revision} is no revision of this repository. Name a commit, a branch or a tag, such as origin/main.`,
    );
  const listed = git('ls-tree', '--name-only', revision, '--', LEDGER).stdout.trim();
  return parseLedger(
    listed === '' ? '{}' : git('show', `${revision}:./${LEDGER}`).stdout,
    `${revision}:${LEDGER}`,
  );
}

function parseLedger(text: string, file: string): LedgerFile {
  return readLines(text, file) ?? readSlowly(text, file);
}

// The ledger is the largest file of all, and nearly always right: only the place of a line that is asked for is looked up.
function readLines(text: string, file: string): LedgerFile | undefined {
  const keys = [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*\{/g)];
  const { data } = ledgerSchema.safeParse(tryJson(text));
  // A key that stands twice is one entry of the data.
  if (data === undefined || Object.keys(data).length !== keys.length) return undefined;
  const offsets = new Map(
    keys.map(({ 0: match, index }) => [
      JSON.parse(match.slice(0, match.lastIndexOf('"') + 1)) as string,
      index,
    ]),
  );
  const at = (key: string) => {
    const lines = text.slice(0, offsets.get(key) ?? 0).split('\n');
    return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  return { ledger: new Map(Object.entries(data)), at, problems: [] };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readSlowly(text: string, file: string): LedgerFile {
  const { data = {}, at, problems } = parseJson(text, file, ledgerSchema);
  return { ledger: new Map(Object.entries(data)), at: (key) => at([key]), problems };
}

/** Writes `content/links.lock.json`. */
export function writeLedger(root: string, ledger: Ledger): void {
  writeFileSync(join(root, LEDGER), formatLedger(ledger));
}
