import { z } from 'astro/zod';
import { idOf, line, list, plainLine, slug } from './text.ts';

/** One entry of `content/glossary.yaml`. */
export const termSchema = z.strictObject({
  /** Its anchor on the glossary page. */
  id: slug,
  /** The term as it is written in running text. */
  term: line(60),
  /** Other words for it, abbreviations and common spellings. */
  aliases: list(line(60)).default([]),
  /** What it means, in one sentence. */
  definition: plainLine(240),
  /** The article that explains it best. */
  article: idOf('articles').optional(),
});

export type Term = z.infer<typeof termSchema>;
