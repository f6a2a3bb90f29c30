import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';

/** What was imported before; it is kept beside the articles, so that another run changes nothing that an author has touched. */
const RECORD = 'content/_imported.json';

const recordSchema = z.strictObject({
  /** Where each page of the source went. */
  articles: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      file: z.string(),
      /** Of what was written: an author has touched a file that has another. */
      hash: z.string(),
    }),
  ),
  /** Files that were copied, with what was in them. */
  files: z.record(z.string(), z.string()),
  /** Topics that were begun; one that an author deletes stays away. */
  topics: z.array(z.string()),
});

export type ImportRecord = z.infer<typeof recordSchema>;

/** Reads what was imported before; a project without the file has imported nothing yet. */
export function readRecord(root: string): ImportRecord {
  const path = join(root, RECORD);
  if (!existsSync(path)) return { articles: {}, files: {}, topics: [] };
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error(
      `${RECORD} cannot be read\n  Bring it back as npm run import wrote it; without it, a second run would import everything again.`,
    );
  }
}

/** Writes it, in an order that stays. */
export function writeRecord(root: string, record: ImportRecord): void {
  const sort = <T>(map: Record<string, T>) =>
    Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const sorted = {
    articles: sort(record.articles),
    files: sort(record.files),
    topics: record.topics.toSorted(),
  };
  writeFileSync(join(root, RECORD), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Stands for what is in a file. */
export function toHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
