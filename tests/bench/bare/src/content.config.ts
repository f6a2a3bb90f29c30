import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

export const collections = {
  articles: defineCollection({
    loader: glob({ base: './content/articles', pattern: '*.{md,mdx}', retainBody: false }),
    schema: z.object({ title: z.string(), summary: z.string() }),
  }),
};
