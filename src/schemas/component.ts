import { z } from 'astro/zod';
import { line, list, slug } from './text.ts';

const id = slug;
/** What a drawing shows, in one sentence, for readers who cannot see it. */
const label = line(400);
/** What a box stands for, one of `roles` in `src/site.config.ts`; gives its colour. Left out of what is none of them. */
const role = slug.optional();
/** Small words under the label of a box. */
const note = line(80).optional();

function haveOneLine(stacks: readonly { boundary?: number | undefined }[]): boolean {
  return new Set(stacks.map(({ boundary }) => boundary === undefined)).size < 2;
}

/** The components that articles may use, with their props. */
export const componentSchemas = {
  /** Figures of one unit, as bars. */
  BarChart: z.strictObject({
    label,
    /** The unit of all values. */
    unit: line(60),
    /** From top to bottom. */
    bars: z
      .array(
        z.strictObject({
          /** What is measured. */
          label: line(80),
          /** How much of it there is, in the unit. */
          value: z.number().positive({ error: 'must be more than 0' }),
        }),
      )
      .min(1, { error: 'needs a bar' }),
  }),
  /** An aside, with Markdown in it. */
  Callout: z.strictObject({
    /** What kind of aside it is: `outdated` is for a belief that no longer holds. */
    kind: z.enum(['note', 'tip', 'important', 'warning', 'caution', 'outdated']),
    /** Its heading; the name of the kind when left out. */
    title: line(120).optional(),
  }),
  /** A form over the rules of a file in `content/choosers/`, and their list. */
  Chooser: z.strictObject({
    /** The name of its file in `content/choosers/`. */
    id,
  }),
  /** A numbered source, directly behind the statement. */
  Cite: z.strictObject({
    /** The id of an entry of `content/sources.yaml`. */
    source: slug,
    /** The place in the source: a heading, a section number, a file. */
    section: line(200).optional(),
  }),
  /** A table: whole, once, in its home article; a part of it anywhere. */
  Comparison: z.strictObject({
    /** The name of its file in `content/comparisons/`. */
    id,
    /** The criteria to show, by id; all when left out, which only its home article may do. */
    rows: list(slug).min(1, { error: 'needs an id' }).optional(),
    /** The columns to show, by id; all when left out. */
    subjects: list(slug).min(1, { error: 'needs an id' }).optional(),
  }),
  /** Questions in the order in which they decide. */
  DecisionDiagram: z.strictObject({
    label,
    /** In the order in which they decide; a no leads to the next one. */
    questions: z
      .array(
        z.strictObject({
          /** What is asked; its answer is yes or no. */
          question: line(80),
          /** Where a yes leads. */
          yes: line(80),
        }),
      )
      .min(1, { error: 'needs a question' }),
    /** Where a no to all questions leads. */
    otherwise: line(80),
  }),
  /** The error messages of this article, each with a link of its own; each stands on the page once. */
  Errors: z.strictObject({
    /** The messages of this article to show, by id; all of `content/errors/<slug>.yaml` when left out. */
    ids: list(slug).min(1, { error: 'needs an id' }).optional(),
  }),
  /** The value of one cell in a sentence, linked to its row. */
  Fact: z.strictObject({
    /** The name of the table's file in `content/comparisons/`. */
    comparison: id,
    /** The row, by the id of its criterion. */
    criterion: id,
    /** The column, by the id of its subject. */
    subject: id,
  }),
  /** A figure around a drawing. */
  Figure: z.strictObject({
    /** What to see in it, in one or two sentences; also its text for readers who cannot. */
    caption: line(600),
  }),
  /** Steps joined by arrows, in named frames. */
  FlowDiagram: z.strictObject({
    label,
    /** From left to right; from top to bottom on a phone. */
    steps: z
      .array(
        z.strictObject({
          role,
          /** What happens in this step. */
          label: line(80),
          note,
          /** Words on the arrow to the next step. */
          arrow: line(60).optional(),
          /** Steps in a row with the same group stand in one frame of this name. */
          group: line(60).optional(),
        }),
      )
      .min(1, { error: 'needs a step' }),
  }),
  /** Boxes that are on or off. */
  GridDiagram: z.strictObject({
    label,
    /** Boxes in reading order. */
    cells: z
      .array(
        z.strictObject({
          /** The words in the box. */
          label: line(80),
          note,
          /** Whether it is drawn filled or open. */
          state: z.enum(['on', 'off']),
        }),
      )
      .min(1, { error: 'needs a cell' }),
  }),
  /** Layers side by side, on the trust boundary or on another line. */
  StackDiagram: z
    .strictObject({
      label,
      /** Stacks side by side. */
      stacks: z
        .array(
          z
            .strictObject({
              /** Its name, above it. */
              title: line(80),
              /** From top to bottom. */
              layers: z
                .array(
                  z.strictObject({
                    role,
                    /** The words in the box. */
                    label: line(80),
                    note,
                  }),
                )
                .min(1, { error: 'needs a layer' }),
              /** How many layers stand above the line across all stacks; no line when left out of each. */
              boundary: z.int().positive().optional(),
            })
            .refine(({ layers, boundary = 0 }) => boundary < layers.length, {
              error: 'must leave a layer below the line',
              path: ['boundary'],
            }),
        )
        .min(1, { error: 'needs a stack' })
        .refine(haveOneLine, { error: 'must have a `boundary` in each stack or in none' }),
      /** What the line parts, such as `you / the provider`; the trust boundary, drawn with dashes, when left out. */
      line: line(40).optional(),
    })
    .refine(({ stacks, line: words }) => words === undefined || stacks[0]?.boundary !== undefined, {
      error: 'needs a `boundary` in each stack',
      path: ['line'],
    }),
  /** A state machine as a drawing. */
  StateDiagram: z.strictObject({
    /** The name of its file in `content/machines/`. */
    id,
  }),
  /** A state machine as a table. */
  StateTable: z.strictObject({
    /** The name of its file in `content/machines/`. */
    id,
  }),
  /** A link to the glossary, at the first mention. */
  Term: z.strictObject({
    /** The id of an entry of `content/glossary.yaml`. */
    id,
  }),
};

export type ComponentName = keyof typeof componentSchemas;

/** The props of each component. */
export type ComponentProps = { [Name in ComponentName]: z.infer<(typeof componentSchemas)[Name]> };

/** The components around text; all others stand alone. */
export const componentsAroundText: readonly string[] = [
  'Callout',
  'Figure',
  'Term',
] satisfies ComponentName[];
