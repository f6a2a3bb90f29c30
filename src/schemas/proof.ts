import { z } from 'astro/zod';
import { line, slug } from './text.ts';

const script = z.string().trim().min(1, { error: 'is empty' });

const pattern = z.string().refine(isPattern, { error: 'is no regular expression' });

const proofSchema = z
  .strictObject({
    /** What blocks of the article call it by, as `proof="…"` behind their language; unique in the file. */
    id: slug,
    /** A statement of the article that an engine can show without a block of commands. */
    fact: line(200).optional(),
    /** The commands that show the fact. */
    run: script.optional(),
    /** What must exist before: commands of which none may fail. */
    before: script.optional(),
    /** What stands for the words that a reader replaces, such as `{ IMAGE: nginx }`. */
    replace: z.record(z.string().min(1), z.string()).default({}),
    /** The container in which the commands are run, where the article says so. */
    inside: z.string().min(1).optional(),
    /** Runs them as if at a terminal. */
    terminal: z.boolean().default(false),
    /** The code of the first command that fails, which ends them; `any` lets each of them fail. */
    exit: z.union([z.int().min(0).max(255), z.literal('any')]).default(0),
    /** Regular expressions that the output must hold, with `^` and `$` for each of its lines. */
    output: z.array(pattern).default([]),
    /** Regular expressions of what differs from run to run, such as ids, in output that the article prints. */
    vary: z.array(pattern).default([]),
    /** What must be true afterwards: commands of which none may fail; the output is in `$OUTPUT`. */
    after: script.optional(),
  })
  .refine(({ fact, run }) => (fact === undefined) === (run === undefined), {
    error: 'must stand beside `run`, and nowhere else',
    path: ['fact'],
  });

/** `content/proofs/<slug>.yaml`: what shows on a real engine that the commands of an article do what it says. */
export const proofsSchema = z.strictObject({
  /** In the order in which they are run. */
  proofs: z.array(proofSchema).min(1, { error: 'needs at least one proof' }),
});

export type Proof = z.infer<typeof proofSchema>;
export type Proofs = z.infer<typeof proofsSchema>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'm') !== undefined;
  } catch {
    return false;
  }
}
