import { caching, hashedFolders, ownTypes } from './headers.ts';
import { toLocation } from './web-server.ts';
import type { Redirect } from '../linking/redirect.ts';
import type { Links } from '../site.ts';
import { toCommonHeaders } from './policy.ts';

/** How many static redirects Cloudflare Pages takes. */
export const REDIRECTS = 2000;

/**
 * The headers for hosts that read `_headers`, such as Netlify and Cloudflare Pages. No two rules set one header for one path, since these
 * hosts would send both; what is not hashed they have browsers ask for again anyway, and types they know by the ending.
 */
export function formatHeaders(links: Pick<Links, 'toHref'>): string {
  const rules: [path: string, headers: Record<string, string>][] = [
    ['/*', toCommonHeaders(links)],
    ...hashedFolders.map((folder): [string, Record<string, string>] => [
      `${folder}*`,
      { 'Cache-Control': caching.hashed },
    ]),
    ...Object.entries(ownTypes).map(([path, type]): [string, Record<string, string>] => [
      path,
      { 'Content-Type': type },
    ]),
  ];
  const blocks = rules.map(([path, set]) =>
    [links.toHref(path), ...Object.entries(set).map(([name, value]) => `  ${name}: ${value}`)].join(
      '\n',
    ),
  );
  return `${blocks.join('\n\n')}\n`;
}

/**
 * The redirects for hosts that read `_redirects`; they cannot say that a page is gone. What is beyond their limit is answered by the full
 * copies of the pages, which stand at all old paths.
 */
export function formatRedirects(
  redirects: readonly Redirect[],
  { toHref }: Pick<Links, 'toHref'>,
): string {
  const lines = redirects.flatMap(({ from, to }) =>
    to === undefined ? [] : [`${encodeURI(toHref(from))} ${toLocation(to, toHref, '')} 301`],
  );
  return [
    '# Old paths of the site. Without these rules the same pages stand there as full copies.',
    ...lines.slice(0, REDIRECTS),
    '',
  ].join('\n');
}
