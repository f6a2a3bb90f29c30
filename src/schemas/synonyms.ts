import { z } from 'astro/zod';
import { slug } from './text.ts';

/** One entry of `content/synonyms.yaml`: everyday words any of which may stand for any other in a search. */
export const synonymsSchema = z.strictObject({
  /** The name of the group; not searched. */
  id: slug,
  /** Single words in small letters, each in one group only; their other forms (`stops`, `stopped`) come by themselves. */
  words: z
    .array(
      z.string().regex(/^[a-z0-9]+$/, { error: 'must be one word of small letters and digits' }),
    )
    .min(2, { error: 'needs two words' }),
});

export type Synonyms = z.infer<typeof synonymsSchema>;
