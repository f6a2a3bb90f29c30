import { existsSync, renameSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { isRelative } from '#domain/linking/beside.ts';
import { extendLedger, type Ledger, type LedgerEntry } from '#domain/linking/ledger.ts';
import { articlePath } from '#domain/linking/permalink.ts';
import { findRenamed, listReady } from '#domain/linking/lost.ts';
import { type Problem, suggest } from '#domain/problem.ts';
import { type Content, readContent } from '#reader/content.ts';
import { writeLedger } from '#reader/ledger.ts';
import { writeRuns } from '#reader/runs.ts';
import { slug as slugSchema } from '#schemas/text.ts';
import { applyEdits, type Edit } from './edits.ts';
import { listMentions } from './mentions.ts';

/** What is wrong with what a command is asked for. */
export type Refusal = Omit<Problem, 'file'>;

/** What a command has done. */
export interface Moved {
  /** Files by their old names, with the new ones. */
  files: [from: string, to: string][];
  /** The files in which references were written anew, and how many there were. */
  edited: string[];
  references: number;
}

/** Finds everything that keeps an article from getting another slug. */
export function checkMove(from: string, to: string, content: Content): Refusal[] {
  const { articles, reading, ledger } = content;
  const path = articlePath(to);
  const moved = ledger.get(path)?.to;
  const own = articles.get(from)?.data.id;
  if (isMovedByHand(from, to, content)) return [];
  return [
    ...checkArticle(from, reading.collections.articles.names),
    ...(slugSchema.safeParse(to).success
      ? []
      : [
          {
            code: 'wrong-value' as const,
            message: `the slug "${to}" cannot be an address`,
            hint: 'Write lower-case letters, digits and single hyphens, starting with a letter.',
          },
        ]),
    ...(reading.collections.articles.names.has(to)
      ? [
          {
            code: 'used-twice' as const,
            message: `${path} exists already`,
            hint: `It is ${articles.get(to)?.file ?? 'an article that cannot be read'}. Choose another slug.`,
          },
        ]
      : ledger.has(path) && (own === undefined || moved !== own)
        ? [
            {
              code: 'used-twice' as const,
              message: `${path} was the address of another article`,
              hint: 'Old links lead there. Choose another slug.',
            },
          ]
        : []),
  ];
}

// Its file has the new name already, and what names it the old one.
function isMovedByHand(from: string, to: string, { reading, ledger, slugs }: Content): boolean {
  const entry = ledger.get(articlePath(from));
  return (
    !reading.collections.articles.names.has(from) &&
    entry !== undefined &&
    entry.to === undefined &&
    entry.gone === undefined &&
    slugs.get(findRenamed(ledger, slugs) ?? '') === to
  );
}

/** Finds that a slug is that of no article. */
export function checkArticle(
  slug: string,
  names: { has: (id: string) => boolean; keys: () => Iterable<string> },
): Refusal[] {
  if (names.has(slug)) return [];
  return [
    {
      code: 'unknown-article',
      message: `unknown article ${slug}`,
      hint: suggest(slug, names.keys()),
    },
  ];
}

/** Gives an article another slug: renames its files, writes what names it anew, and says in the ledger where the old address leads. */
export function moveArticle(from: string, to: string, content: Content): Moved {
  const { reading, articles, ledger, addresses } = content;
  const { root, runs } = reading;
  const mentions = listMentions(reading, from);
  const edits = mentions.map(({ file, start, end, value }): Edit => ({
    file,
    start,
    end,
    text: rename(value, from, to),
  }));
  const edited = applyEdits(root, edits);
  const file = articles.get(from)?.file;
  const files = [
    ...(file === undefined ? [] : [[file, join(dirname(file), `${to}${extname(file)}`)]]),
    ...['errors', 'proofs'].map((folder) => [
      `content/${folder}/${from}.yaml`,
      `content/${folder}/${to}.yaml`,
    ]),
  ].filter((pair): pair is [string, string] => existsSync(join(root, pair[0] ?? '')));
  for (const [before, after] of files) renameSync(join(root, before), join(root, after));
  if (Object.keys(runs).some((name) => name.startsWith(`${from}#`)))
    writeRuns(
      root,
      Object.fromEntries(
        Object.entries(runs).map(([name, run]) => [name.replace(`${from}#`, `${to}#`), run]),
      ),
    );
  const id = (articles.get(from) ?? articles.get(to))?.data.id;
  const isPublished = [from, to].some((slug) => addresses.has(articlePath(slug)));
  if (id !== undefined && isPublished && ledger.has(articlePath(from)))
    writeLedger(
      root,
      extendLedger(moveAddress(ledger, from, to, id), listReady(readContent(root))),
    );
  return { files, edited, references: mentions.length };
}

function rename(value: string, from: string, to: string): string {
  if (value === from) return to;
  if (!isRelative(value))
    return value.replace(articlePath(from).slice(0, -1), articlePath(to).slice(0, -1));
  return value.replace(/[^/]+(?=\.mdx?(?:[?#]|$))/, to);
}

// The id stays whatever the slug becomes, so that old addresses always lead there in one hop.
function moveAddress(ledger: Ledger, from: string, to: string, id: string): Ledger {
  const [before, after] = [articlePath(from), articlePath(to)];
  return new Map<string, LedgerEntry>([
    ...[...ledger].map(([key, entry]): [string, LedgerEntry] => [
      key,
      entry.to?.startsWith(before) ? { to: entry.to.replace(before, id) } : entry,
    ]),
    [before, { to: id }],
    [after, {}],
  ]);
}
