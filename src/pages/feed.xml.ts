import type { APIRoute } from 'astro';
import { toFeed } from '#domain/output/feed.ts';
import { site } from '#site.ts';
import { listCurrentArticles } from '#queries/articles.ts';
import { listTopics } from '#queries/topics.ts';

/** The articles that changed last, for feed readers. */
export const GET: APIRoute = async () => {
  const topics = new Map((await listTopics()).map(({ topic }) => [topic.id, topic.title]));
  return new Response(toFeed(await listCurrentArticles(), topics, site), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
};
