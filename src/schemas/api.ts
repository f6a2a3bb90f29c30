import { z } from 'astro/zod';
import { articleSchema } from './article.ts';
import { comparisonSchema, quantitySchema } from './comparison.ts';

// The documents of the API. What `describe` says is published with the JSON Schema of each.

const schema = z.url().describe('The address of the JSON Schema of this document.');
const id = z.string().regex(/^[A-Z][A-Z0-9]*-\d+$/);
const day = z.iso.date();
const monthOrDay = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
const { kind } = articleSchema.shape;

const anchor = z.string().regex(/^[a-z][a-z0-9]*(--?[a-z0-9]+)*$/);

const headingSchema = z.strictObject({
  depth: z.int().min(2).max(6).describe('2 for a section, 3 for a part of one, and so on.'),
  text: z.string().describe('Its words.'),
  anchor: anchor.describe('Its id on the page.'),
  url: z.url().describe('Its address on the page of the article.'),
  permalink: z.url().describe('Its address that never changes.'),
});

const summary = {
  id: id.describe('The number of the article, which never changes.'),
  url: z.url().describe('Its canonical address.'),
  permalink: z.url().describe('Its address that never changes, whatever becomes of its title.'),
  json: z.url().describe('The whole article as JSON.'),
  markdownUrl: z.url().describe('The whole article as Markdown.'),
  title: z.string().describe('Its heading.'),
  short: z.string().describe('Its name in lists.'),
  summary: z.string().describe('What it tells, in one sentence or two.'),
  answer: z.string().describe('The short answer that stands on top of it.'),
  topic: z.strictObject({
    id: z.string().describe('How articles name the topic.'),
    title: z.string().describe('Its heading.'),
    url: z.url().describe('Its page.'),
    section: z
      .strictObject({
        id: z.string().describe('Its anchor on that page.'),
        title: z.string().describe('Its heading.'),
        url: z.url().describe('Its place on that page.'),
      })
      .optional()
      .describe('The section of the topic; missing where the topic has none.'),
  }),
  kind: kind.describe('What a reader may expect from it.'),
  published: day.describe('The day on which it first appeared.'),
  updated: day.describe('The day of its last change of substance.'),
  reviewed: day
    .optional()
    .describe('The day on which its facts were last checked; left out when they never were.'),
  reviewBy: day
    .optional()
    .describe('The day by which they must be checked again; left out when none is set.'),
  owner: z.string().optional().describe('The team that answers for it; left out when none does.'),
  headings: z.array(headingSchema).describe('Its sections, in order.'),
};

/** `/api/articles.json`: all articles that hold, without their text. */
export const apiArticlesSchema = z
  .strictObject({
    $schema: schema,
    articles: z
      .array(z.strictObject(summary))
      .describe('By number; retired articles are left out.'),
  })
  .describe('All articles that hold, without their text.');

/** `/api/articles/KB-1001.json`: one article with its text. */
export const apiArticleSchema = z
  .strictObject({
    $schema: schema,
    ...summary,
    retired: z
      .strictObject({
        on: day.describe('The day of the retirement.'),
        reason: z.string().describe('Why, in one sentence.'),
        successor: id.optional().describe('The number of the article that took its place.'),
      })
      .optional()
      .describe('Set when the article no longer holds.'),
    html: z.string().describe('Its prose as HTML with full addresses, without scripts.'),
    markdown: z
      .string()
      .describe('The whole article as Markdown, with its number, dates and sources.'),
  })
  .describe('One article with its text.');

/** `/api/links.json`: every address ever published, and where it is now. */
export const apiLinksSchema = z
  .strictObject({
    $schema: schema,
    links: z
      .record(
        z.string(),
        z.discriminatedUnion('state', [
          z.strictObject({
            state: z
              .enum(['here', 'moved'])
              .describe('`moved` when it was published for a place that is elsewhere now.'),
            url: z.url().describe('The address as it was published; a permalink for articles.'),
            to: z.url().describe('The canonical address of the place now.'),
            article: id.optional().describe('The number of the article that it leads to.'),
          }),
          z.strictObject({
            state: z.literal('gone').describe('It leads nowhere any more.'),
            url: z.url().describe('The address as it was published.'),
            gone: day.describe('The day on which it went.'),
          }),
        ]),
      )
      .describe('By path, by number, or by either with an anchor behind a #.'),
  })
  .describe('Every address ever published, and where it is now.');

const apiCellSchema = z.strictObject({
  subject: z.string().describe('The id of the subject that the cell is about.'),
  state: z
    .enum(['yes', 'no', 'partial', 'unknown', 'not-applicable'])
    .optional()
    .describe('What it says at a glance; `unknown` is never `no`.'),
  text: z.string().describe('What it says in words; the items of a list are joined by semicolons.'),
  items: z.array(z.string()).optional().describe('The items of a list.'),
  quantity: quantitySchema.optional().describe('The figure in numbers: one, a range, or a bound.'),
  note: z.string().optional().describe('What must be known besides.'),
  reportedBy: z
    .string()
    .optional()
    .describe('Set when the source itself was not read: who is reported to say so.'),
  sources: z
    .array(
      z.strictObject({
        id: z.string().describe('How the knowledge base names the source.'),
        title: z.string().describe('Its title.'),
        publisher: z.string().describe('Who answers for it.'),
        url: z.url().optional().describe('Its address, when it is online.'),
        section: z.string().optional().describe('The place in it.'),
        checked: monthOrDay.describe('When the fact was checked in it.'),
      }),
    )
    .describe('Where it comes from.'),
});

const { shape: criterion } = comparisonSchema.shape.groups.element.shape.criteria.element;

const apiCriterionSchema = z.strictObject({
  id: z.string().describe('Its name in the comparison.'),
  label: z.string().describe('The head of the row.'),
  why: z.string().optional().describe('Why it matters.'),
  kind: criterion.kind.describe('What its cells hold.'),
  better: criterion.better.describe('Which end is better for the reader.'),
  scope: z.string().optional().describe('For what its facts hold, if not for the whole subject.'),
  asOf: monthOrDay.describe('When its facts held.'),
  anchor: anchor.describe('The id of the row on the page.'),
  url: z.url().describe('The row in the article.'),
  permalink: z.url().describe('The address of the row that never changes.'),
  cells: z.array(apiCellSchema).describe('One for each subject, in the order of the subjects.'),
});

/** `/api/comparisons/<id>.json`: a comparison with its sources. */
export const apiComparisonSchema = z
  .strictObject({
    $schema: schema,
    id: z.string().describe('How articles name the comparison.'),
    url: z.url().describe('The page of the table alone.'),
    title: z.string().describe('The caption of the table.'),
    question: z.string().describe('The one question that it answers.'),
    article: z.strictObject({
      id: id.describe('The number of the article that explains it.'),
      url: z.url().describe('The canonical address of that article.'),
      permalink: z.url().describe('Its address that never changes.'),
    }),
    asOf: monthOrDay.describe('When its facts held.'),
    reviewBy: monthOrDay.describe('When they must be checked again.'),
    subjects: z
      .array(
        z.strictObject({
          id: z.string().describe('How cells name it.'),
          label: z.string().describe('The head of the column.'),
          summary: z.string().describe('What it is, in one sentence.'),
          chooseWhen: z.array(z.string()).describe('Each completes "Choose it when".'),
        }),
      )
      .describe('The columns.'),
    groups: z
      .array(
        z.strictObject({
          id: z.string().describe('Its name in the comparison.'),
          label: z.string().describe('The head of the group.'),
          why: z.string().optional().describe('Why the group matters.'),
          criteria: z.array(apiCriterionSchema).describe('Its rows.'),
        }),
      )
      .describe('The rows, in groups.'),
  })
  .describe(
    'A comparison: subjects side by side, criterion by criterion, each cell with its sources.',
  );

export type ApiArticles = z.infer<typeof apiArticlesSchema>;
export type ApiArticle = z.infer<typeof apiArticleSchema>;
export type ApiLinks = z.infer<typeof apiLinksSchema>;
export type ApiComparison = z.infer<typeof apiComparisonSchema>;
