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

/** Reads `content/links.lock.json`; a project without the file has recorded nothing yet. */
export function readLedger(root: string): { ledger: Ledger; at: (key: string) => Place; problems: Problem[] } {
  const path = join(root, FILE);
  if (!existsSync(path)) return { ledger: new Map(), at: () => ({ file: FILE }), problems: [] };
  // JSON is YAML, and this reader knows the place of every line.
  const json = parseYaml(readFileSync(path, 'utf8'), FILE);
  const { data = {}, problems } = json.problems.length > 0 ? json : parseData(ledgerSchema, json.data, json.at);
  return { ledger: new Map(Object.entries(data as z.infer<typeof ledgerSchema>)), at: (key) => json.at([key]), problems };
}

/** Writes `content/links.lock.json`. */
export function writeLedger(root: string, ledger: Ledger): void {
  writeFileSync(join(root, FILE), formatLedger(ledger));
}
