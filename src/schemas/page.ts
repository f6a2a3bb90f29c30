import { z } from 'astro/zod';
import { day, line } from './text.ts';

/** The frontmatter of a page in `content/pages/` that is no article, such as the accessibility statement; its file name is its address. */
export const pageSchema = z.strictObject({
  /** Its heading. */
  title: line(75),
  /** What it tells, in one sentence: below the heading, for search engines and previews. */
  description: line(200),
  /** The day on which it was last checked; not in the future. */
  reviewed: day.optional(),
  /** Ends it with a link by which readers write to the editors. */
  report: z
    .strictObject({
      /** The subject of what they write. */
      subject: line(120),
      /** What it should say, line by line. */
      ask: z.array(line(80)).default([]),
    })
    .optional(),
});

export type Page = z.infer<typeof pageSchema>;
