import { z } from 'astro/zod';
import {
  type ArticleSummary,
  schemaUrl,
  toApiArticle,
  toApiComparison,
  toApiLinks,
  toArticleSummary,
  toComparisonRows,
} from '#domain/output/api.ts';
import { formatCsv } from '#domain/csv.ts';
import { type Evidence, toPromise } from '#domain/evidence.ts';
import {
  apiPath,
  articlePath,
  comparisonFilePath,
  comparisonPath,
  llmsPath,
  markdownPath,
  permalinkPath,
  toNumber,
} from '#domain/linking/permalink.ts';
import type { Site } from '#domain/site.ts';
import { listSlugs } from '#domain/topic.ts';
import type { Content } from '#reader/content.ts';
import { toComparisonDocument, toLlms, toMarkdownDocument } from '#markdown/export/documents.ts';
import type { BuiltPage } from '#markdown/export/page.ts';
import { toTableMarkdown, toMarkdown } from '#markdown/export/markdown.ts';
import {
  type ApiArticles,
  apiArticleSchema,
  apiArticlesSchema,
  apiComparisonSchema,
  apiLinksSchema,
} from '#schemas/api.ts';

const SCHEMAS = {
  article: apiArticleSchema,
  articles: apiArticlesSchema,
  comparison: apiComparisonSchema,
  links: apiLinksSchema,
};

/** The site for other programs, file by file with its path: the API as JSON with its schemas, articles and comparisons as Markdown, and `/llms.txt`. */
export function* listOutputs(
  content: Content,
  readPage: (path: string) => BuiltPage,
  site: Site,
): Generator<[path: string, text: string]> {
  const { toUrl } = site;
  const { citations, comparisons, ledger, published, sources } = content;
  const ids = new Map([...published].map(([slug, { data }]) => [slug, data.id]));
  const topics = new Map(content.topics.map((topic) => [topic.id, topic]));
  const list: ApiArticles['articles'] = [];
  const current = new Map<string, ArticleSummary>();
  const evidence: Evidence[] = [];
  for (const [slug, { data: article }] of [...published].toSorted(
    ([, a], [, b]) => Number(toNumber(a.data.id)) - Number(toNumber(b.data.id)),
  )) {
    const url = toUrl(articlePath(slug));
    const exported = toMarkdown(readPage(articlePath(slug)), url);
    const topic = topics.get(article.topic);
    const section = topic && listSlugs(topic).find((listed) => listed.slug === slug)?.section;
    const summary = toArticleSummary(slug, article, { topic, section }, exported.headings, site);
    const next = published.get(article.retired?.successor ?? '')?.data;
    const markdown = toMarkdownDocument(article, exported, {
      permalink: summary.permalink,
      topic: summary.topic,
      successor: next && { title: next.title, url: toUrl(permalinkPath(next.id)) },
    });
    const document = toApiArticle(summary, article, ids, { html: exported.html, markdown }, site);
    yield [markdownPath(slug), markdown];
    yield [apiPath(`articles/${article.id}`), toJson(document)];
    if (article.retired !== undefined) continue;
    list.push(summary);
    current.set(slug, summary);
    evidence.push({ ...article, citations: citations.get(slug) ?? [] });
  }
  yield [
    apiPath('articles'),
    toJson({ $schema: schemaUrl('articles', site), articles: list } satisfies ApiArticles),
  ];
  yield [apiPath('links'), toJson(toApiLinks(ledger, ids, site))];
  for (const [id, comparison] of comparisons) {
    const home = ids.get(comparison.article);
    if (home === undefined) continue;
    const document = toApiComparison(id, comparison, home, sources, site);
    yield [apiPath(`comparisons/${id}`), toJson(document)];
    yield [comparisonFilePath(id, 'csv'), formatCsv(toComparisonRows(document))];
    yield [
      comparisonFilePath(id, 'md'),
      toComparisonDocument(document, toTableMarkdown(readPage(comparisonPath(id)), document.url)),
    ];
  }
  for (const [name, schema] of Object.entries(SCHEMAS))
    yield [
      apiPath(`schema/${name}`),
      toJson({ $id: schemaUrl(name, site), ...z.toJSONSchema(schema, { io: 'output' }) }),
    ];
  const more = [
    {
      title: 'All articles as JSON',
      url: toUrl(apiPath('articles')),
      summary: 'numbers, addresses, dates and headings; each entry names its own JSON',
    },
    {
      title: 'All addresses as JSON',
      url: toUrl(apiPath('links')),
      summary: 'every address ever published, and where it is now',
    },
  ];
  const lists = content.topics.flatMap(({ title, articles, sections }) =>
    [
      { title, articles },
      ...sections.map((section) => ({ ...section, title: `${title} › ${section.title}` })),
    ].map((list) => ({
      title: list.title,
      articles: list.articles.flatMap((slug) => current.get(slug) ?? []),
    })),
  );
  yield [llmsPath, toLlms(site, toPromise(evidence), lists, more)];
}

function toJson(document: object): string {
  return `${JSON.stringify(document, undefined, 1)}\n`;
}
