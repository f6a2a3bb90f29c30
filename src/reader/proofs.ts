import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, type FindRun, type Run, RUNS } from '#domain/proof.ts';
import type { Content } from './content.ts';
import { getContent } from './current.ts';

/** By the name of a case, when it held last, and a digest of what was run. */
export type Runs = Readonly<Record<string, Run & { digest: string }>>;

/** The proofs of all published articles. */
export function listCases({ published, reading }: Content): Case[] {
  return reading.collections.proofs.entries.flatMap(({ id: slug, data }) => {
    const article = published.get(slug);
    if (article === undefined) return [];
    return data.proofs.map((proof) => ({
      name: `${slug}#${proof.id}`,
      proof,
      blocks: article.shell.filter((block) => block.proof === proof.id),
      files: article.files,
    }));
  });
}

/** Reads the record of runs; a project without the file has run nothing. */
export function readRuns(root: string): Runs {
  const file = join(root, RUNS);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Writes the record of runs in the order of their names. */
export function writeRuns(root: string, runs: Runs): void {
  const sorted = Object.entries(runs).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(join(root, RUNS), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** The run of a case as it is now; none when the case, its blocks or its files have changed since. */
export function findRun(runs: Runs, each: Case): Run | undefined {
  const run = runs[each.name];
  return run?.digest === toDigest(each) ? { engine: run.engine, on: run.on } : undefined;
}

/** Finds the run of a block by its text, in the content of a project as it is read now. */
export function toFindRun(root: string): FindRun {
  let last: Content | undefined;
  let found = new Map<string, Run | undefined>();
  return (text) => {
    const content = getContent(root);
    if (content !== last) {
      const runs = readRuns(root);
      found = new Map(
        listCases(content).flatMap((each) =>
          each.blocks.map((block) => [block.text, findRun(runs, each)] as const),
        ),
      );
      last = content;
    }
    return found.get(text);
  };
}

/** A digest of all that a case runs and expects. */
export function toDigest({ proof, blocks, files }: Case): string {
  return createHash('sha256')
    .update(
      JSON.stringify([proof, blocks.map(({ language, text }) => [language, text]), [...files]]),
    )
    .digest('base64url')
    .slice(0, 16);
}
