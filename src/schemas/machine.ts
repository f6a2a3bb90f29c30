import { z } from 'astro/zod';
import { citationSchema } from './source.ts';
import { idOf, line, lineWithCode, list, monthOrDay, slug } from './text.ts';

const place = (max: number) =>
  z
    .int({ error: `must be a whole number from 1 to ${max}` })
    .min(1, { error: 'must be at least 1' })
    .max(max, { error: `must be at most ${max}` });

/** `content/machines/<id>.yaml`: a state machine, drawn as a diagram and printed as a table; code in its lines stands between backticks. */
export const machineSchema = z.strictObject({
  /** The caption of diagram and table. */
  title: line(75),
  /** The slug of the article that shows it. */
  article: idOf('articles'),
  /** When the facts held. */
  asOf: monthOrDay,
  /** What it can be in; each has a place in the drawing. */
  states: z
    .array(
      z.strictObject({
        /** Its name, as the API spells it. */
        id: slug,
        /** The name as readers see it. */
        label: line(11),
        /** What it means. */
        meaning: lineWithCode(200),
        /** What remains of memory, files and logs. */
        keeps: lineWithCode(200),
        /** What it refuses, and what to do instead. */
        refuses: lineWithCode(260).optional(),
        /** True for the end: nothing leaves it. */
        final: z.boolean().optional(),
        /** True for a state that the drawing tints; its caption says what these have in common. */
        tinted: z.boolean().optional(),
        /** Its place in the drawing, from the left; on a phone, from the top. */
        column: place(6),
        /** Its place in the drawing, from the top; on a phone, from the left. */
        row: place(3),
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
      /** The words at an arrow from it, when what leads there is not the same for all of its states; all of them if left out. */
      by: list(lineWithCode(60)).min(1, { error: 'needs at least one way' }).optional(),
    })
    .optional(),
  /** What leads from one state to another. */
  transitions: z.array(
    z.strictObject({
      /** The state that is left. */
      from: slug,
      /** The state that is entered. */
      to: slug,
      /** Commands, or what happens by itself. */
      by: list(lineWithCode(60)).min(1, { error: 'needs at least one way' }),
      /** A condition. */
      note: lineWithCode(200).optional(),
    }),
  ),
});

export type Machine = z.infer<typeof machineSchema>;
