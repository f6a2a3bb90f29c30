import type { Article } from '#schemas/article.ts';
import type { Topic } from '#schemas/topic.ts';
import { articlePath, permalinkPath, topicPath } from '../linking/permalink.ts';
import type { Site } from '../site.ts';
import { picturePath } from './preview.ts';

/** What the page of an article says, in the terms of schema.org: the article, and the way to it from the home page. */
export function toArticleData(
  { id: slug, data }: { id: string; data: Article },
  topic: Pick<Topic, 'id' | 'title'>,
  { name, locale, toUrl }: Site,
): object {
  const url = toUrl(articlePath(slug));
  const crumbs = [
    { name: 'Home', item: toUrl('/') },
    { name: topic.title, item: toUrl(topicPath(topic.id)) },
    { name: data.title, item: url },
  ];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'TechArticle',
        '@id': toUrl(permalinkPath(data.id)),
        identifier: data.id,
        headline: data.title,
        description: data.summary,
        abstract: data.answer,
        url,
        image: toUrl(picturePath(data.id)),
        inLanguage: locale,
        articleSection: topic.title,
        dateModified: data.updated,
        ...(data.owner !== undefined && { author: { '@type': 'Organization', name: data.owner } }),
        publisher: { '@type': 'Organization', name, url: toUrl('/') },
        mainEntityOfPage: {
          '@type': 'WebPage',
          '@id': url,
          ...(data.reviewed !== undefined && { lastReviewed: data.reviewed }),
        },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: crumbs.map((crumb, i) => ({
          '@type': 'ListItem',
          position: i + 1,
          ...crumb,
        })),
      },
    ],
  };
}

/** Data as JSON that may stand in a `<script>`: no word in it can end the element. */
export function toScriptJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
