import { z } from 'astro/zod';
import { day, idOf, line, list, plainLine } from './text.ts';

/** The frontmatter of `content/articles/**` (`.mdx` or `.md`); the file name is the slug. */
export const articleSchema = z
  .strictObject({
    /** The number that never changes: the site's prefix, a hyphen and at least four digits; never used twice, not even after a retirement. */
    id: z.string().regex(/^[A-Z][A-Z0-9]*-[1-9]\d{3,}$/, {
      error: 'must be a prefix, a hyphen and a number of at least four digits, such as KB-1001',
    }),
    /** The heading of the page; unique; best within 75 characters, since chat programs cut it there. */
    title: plainLine(200),
    /** The name of the article in lists: what it is about, in at most 32 characters that tell it from its neighbours; unique. */
    short: plainLine(32),
    /** What the article tells, for search results and link previews; at most 160 characters. */
    summary: plainLine(160),
    /** The short answer that stands on top: at most two sentences, 320 characters. */
    answer: plainLine(320).refine((text) => countSentences(text) <= 2, {
      error: 'must be at most two sentences',
    }),
    /** The id of a topic in `content/topics.yaml`. */
    topic: idOf('topics'),
    /** The form of the article: what a reader may expect from it. */
    kind: z.enum(['comparison', 'concept', 'how-to', 'reference', 'troubleshooting']),
    /** Questions that it answers, in readers' words; searched and shown. */
    questions: list(plainLine(140)).default([]),
    /** What somebody sees who needs it but does not know its terms yet; searched. */
    symptoms: list(line(140)).default([]),
    /** Error messages that it explains, letter for letter; searched. */
    errors: list(line(240)).default([]),
    /** What readers type, or write in a ticket, who need this article and none of its neighbours; searched, never shown. */
    searches: list(line(140)).default([]),
    /** The slugs of articles to read next. */
    related: list(idOf('articles')).default([]),
    /** Who answers for it: a team, not a person; left out when nobody does, and the page says so. */
    owner: line(60).optional(),
    /** The day on which it first appeared. */
    published: day,
    /** The day of the last change of substance; not before `published`. */
    updated: day,
    /** The day on which its facts were last checked, not in the future; left out when they never were, and the page says so. */
    reviewed: day.optional(),
    /** The day by which they must be checked again, after `reviewed`; left out, they are due a year after it. */
    reviewBy: day.optional(),
    /** `draft` keeps it off the built site; `published` shows it. A retired article has none. */
    status: z.enum(['draft', 'published']).optional(),
    /** Says that it no longer holds; it stays at its address. */
    retired: z
      .strictObject({
        /** The day of the retirement. */
        on: day,
        /** Why, in one sentence for readers. */
        reason: plainLine(200),
        /** The slug of the article that took its place. */
        successor: idOf('articles').optional(),
      })
      .optional(),
  })
  .refine((article) => (article.status === undefined) !== (article.retired === undefined), {
    error: 'must be draft or published, and must be left out of a retired article',
    path: ['status'],
  });

export type Article = z.infer<typeof articleSchema>;

function countSentences(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].length;
}
