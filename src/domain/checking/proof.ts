import type { Proofs } from '#schemas/proof.ts';
import {
  anything,
  checkKnown,
  checkUnique,
  type Located,
  type Names,
  type Problem,
} from '../problem.ts';
import { isShell, type ShellBlock } from '../proof.ts';

/**
 * Finds blocks whose proof is missing, and proofs that nothing names. A site without proofs asks for none.
 * @param files the names of all files of proofs, also of those that cannot be read
 * @param blocks those of each published article, by slug
 */
export function checkProofs(
  proofs: readonly Located<Proofs>[],
  files: Names,
  articles: Names,
  blocks: ReadonlyMap<string, readonly ShellBlock[]>,
): Problem[] {
  if (proofs.length === 0) return [];
  const read = new Map(proofs.map(({ id, data }) => [id, data]));
  const toIds = (slug: string) => toProofIds(slug, read, files);
  return [
    ...proofs.flatMap((entry) => checkFile(entry, articles, blocks.get(entry.id))),
    ...[...blocks].flatMap(([slug, own]) =>
      own.flatMap((block) => checkBlock(block, slug, toIds(slug))),
    ),
  ];
}

/** The ids of the proofs of an article; any, where its file cannot be read. */
export function toProofIds(slug: string, read: ReadonlyMap<string, Proofs>, files: Names): Names {
  const own = read.get(slug);
  if (own !== undefined) return new Set(own.proofs.map(({ id }) => id));
  return files.has(slug) ? anything : new Set();
}

function checkFile(
  { id, data, at }: Located<Proofs>,
  articles: Names,
  blocks: readonly ShellBlock[] | undefined,
): Problem[] {
  const proofs = data.proofs.map((proof, index) => ({
    id: proof.id,
    data: proof,
    at: (path: readonly PropertyKey[]) => at(['proofs', index, ...path]),
  }));
  return [
    ...checkKnown('article', id, articles, at([])),
    ...checkUnique(proofs, 'id', (proof) => proof.id),
    ...proofs.flatMap((proof): Problem[] => {
      // An article that cannot be read may name it.
      const isUsed =
        proof.data.fact !== undefined ||
        blocks === undefined ||
        blocks.some((block) => block.proof === proof.id && isShell(block));
      if (isUsed) return [];
      return [
        {
          ...proof.at(['id']),
          code: 'unused-proof',
          message: `no block of commands in the article names the proof ${proof.id}`,
          hint: `Write proof="${proof.id}" behind the language of its block, or give it a fact with the commands that show it.`,
        },
      ];
    }),
  ];
}

function checkBlock(block: ShellBlock, slug: string, known: Names): Problem[] {
  const { language, text, proof, unproven, file, line, column } = block;
  const place = { file, line, column };
  if (proof !== undefined && unproven !== undefined)
    return [
      {
        ...place,
        code: 'unproven-block',
        message: 'the block names a proof, and says why there is none',
        hint: 'Keep one of the two.',
      },
    ];
  if (proof !== undefined) return checkKnown('proof', proof, known, place);
  if (!isShell(block) || (unproven !== undefined && unproven.trim() !== '')) return [];
  return [
    {
      ...place,
      code: 'unproven-block',
      message:
        unproven === undefined
          ? `nothing proves the commands that begin with ${text.split('\n')[0]}`
          : 'the reason is missing why the commands cannot be run',
      hint: `Add a proof to content/proofs/${slug}.yaml and name it, as in ${language} proof="its-id"; or say why it cannot be run, as in ${language} unproven="needs Windows".`,
    },
  ];
}
