import { z } from 'astro/zod';
import { idOf, line, slug } from './text.ts';

/** One entry of `content/topics.yaml`; the order of the file is the order on the site. */
export const topicSchema = z.strictObject({
  /** Its address, `/topics/<id>/`; articles name it as their `topic`. */
  id: slug,
  /** The heading of the topic; best within 40 characters, as lists of topics have room for. */
  title: line(100),
  /** What the reader finds there, in one sentence. */
  summary: line(200),
  /** The slugs of its articles in reading order; each article stands in exactly one topic. */
  articles: z.array(idOf('articles')).default([]),
});

export type Topic = z.infer<typeof topicSchema>;
