import { z } from 'astro/zod';
import { idOf, line, monthOrDay, slug } from './text.ts';

/** One entry of `content/sources.yaml`: a text that facts are taken from. */
export const sourceSchema = z.strictObject({
  /** How articles and tables cite it; never changed once published. */
  id: slug,
  /** The title of the text, as it names itself. */
  title: line(140),
  /** Who answers for the text: an organisation or the authors. */
  publisher: line(80),
  /** Its stable public address; left out only when the text is no longer online. */
  url: z
    .url({ protocol: /^https$/, error: 'must be an address that starts with https://' })
    .meta({ pattern: '^https://' })
    .optional(),
  /** When the text was published, if it says so. */
  published: monthOrDay.optional(),
  /** The state of the text that was read: month or day. */
  checked: monthOrDay,
  /**
   * How well it was read: `full`, `part` (enough for the facts taken from it) or `second-hand`
   * (only a text that quotes it was seen: pages then say "reported by").
   */
  read: z.enum(['full', 'part', 'second-hand']),
  /** What a reader should know before relying on it. */
  note: line(200).optional(),
});

/** Where a statement comes from: a source and the place in it. */
export const citationSchema = z.strictObject({
  /** The id of an entry of `content/sources.yaml`. */
  source: idOf('sources'),
  /** The place in it: a heading, a section number, a file. */
  section: line(100).optional(),
});

export type Source = z.infer<typeof sourceSchema>;
export type Citation = z.infer<typeof citationSchema>;
