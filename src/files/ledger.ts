import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { formatLedger, type Ledger } from '../domain/ledger.ts';
import type { Place, Problem } from '../domain/problem.ts';
import { day } from '../schemas/text.ts';
import { parseData } from './schema.ts';
import { parseYaml } from './yaml.ts';

const FILE = 'content/links.lock.json';

const ledgerSchema = z.record(z.string(), z.union([z.strictObject({ to: z.string() }), z.strictObject({ gone: day }), z.strictObject({})]));

/** A ledger with the place of each of its lines, and what is wrong with its form. */
interface LedgerFile {
  ledger: Ledger;
  at: (key: string) => Place;
  problems: Problem[];
}

/** Reads `content/links.lock.json`; a project without the file has recorded nothing yet. */
export function readLedger(root: string): LedgerFile {
  const path = join(root, FILE);
  return existsSync(path) ? parseLedger(readFileSync(path, 'utf8'), FILE) : { ledger: new Map(), at: () => ({ file: FILE }), problems: [] };
}

/** Reads the ledger as another revision of the repository has it; one without the file had recorded nothing yet. */
export function readLedgerSince(root: string, revision: string): LedgerFile {
  const git = (...parameters: string[]) => spawnSync('git', parameters, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  // A revision that starts with a hyphen would be an option of git.
  if (revision.startsWith('-') || git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`).status !== 0)
    throw new Error(`${revision} is no revision of this repository. Name a commit, a branch or a tag, such as origin/main.`);
  const listed = git('ls-tree', '--name-only', revision, '--', FILE).stdout.trim();
  return parseLedger(listed === '' ? '{}' : git('show', `${revision}:./${FILE}`).stdout, `${revision}:${FILE}`);
}

function parseLedger(text: string, file: string): LedgerFile {
  // JSON is YAML, and this reader knows the place of every line.
  const json = parseYaml(text, file);
  const { data = {}, problems } = json.problems.length > 0 ? json : parseData(ledgerSchema, json.data, json.at);
  return { ledger: new Map(Object.entries(data as z.infer<typeof ledgerSchema>)), at: (key) => json.at([key]), problems };
}

/** Writes `content/links.lock.json`. */
export function writeLedger(root: string, ledger: Ledger): void {
  writeFileSync(join(root, FILE), formatLedger(ledger));
}
