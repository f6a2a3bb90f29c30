import { z } from 'astro/zod';
import { idOf, line, plainLine, slug } from './text.ts';

/** A part of a topic, with a heading of its own. */
const sectionSchema = z.strictObject({
  /** Its anchor on the page of the topic. */
  id: slug,
  /** Its heading. */
  title: line(60),
  /** The slugs of its articles in reading order. */
  articles: z.array(idOf('articles')),
});

/** One entry of `content/topics.yaml`; the order of the file is the order on the site. */
export const topicSchema = z.strictObject({
  /** Its address, `/topics/<id>/`; articles name it as their `topic`. */
  id: slug,
  /** The heading of the topic; best within 40 characters, as lists of topics have room for. */
  title: plainLine(100),
  /** What the reader finds there, in one sentence. */
  summary: plainLine(200),
  /** The slugs of its articles in reading order; each article stands in exactly one topic. In a topic with sections, those of none, which stand first. */
  articles: z.array(idOf('articles')).default([]),
  /** Its sections in reading order, each with articles of its own: for a topic of many. */
  sections: z.array(sectionSchema).default([]),
});

export type Section = z.infer<typeof sectionSchema>;
export type Topic = z.infer<typeof topicSchema>;
