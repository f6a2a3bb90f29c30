import { z } from 'astro/zod';
import { citationSchema } from './source.ts';
import { line, list, monthOrDay, slug } from './text.ts';

const place = z
  .int({ error: 'must be a whole number from 1 to 6' })
  .min(1, { error: 'must be at least 1' })
  .max(6, { error: 'must be at most 6' });

/** `content/machines/<id>.yaml`: a state machine, drawn as a diagram and printed as a table. */
export const machineSchema = z.strictObject({
  /** The caption of diagram and table. */
  title: line(75),
  /** The slug of the article that shows it. */
  article: slug,
  /** When the facts held. */
  asOf: monthOrDay,
  states: z
    .array(
      z.strictObject({
        /** Its name, as the API spells it. */
        id: slug,
        /** The name as readers see it. */
        label: line(30),
        /** What it means. */
        meaning: line(200),
        /** What remains of memory, files and logs. */
        keeps: line(200),
        /** What it refuses, and what to do instead. */
        refuses: line(240).optional(),
        /** True for the end: nothing leaves it. */
        final: z.boolean().optional(),
        /** Its place in the drawing, from the left. */
        column: place,
        /** Its place in the drawing, from the top. */
        row: place,
        /** Where it comes from; at least one. */
        sources: z.array(citationSchema).min(1, { error: 'needs at least one source' }),
      }),
    )
    .min(2, { error: 'needs at least two states' }),
  /** Drawn around several states: what leads from each of them to the same state outside is one arrow then. */
  frame: z
    .strictObject({
      /** What the states in it have in common. */
      label: line(40),
      /** The states, by id. */
      states: list(slug).min(2, { error: 'needs at least two states' }),
    })
    .optional(),
  transitions: z.array(
    z.strictObject({
      /** The state that is left. */
      from: slug,
      /** The state that is entered. */
      to: slug,
      /** Commands, or what happens by itself. */
      by: list(line(60)).min(1, { error: 'needs at least one way' }),
      /** A condition. */
      note: line(200).optional(),
    }),
  ),
});

export type Machine = z.infer<typeof machineSchema>;
