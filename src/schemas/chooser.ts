import { z } from 'astro/zod';
import { idOf, line, list, slug } from './text.ts';

/** `content/choosers/<id>.yaml`: questions whose answers lead to one recommendation. */
export const chooserSchema = z.strictObject({
  /** The heading of the form. */
  title: line(75),
  /** The slug of the article that it stands in. */
  article: idOf('articles'),
  /** In the order in which a reader answers them. */
  questions: z
    .array(
      z.strictObject({
        /** Its name in the rules and in addresses. */
        id: slug,
        /** The question, in one sentence. */
        question: line(160),
        /** What helps to answer it, in one sentence. */
        help: line(200).optional(),
        /** What can be answered. */
        options: z
          .array(
            z.strictObject({
              /** Its name in the rules and in addresses. */
              id: slug,
              /** The answer as the reader sees it. */
              label: line(90),
            }),
          )
          .min(2, { error: 'needs at least two answers' }),
      }),
    )
    .min(1, { error: 'needs at least one question' }),
  /** What to recommend; the first rule that matches wins, and the last one matches always. */
  rules: z
    .array(
      z.strictObject({
        /** Its anchor in the list. */
        id: slug,
        /** Answers by question id; all must be given. */
        when: z.record(slug, slug),
        /** What to take, in a few words. */
        take: line(90),
        /** Why, in one or two sentences. */
        why: line(320),
        /** Rows that show it, as `comparison#criterion`. */
        rows: list(
          z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/, { error: 'must be comparison#criterion' }),
        ).default([]),
        /** The slugs of articles that tell more. */
        articles: list(idOf('articles')).default([]),
      }),
    )
    .min(2, { error: 'needs at least two rules' }),
});

export type Chooser = z.infer<typeof chooserSchema>;
