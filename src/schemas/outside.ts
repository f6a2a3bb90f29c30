import { z } from 'astro/zod';
import { line, slug } from './text.ts';

/** One entry of `content/outside.yaml`: a subject that people ask about and no article answers. */
export const outsideSchema = z.strictObject({
  /** The name of the entry; not shown. */
  id: slug,
  /** As it is printed above the results: "Kubernetes is not covered here". */
  subject: line(60),
  /** How people name it, in any case; a name that an article uses in a question, symptom or search does not count beside that article. */
  names: z.array(line(60)).min(1, { error: 'needs a name' }),
});

export type Outside = z.infer<typeof outsideSchema>;
