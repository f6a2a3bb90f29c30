import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'astro/zod';

/** What was imported before; it is kept beside the articles, so that another run changes nothing that an author has touched. */
const RECORD = 'content/_imported.json';

const shelfSchema = z.strictObject({
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
});

const recordSchema = z.strictObject({
  /** By the names of their folders. */
  shelves: z.record(z.string(), shelfSchema),
  /** Topics that were begun; one that an author deletes stays away. */
  topics: z.array(z.string()),
});

/** What was imported from one shelf before, and from others. */
export interface ImportRecord extends z.infer<typeof shelfSchema> {
  topics: string[];
  /** What its folder is called, by which a second run knows it. */
  name: string;
  others: Record<string, z.infer<typeof shelfSchema>>;
}

/** Reads what was imported before; a project without the file has imported nothing yet. */
export function readRecord(root: string, folder: string): ImportRecord {
  const path = join(root, RECORD);
  const name = basename(resolve(folder));
  const none = { articles: {}, files: {} };
  if (!existsSync(path)) return { ...none, topics: [], name, others: {} };
  try {
    const { shelves, topics } = recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const { [name]: own = none, ...others } = shelves;
    return { ...own, topics, name, others };
  } catch {
    throw new Error(
      `${RECORD} cannot be read\n  Bring it back as npm run import wrote it; without it, a second run would import everything again.`,
    );
  }
}

/** Writes it, in an order that stays. */
export function writeRecord(root: string, record: ImportRecord): void {
  const { articles, files, topics, name, others } = record;
  const sort = <T>(map: Record<string, T>) =>
    Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const sorted = {
    shelves: sort({ ...others, [name]: { articles: sort(articles), files: sort(files) } }),
    topics: topics.toSorted(),
  };
  writeFileSync(join(root, RECORD), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Stands for what is in a file. */
export function toHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
