import { z } from 'astro/zod';
import { line, list, slug } from './text.ts';

const script = z.string().trim().min(1, { error: 'is empty' });

const pattern = z.string().refine(isPattern, { error: 'is no regular expression' });

const proofSchema = z
  .strictObject({
    /** What a block of the article calls it by, as `proof="…"` behind its language; unique in the file. */
    id: slug,
    /** Instead of a block: a statement of the article that an engine can show. */
    fact: line(200).optional(),
    /** The commands that show the fact. */
    run: script.optional(),
    /** Proofs of the same article whose commands are run first, in that order. */
    follows: list(slug).default([]),
    /** What must exist before: commands of a shell that stops at the first failure. */
    before: script.optional(),
    /** What stands for the words that a reader replaces, such as `{ IMAGE: nginx }`. */
    replace: z.record(z.string().min(1), z.string()).default({}),
    /** The code with which the block must end. */
    exit: z.int().min(0).max(255).default(0),
    /** Regular expressions, with `^` and `$` for each line, that its output must hold. */
    output: z.array(pattern).default([]),
    /** What must be true afterwards: commands of which none may fail; the output is in `$OUTPUT`. */
    after: script.optional(),
    /** Runs it as if at a terminal. */
    terminal: z.boolean().default(false),
  })
  .refine(({ fact, run }) => (fact === undefined) === (run === undefined), {
    error: 'must have both `fact` and `run`, or be named by a block',
    path: ['fact'],
  });

/** `content/proofs/<slug>.yaml`: what shows on a real engine that the commands of an article do what it says. */
export const proofsSchema = z.strictObject({
  proofs: z.array(proofSchema).min(1, { error: 'needs at least one proof' }),
});

export type Proof = z.infer<typeof proofSchema>;
export type Proofs = z.infer<typeof proofsSchema>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'm');
    return true;
  } catch {
    return false;
  }
}
