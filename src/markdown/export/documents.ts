import type { ApiComparison } from '#schemas/api.ts';
import { lacking } from '#domain/evidence.ts';
import type { Site } from '#domain/site.ts';
import type { Article } from '#schemas/article.ts';
import { type ArticleExport, toMarkdownLink, toMarkdownText } from './markdown.ts';

/** The names and addresses that documents print. */
export interface Addresses {
  permalink: string;
  topic: { title: string; url: string; section?: { title: string; url: string } | undefined };
  /** The article that took the place of a retired one. */
  successor?: { title: string; url: string } | undefined;
}

/** A whole article as Markdown: what stands above its prose, the prose, its sources, and the questions that it answers. */
export function toMarkdownDocument(
  article: Article,
  { markdown, sources }: ArticleExport,
  { permalink, topic, successor }: Addresses,
): string {
  const { id, title, answer, owner, reviewed, reviewBy, updated, questions, retired } = article;
  const facts = [
    `Article: ${toMarkdownLink(id, permalink)}`,
    `Topic: ${[topic, topic.section]
      .flatMap((part) => (part === undefined ? [] : toMarkdownLink(part.title, part.url)))
      .join(' › ')}`,
    reviewed === undefined
      ? lacking.review
      : `Reviewed: ${reviewed}${owner === undefined ? '' : ` by ${toMarkdownText(owner)}`}`,
    owner === undefined
      ? lacking.owner
      : reviewed === undefined && `Owner: ${toMarkdownText(owner)}`,
    reviewBy !== undefined && retired === undefined && `Next review by: ${reviewBy}`,
    `Last changed: ${updated}`,
    sources === '' && lacking.sources,
  ].filter((fact) => fact !== false);
  return toDocument([
    `# ${toMarkdownText(title)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    retired && `**Retired on ${retired.on}.** ${toMarkdownText(retired.reason)}`,
    successor && `Its successor: ${toMarkdownLink(successor.title, successor.url)}`,
    `**The short answer:** ${toMarkdownText(answer)}`,
    markdown,
    sources && `## Sources\n\n${sources}`,
    questions.length > 0 &&
      `## Also asked as\n\n${questions.map((question) => `- ${toMarkdownText(question)}`).join('\n')}`,
  ]);
}

/** A comparison as Markdown: what it asks, where it is explained, and its whole table. */
export function toComparisonDocument(
  { title, question, article }: ApiComparison,
  table: string,
): string {
  return toDocument([
    `# ${toMarkdownText(title)}`,
    toMarkdownText(question),
    `Article: ${toMarkdownLink(article.id, article.permalink)}`,
    table,
  ]);
}

/** `/llms.txt`: what the site is, and its articles by topic and section with their Markdown; a list without articles is left out. */
export function toLlms(
  site: Pick<Site, 'name' | 'description'>,
  promise: string,
  lists: readonly {
    title: string;
    articles: readonly { title: string; summary: string; markdownUrl: string }[];
  }[],
  more: readonly { title: string; url: string; summary: string }[],
): string {
  const toItem = (title: string, url: string, summary: string) =>
    `- ${toMarkdownLink(title, url)}: ${toMarkdownText(summary)}`;
  return toDocument([
    `# ${toMarkdownText(site.name)}`,
    `> ${toMarkdownText(site.description)}`,
    `${promise && `${toMarkdownText(promise)} `}The links lead to the articles as Markdown.`,
    ...lists
      .filter(({ articles }) => articles.length > 0)
      .flatMap(({ title, articles }) => [
        `## ${toMarkdownText(title)}`,
        articles
          .map((article) => toItem(article.title, article.markdownUrl, article.summary))
          .join('\n'),
      ]),
    '## Optional',
    more.map(({ title, url, summary }) => toItem(title, url, summary)).join('\n'),
  ]);
}

function toDocument(parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
