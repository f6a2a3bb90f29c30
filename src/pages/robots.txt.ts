import type { APIRoute } from 'astro';
import { sitemapPath } from '#domain/linking/permalink.ts';
import { toUrl } from '#links.ts';

/** Nothing is forbidden; crawlers find the sitemap here. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${toUrl(sitemapPath)}\n`);
