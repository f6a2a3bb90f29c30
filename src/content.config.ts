import { basename, extname } from 'node:path';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { parse } from 'yaml';
import { articleSchema } from '#schemas/article.ts';
import { chooserSchema } from '#schemas/chooser.ts';
import { comparisonSchema } from '#schemas/comparison.ts';
import { termSchema } from '#schemas/glossary.ts';
import { machineSchema } from '#schemas/machine.ts';
import { sourceSchema } from '#schemas/source.ts';
import { topicSchema } from '#schemas/topic.ts';

const toId = ({ entry }: { entry: string }) => basename(entry, extname(entry));

export const collections = {
  articles: defineCollection({
    // Articles without components are rendered here, for half of what each costs as a module.
    loader: glob({
      base: './content/articles',
      pattern: '**/[^_]*.{md,mdx}',
      generateId: toId,
      retainBody: false,
    }),
    schema: articleSchema,
  }),
  comparisons: defineCollection({
    loader: glob({ base: './content/comparisons', pattern: '*.yaml', generateId: toId }),
    schema: comparisonSchema,
  }),
  choosers: defineCollection({
    loader: glob({ base: './content/choosers', pattern: '*.yaml', generateId: toId }),
    schema: chooserSchema,
  }),
  machines: defineCollection({
    loader: glob({ base: './content/machines', pattern: '*.yaml', generateId: toId }),
    schema: machineSchema,
  }),
  topics: defineCollection({
    // Astro sorts entries by id; the order of the file is the order on the site.
    loader: file('./content/topics.yaml', {
      parser: (text) => (parse(text) as object[]).map((topic, order) => ({ ...topic, order })),
    }),
    schema: topicSchema.extend({ order: z.int() }),
  }),
  terms: defineCollection({ loader: file('./content/glossary.yaml'), schema: termSchema }),
  sources: defineCollection({ loader: file('./content/sources.yaml'), schema: sourceSchema }),
};
