import { z } from 'astro/zod';
import { citationSchema } from './source.ts';
import { idOf, line, list, monthOrDay, plainLine, slug } from './text.ts';

/** A figure with its unit: exactly one of `n`, `from` with `to`, `max` or `min`. */
export const quantitySchema = z
  .strictObject({
    /** A single figure. */
    n: z.number().optional(),
    /** The lower end of a range; needs `to`. */
    from: z.number().optional(),
    /** The upper end of a range; needs `from`. */
    to: z.number().optional(),
    /** An upper bound: "at most". */
    max: z.number().optional(),
    /** A lower bound: "at least". */
    min: z.number().optional(),
    /** The unit as printed after the figure, one for the whole criterion, such as `MiB`. */
    unit: line(40),
    /** Prints "about" before the figure. */
    approx: z.boolean().optional(),
  })
  .refine(
    ({ n, from, to, max, min }) =>
      [n, from, max, min].filter((figure) => figure !== undefined).length === 1 &&
      (from === undefined) === (to === undefined),
    { error: 'must have exactly one of `n`, `from` with `to`, `max` or `min`' },
  )
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    error: 'must rise',
    path: ['to'],
  });

/** One item of a list cell: words, or a figure with a label. */
const itemSchema = z.union([
  line(100),
  z.strictObject({
    /** What the figure counts. */
    label: line(60),
    /** The figure itself. */
    quantity: quantitySchema,
  }),
]);

const evidence = {
  /** What a reader must know besides the value: conditions, the original unit, a date. */
  note: plainLine(280).optional(),
  /** When this cell was last checked; the `asOf` of its criterion or comparison if left out. */
  checked: monthOrDay.optional(),
};

/** One cell. `unknown` is never `no`: it says that no source was found that tells. */
const cellSchema = z.union([
  z.strictObject({
    /**
     * The fact, by the kind of its criterion: `yes | no | partial`, one of the options,
     * text of at most 160 characters, a quantity, or a list of at most five items.
     */
    value: z.union([
      line(160),
      quantitySchema,
      z
        .array(itemSchema)
        .min(1, { error: 'needs at least one item' })
        .max(5, { error: 'has more than five items' }),
    ]),
    /** Where it comes from; at least one. */
    sources: z.array(citationSchema).min(1, { error: 'needs at least one source' }),
    ...evidence,
  }),
  z.strictObject({
    /** In a quantity row: words where there is no figure; a note says why. */
    text: line(160),
    /** Where it comes from; at least one. */
    sources: z.array(citationSchema).min(1, { error: 'needs at least one source' }),
    ...evidence,
    /** Why there is no figure. */
    note: plainLine(280),
  }),
  z.strictObject({
    /** Why nobody here knows, in a few words. */
    unknown: line(160),
    /** The source that is silent, or that reports what could not be checked. */
    sources: z.array(citationSchema).min(1, { error: 'needs at least one source' }),
    ...evidence,
  }),
  z.strictObject({
    /** Why the criterion has no meaning for this subject, in a few words. */
    notApplicable: line(160),
    /** Where that comes from, if it needs one. */
    sources: z.array(citationSchema).default([]),
    ...evidence,
  }),
]);

const criterionSchema = z.strictObject({
  /** Its anchor, behind the id of the comparison and two hyphens; never changed once published. */
  id: slug,
  /** The head of the row. */
  label: line(70),
  /** Why it matters, in one sentence under the label. */
  why: plainLine(160).optional(),
  /** What its cells hold. */
  kind: z.enum(['state', 'choice', 'text', 'quantity', 'list']),
  /** The values a `choice` may take. */
  options: list(line(60)).min(2, { error: 'needs at least two options' }).optional(),
  /** In a quantity row: which end is better for the reader. */
  better: z.enum(['higher', 'lower']).optional(),
  /** When its facts held, if that differs from the comparison; printed in the row. */
  asOf: monthOrDay.optional(),
  /** For what its facts hold, if not for the whole subject, such as `upstream platform`; printed in the row. */
  scope: line(40).optional(),
  /** One cell for every subject, by the subject's id. */
  cells: z.record(slug, cellSchema),
});

/** `content/comparisons/<id>.yaml`: subjects side by side, criterion by criterion. */
export const comparisonSchema = z.strictObject({
  /** The caption of the table. */
  title: plainLine(40),
  /** The one question that the table answers, short enough for a heading. */
  question: plainLine(55),
  /** The slug of its home, the article that shows it whole. */
  article: idOf('articles'),
  /** When the facts held. */
  asOf: monthOrDay,
  /** When they must be checked again; a passed date is shown on the page and never hides the table. */
  reviewBy: monthOrDay,
  /** The ids of the three criteria that tell the most, for a comparison that the home page shows. */
  telling: list(slug).length(3, { error: 'must name three criteria' }).optional(),
  /** The columns; the pair that the title names comes first, since a phone shows two. */
  subjects: z
    .array(
      z.strictObject({
        /** How cells name it. */
        id: slug,
        /** The head of the column. */
        label: plainLine(40),
        /** What it is, in one sentence. */
        summary: plainLine(200),
        /** The slug of the article about it. */
        article: idOf('articles').optional(),
      }),
    )
    .min(2, { error: 'needs at least two subjects' })
    .max(5, { error: 'has more than five subjects; split it into two comparisons' }),
  /** The rows, in groups. */
  groups: z
    .array(
      z.strictObject({
        /** Its name in the data. */
        id: slug,
        /** The head of the group. */
        label: plainLine(60),
        /** Why the group matters, in one sentence. */
        why: plainLine(160).optional(),
        /** Its rows. */
        criteria: z.array(criterionSchema).min(1, { error: 'needs at least one criterion' }),
      }),
    )
    .min(1, { error: 'needs at least one group' }),
  /** By subject id: when to choose it; each line completes "Choose … when". */
  verdicts: z
    .record(slug, list(plainLine(160)).min(1, { error: 'needs at least one line' }))
    .default({}),
});

export type Quantity = z.infer<typeof quantitySchema>;
export type Cell = z.infer<typeof cellSchema>;
export type Criterion = z.infer<typeof criterionSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
