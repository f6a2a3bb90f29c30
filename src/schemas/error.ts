import { z } from 'astro/zod';
import { citationSchema } from './source.ts';
import { line, lineWithCode, list, monthOrDay, slug } from './text.ts';

/** Who says an error message, with the name that readers know; the order is that of the page of all errors. */
export const speakers = {
  'docker-cli': 'Docker’s command line',
  engine: 'Docker Engine',
  compose: 'Docker Compose',
  buildkit: 'BuildKit and Buildx',
  containerd: 'containerd',
  runc: 'runc',
  registry: 'A registry',
  desktop: 'Docker Desktop and WSL',
  podman: 'Podman',
  signing: 'Cosign and Notation',
  enscale: 'Enscale',
  linux: 'Linux',
  program: 'A program in the container',
} as const;

/**
 * The words of a message, letter for letter, without what a terminal has before them (`Error response from daemon:`, the name of a
 * program, a time). What changes from case to case is a lower-case word in braces: `{name}`, `{path}`; all other braces are meant.
 */
const message = line(300);

/** An error message that an article explains. */
export const errorSchema = z
  .strictObject({
    /** Its address on the page of all errors, `/errors/#<id>`, and, behind `error--`, in its article; unique on the site. */
    id: slug,
    message,
    /** The same in other words: those of other versions or of another program. */
    also: list(message).default([]),
    /** Who says it. */
    by: z.enum(Object.keys(speakers) as [keyof typeof speakers]),
    /** The versions that say it in these words, such as `Engine 28 and 29`. */
    versions: line(60).optional(),
    /** What it means, in one sentence; code stands between backticks, here and below. */
    meaning: lineWithCode(240),
    /** Why it comes, the commonest cause first. */
    causes: z
      .array(
        z.strictObject({
          /** How to tell that it is this cause; may be left out of the only one. */
          sign: lineWithCode(240).optional(),
          /** What to do then. */
          remedy: lineWithCode(320),
        }),
      )
      .min(1, { error: 'needs at least one cause' }),
    /** The anchor of the heading in its article that explains it. */
    section: slug.optional(),
    /** The proof of its article whose output holds it. */
    proof: slug.optional(),
    /** Why no engine of the proofs can be made to say it, such as `needs Windows`. */
    unproven: line(120).optional(),
    /** Where its words stand, or what the meaning rests on. */
    sources: z.array(citationSchema).default([]),
    /** When it was last checked; the day of its proof's last run counts as well. */
    checked: monthOrDay,
  })
  .refine(({ causes }) => causes.length === 1 || causes.every(({ sign }) => sign !== undefined), {
    error: 'must have a `sign` in each cause, since there are several',
    path: ['causes'],
  })
  .refine(({ proof, unproven }) => (proof === undefined) !== (unproven === undefined), {
    error: 'must name its `proof`, or say in `unproven` why there is none',
    path: ['proof'],
  })
  .refine(({ proof, sources }) => proof !== undefined || sources.length > 0, {
    error: 'needs a source, since no proof shows it',
    path: ['sources'],
  });

/** `content/errors/<slug>.yaml`: the error messages that an article explains, in the order in which it shows them. */
export const errorsSchema = z.strictObject({
  /** In the order in which the article shows them. */
  errors: z.array(errorSchema).min(1, { error: 'needs at least one message' }),
});

export type ErrorMessage = z.infer<typeof errorSchema>;
export type ErrorMessages = z.infer<typeof errorsSchema>;
