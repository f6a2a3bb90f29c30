import { createHash } from 'node:crypto';
import type { Case, FindRun, Run } from '#domain/proof.ts';
import type { Content } from './content.ts';
import { getContent } from './current.ts';
import type { Runs } from './runs.ts';

/** The proofs of all published articles. */
export function listCases({ published, reading }: Content): Case[] {
  const errors = new Map(
    reading.collections.errors.entries.map(({ id, data }) => [id, data.errors]),
  );
  return reading.collections.proofs.entries.flatMap(({ id: slug, data }) => {
    const article = published.get(slug);
    if (article === undefined) return [];
    return data.proofs.map((proof) => ({
      slug,
      name: `${slug}#${proof.id}`,
      proof,
      blocks: article.shell.filter((block) => block.proof === proof.id),
      files: article.files,
      messages: (errors.get(slug) ?? []).flatMap((error) =>
        error.proof === proof.id ? [error.message] : [],
      ),
    }));
  });
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
      found = new Map(
        listCases(content).flatMap((each) =>
          each.blocks.map((block) => [block.text, findRun(content.reading.runs, each)] as const),
        ),
      );
      last = content;
    }
    return found.get(text);
  };
}

/** A digest of all that a case runs and expects. */
export function toDigest({ proof, blocks, files, messages }: Case): string {
  const commands = blocks.map(({ language, text }) => [language, text]);
  const said = messages.length === 0 ? [] : [messages];
  return createHash('sha256')
    .update(JSON.stringify([proof, commands, [...files], ...said]))
    .digest('base64url')
    .slice(0, 16);
}
