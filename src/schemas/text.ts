import { z } from 'astro/zod';

/** One line of plain text; spaces at either end are taken away, line breaks and control characters are refused. */
export const line = (max: number) => z.string().trim().pipe(text(max));

const text = (max: number) =>
  z
    .string()
    .min(1, { error: 'is empty' })
    .regex(/^\P{Cc}*$/u, { error: 'holds a line break or a control character' })
    .max(max, {
      error: (issue) =>
        `is ${String(issue.input).length} characters long, at most ${max} are allowed`,
    });

/** One line of prose that is printed as it is written: the signs of Markdown would stand on the page. */
export const plainLine = (max: number) =>
  line(max).refine((text) => !MARKUP.test(text), {
    error: 'holds signs of Markdown, which would be printed as they are; write the words alone',
  });

// Code, links, and words in stars or underscores, as Markdown reads them: `*.md` and `a_b_c` are none of these.
const MARKUP =
  /`|\*\*|\]\(|(?<![\p{L}\p{N}*])\*[^\s*](?:[^*]*[^\s*])?\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^\s_](?:[^_]*[^\s_])?_(?![\p{L}\p{N}_])/u;

/** One line of plain text in which code stands between backticks. */
export const lineWithCode = (max: number) =>
  line(max).refine((text) => text.split('`').length % 2 === 1, {
    error: 'holds a backtick without its partner',
  });

/** A lower-case identifier of letters, digits and single hyphens that starts with a letter, such as `green-tea`. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: 'must be lower-case letters, digits and single hyphens, starting with a letter',
});

/** Which collection an id names an entry of; editors offer the ids that there are. */
export const references = z.registry<
  { collection: 'articles' | 'sources' | 'topics' },
  z.core.$ZodType
>();

/** The id of an entry of a collection: the slug of an article, the id of a source or of a topic. */
export const idOf = (collection: NonNullable<ReturnType<typeof references.get>>['collection']) =>
  slug.clone().register(references, { collection });

/** A list in which nothing stands twice. */
export const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .superRefine((items, { addIssue }) => {
      for (const [index, value] of items.entries()) {
        if (items.indexOf(value) < index)
          addIssue({ code: 'custom', path: [index], message: `holds ${String(value)} twice` });
      }
    })
    .meta({ uniqueItems: true });

/** A day as `YYYY-MM-DD`. */
export const day = z
  .preprocess(
    toText,
    z.custom<string>(isDay, { error: 'must be a day that exists, as YYYY-MM-DD', abort: false }),
  )
  .meta({ type: 'string', format: 'date' });

/** A month or a day, as `YYYY-MM` or `YYYY-MM-DD`, for facts that are dated by month. */
export const monthOrDay = z
  .preprocess(
    toText,
    z.custom<string>(
      (value) => isDay(/^\d{4}-\d{2}$/.test(String(value)) ? `${String(value)}-01` : value),
      {
        error: 'must be a month or a day that exists, as YYYY-MM or YYYY-MM-DD',
        abort: false,
      },
    ),
  )
  .meta({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?$' });

// A year alone is a number of YAML.
function toText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

function isDay(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.valueOf()) &&
    date.toISOString().startsWith(text)
  );
}
