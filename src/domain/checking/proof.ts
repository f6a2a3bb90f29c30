import type { Proofs } from '#schemas/proof.ts';
import { checkKnown, type Located, type Names, type Place, type Problem } from '../problem.ts';

/** A block of shell commands in an article. */
export interface ShellBlock extends Place {
  text: string;
  /** The proof that it names. */
  proof: string | undefined;
  /** Why it cannot be proven. */
  unproven: string | undefined;
}

/** What the line that opens a block of code says behind its language. */
export function parseMeta(meta: string): Pick<ShellBlock, 'proof' | 'unproven'> & {
  title: string | undefined;
} {
  const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(meta)?.[1];
  return { proof: read('proof'), unproven: read('unproven'), title: read('title') };
}

/**
 * Finds blocks whose proof is missing, and proofs that nothing names. A site without proofs asks for none.
 * @param blocks the shell blocks of each published article, by slug
 */
export function checkProofs(
  proofs: readonly Located<Proofs>[],
  articles: Names,
  blocks: ReadonlyMap<string, readonly ShellBlock[]>,
): Problem[] {
  if (proofs.length === 0) return [];
  const names = new Map(
    proofs.map(({ id, data }) => [id, new Set(data.proofs.map((proof) => proof.id))]),
  );
  return [
    ...proofs.flatMap(({ id, data, at }) => [
      ...checkKnown('article', id, articles, at([])),
      ...data.proofs.flatMap((proof, index) => [
        ...checkUse(
          proof.id,
          data.proofs.findIndex((other) => other.id === proof.id) < index,
          proof.fact !== undefined || isNamed(proof.id, blocks.get(id)),
          at(['proofs', index, 'id']),
        ),
        ...proof.follows.flatMap((first, place) =>
          checkKnown('proof', first, names.get(id) ?? [], at(['proofs', index, 'follows', place])),
        ),
      ]),
    ]),
    ...[...blocks].flatMap(([slug, own]) =>
      own.flatMap((block) => checkBlock(block, slug, names.get(slug) ?? new Set())),
    ),
  ];
}

function isNamed(id: string, blocks: readonly ShellBlock[] | undefined): boolean {
  // An article that cannot be read may name it.
  return blocks === undefined || blocks.some(({ proof }) => proof === id);
}

function checkUse(id: string, isTwice: boolean, isUsed: boolean, place: Place): Problem[] {
  if (isTwice)
    return [
      {
        ...place,
        code: 'repeated-proof',
        message: `the proof ${id} stands twice in this file`,
        hint: 'Give one of them another id.',
      },
    ];
  if (isUsed) return [];
  return [
    {
      ...place,
      code: 'unused-proof',
      message: `no block of the article names the proof ${id}`,
      hint: `Write proof="${id}" behind the language of its block, or give it a fact with the commands that show it.`,
    },
  ];
}

function checkBlock(
  { text, proof, unproven, ...place }: ShellBlock,
  slug: string,
  known: Names,
): Problem[] {
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
  if (unproven !== undefined && unproven.trim() !== '') return [];
  return [
    {
      ...place,
      code: 'unproven-block',
      message: `nothing proves the commands that begin with ${text.split('\n')[0]}`,
      hint: `Add a proof to content/proofs/${slug}.yaml and name it here, as in sh proof="its-id"; or say why it cannot be run, as in sh unproven="needs Windows".`,
    },
  ];
}
