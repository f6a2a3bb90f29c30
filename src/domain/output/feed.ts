import type { Article } from '#schemas/article.ts';
import { articlePath, feedPath, permalinkPath } from '../linking/permalink.ts';
import { compare } from '../order.ts';
import type { Site } from '../site.ts';
import { escapeXml } from './xml.ts';

/** Enough for a reader that looks in once a month. */
const LENGTH = 50;

/** An RSS feed of the articles that changed last, newest first; retired ones are left out. */
export function toFeed(
  articles: readonly { id: string; data: Article }[],
  topics: ReadonlyMap<string, string>,
  { name, description, locale, toUrl }: Site,
): string {
  const newest = articles
    .filter(({ data }) => data.retired === undefined)
    .toSorted((a, b) => compare(b.data.updated, a.data.updated) || compare(a.data.id, b.data.id))
    .slice(0, LENGTH);
  const items = newest.map(({ id: slug, data: { id, title, summary, topic, updated } }) =>
    [
      '    <item>',
      `      <title>${escapeXml(title)}</title>`,
      `      <link>${escapeXml(toUrl(articlePath(slug)))}</link>`,
      // A reader takes an item that it has seen for read: after a change it is another one.
      `      <guid isPermaLink="false">${escapeXml(`${toUrl(permalinkPath(id))}#${updated}`)}</guid>`,
      `      <pubDate>${toRfc822(updated)}</pubDate>`,
      `      <category>${escapeXml(topics.get(topic) ?? topic)}</category>`,
      // RSS holds HTML there.
      `      <description>${escapeXml(escapeXml(summary))}</description>`,
      '    </item>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '  <channel>',
    `    <title>${escapeXml(name)}: changed articles</title>`,
    `    <link>${escapeXml(toUrl('/'))}</link>`,
    `    <description>${escapeXml(description)}</description>`,
    `    <language>${locale.toLowerCase()}</language>`,
    `    <atom:link href="${escapeXml(toUrl(feedPath))}" rel="self" type="application/rss+xml"/>`,
    ...newest
      .slice(0, 1)
      .map(({ data }) => `    <lastBuildDate>${toRfc822(data.updated)}</lastBuildDate>`),
    ...items,
    '  </channel>',
    '</rss>',
    '',
  ].join('\n');
}

// The form of dates in RSS, such as "Fri, 20 Nov 2026 00:00:00 GMT".
function toRfc822(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString();
}
