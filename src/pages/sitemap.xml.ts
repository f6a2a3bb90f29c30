import type { APIRoute } from 'astro';
import {
  articlePath,
  comparisonPath,
  comparisonsPath,
  errorsPath,
  glossaryPath,
  pagePath,
  sourcesPath,
  topicPath,
} from '#domain/linking/permalink.ts';
import { type SitemapEntry, toNewest, toSitemap } from '#domain/output/sitemap.ts';
import { listCurrentArticles } from '#queries/articles.ts';
import { listTerms } from '#queries/glossary.ts';
import { listComparisons } from '#queries/comparisons.ts';
import { listErrors } from '#queries/errors.ts';
import { listPages } from '#queries/pages.ts';
import { listSources } from '#queries/sources.ts';
import { listTopics } from '#queries/topics.ts';
import { site } from '#site.ts';

/** All pages that search engines may show, each with the day of its last change; a list is as new as the newest thing that it lists. */
export const GET: APIRoute = async () => {
  const articles = await listCurrentArticles();
  const comparisons = await listComparisons();
  const sources = [...(await listSources()).values()];
  const toUpdated = (list: typeof articles) => list.map(({ data }) => data.updated);
  const dates = comparisons.map(({ data }) => data.asOf);
  const body = toSitemap(
    [
      { path: '/', changed: toNewest([...toUpdated(articles), ...dates]) },
      ...(await listTopics()).flatMap(({ topic, articles: own }) =>
        whenAny(own, { path: topicPath(topic.id), changed: toNewest(toUpdated(own)) }),
      ),
      ...articles.map(({ id, data }) => ({ path: articlePath(id), changed: data.updated })),
      ...whenAny(comparisons, { path: comparisonsPath, changed: toNewest(dates) }),
      ...comparisons.map(({ id, data }) => ({ path: comparisonPath(id), changed: data.asOf })),
      // Messages and definitions have no dates.
      ...whenAny(await listErrors(), { path: errorsPath }),
      ...whenAny(await listTerms(), { path: glossaryPath }),
      ...(await listPages()).map(({ id, data }) => ({
        path: pagePath(id),
        changed: data.reviewed,
      })),
      ...whenAny(sources, {
        path: sourcesPath,
        changed: toNewest(sources.map(({ checked }) => checked)),
      }),
    ],
    site,
  );
  return new Response(body, { headers: { 'Content-Type': 'application/xml' } });
};

// A list of nothing is no page to find.
function whenAny(list: readonly unknown[], entry: SitemapEntry): SitemapEntry[] {
  return list.length > 0 ? [entry] : [];
}
