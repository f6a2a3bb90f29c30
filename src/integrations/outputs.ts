import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'astro/zod';
import { schemaUrl, toApiArticle, toApiComparison, toApiLinks, toArticleSummary, toComparisonRows } from '../domain/api.ts';
import { formatCsv } from '../domain/csv.ts';
import {
  apiPath,
  articlePath,
  comparisonFilePath,
  comparisonPath,
  llmsPath,
  markdownPath,
  permalinkPath,
  toUrl,
  topicPath,
} from '../domain/permalink.ts';
import { count } from '../domain/problem.ts';
import { type Content, readContent } from '../files/content.ts';
import { toComparisonDocument, toLlms, toMarkdownDocument } from '../markdown/documents.ts';
import { toTableTwin, toTwin } from '../markdown/twin.ts';
import {
  type ApiArticle,
  type ApiArticles,
  apiArticleSchema,
  apiArticlesSchema,
  apiComparisonSchema,
  apiLinksSchema,
} from '../schemas/api.ts';
import { site } from '../site.ts';

const SCHEMAS = { article: apiArticleSchema, articles: apiArticlesSchema, comparison: apiComparisonSchema, links: apiLinksSchema };

/**
 * Writes the site for other programs: the API as JSON with its schemas, articles and comparisons as Markdown, and `/llms.txt`.
 * Comes before the check of the pages, which link to these files.
 */
export function outputs(): AstroIntegration {
  let root = '';
  return {
    name: 'outputs',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const files = toFiles(readContent(root, '9999-12-31'), (path) => readFileSync(join(out, path, 'index.html'), 'utf8'));
        for (const [path, text] of files) {
          mkdirSync(dirname(join(out, path)), { recursive: true });
          writeFileSync(join(out, path), text);
        }
        logger.info(`${count(files.size, 'file')} for other programs`);
      },
    },
  };
}

/** All files by their path; each page is read and parsed once. */
export function toFiles(content: Content, readPage: (path: string) => string): Map<string, string> {
  const { articles, articleIds: ids, comparisonsById, ledger, sources } = content;
  const topics = new Map(content.topics.map((topic) => [topic.id, topic]));
  const files = new Map<string, string>();
  const list: ApiArticles['articles'] = [];
  const current = new Map<string, ApiArticle>();
  for (const [slug, article] of [...articles].toSorted(([, a], [, b]) => Number(a.id.slice(3)) - Number(b.id.slice(3)))) {
    if (!ids.has(slug)) continue;
    const url = toUrl(articlePath(slug));
    const twin = toTwin(readPage(articlePath(slug)), url);
    const summary = toArticleSummary(slug, article, topics.get(article.topic), twin.headings);
    const successor = article.retired?.successor ?? '';
    const next = ids.has(successor) ? articles.get(successor) : undefined;
    const markdown = toMarkdownDocument(article, twin, {
      permalink: summary.permalink,
      topic: { title: summary.topic.title, url: toUrl(topicPath(article.topic)) },
      successor: next && { title: next.title, url: toUrl(permalinkPath(next.id)) },
    });
    const document = toApiArticle(summary, article, ids, { html: twin.html, markdown });
    files.set(markdownPath(slug), markdown);
    files.set(apiPath(`articles/${article.id}`), toJson(document));
    if (article.retired !== undefined) continue;
    list.push(summary);
    current.set(slug, document);
  }
  files.set(apiPath('articles'), toJson({ $schema: schemaUrl('articles'), articles: list } satisfies ApiArticles));
  files.set(apiPath('links'), toJson(toApiLinks(ledger, ids)));
  for (const [id, comparison] of comparisonsById) {
    const home = ids.get(comparison.article);
    if (home === undefined) continue;
    const document = toApiComparison(id, comparison, home, sources);
    files.set(apiPath(`comparisons/${id}`), toJson(document));
    files.set(comparisonFilePath(id, 'csv'), formatCsv(toComparisonRows(document)));
    files.set(comparisonFilePath(id, 'md'), toComparisonDocument(document, toTableTwin(readPage(comparisonPath(id)), document.url)));
  }
  for (const [name, schema] of Object.entries(SCHEMAS))
    files.set(apiPath(`schema/${name}`), toJson({ $id: schemaUrl(name), ...z.toJSONSchema(schema, { io: 'output' }) }));
  const more = [
    {
      title: 'All articles as JSON',
      url: toUrl(apiPath('articles')),
      summary: 'numbers, addresses, dates and headings; each entry names its own JSON',
    },
    { title: 'All addresses as JSON', url: toUrl(apiPath('links')), summary: 'every address ever published, and where it is now' },
  ];
  const sections = content.topics.map((topic) => ({ ...topic, articles: topic.articles.flatMap((slug) => current.get(slug) ?? []) }));
  files.set(llmsPath, toLlms(site, sections, more));
  return files;
}

function toJson(document: object): string {
  return `${JSON.stringify(document, undefined, 1)}\n`;
}
