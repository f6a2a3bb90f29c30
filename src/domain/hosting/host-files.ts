import { caching, hashedFolders, ownTypes } from './headers.ts';
import { toLocation } from './web-server.ts';
import type { Fileless } from '../linking/fileless.ts';
import { encodePath, formatParameter } from '../linking/address.ts';
import { type Redirect, type Redirects, toPattern } from '../linking/redirect.ts';
import type { Links } from '../site.ts';
import { toCommonHeaders } from './policy.ts';

/** How many redirects Cloudflare Pages takes: of whole paths, and of what begins alike. */
export const REDIRECTS = { paths: 2000, numbers: 100 };

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
 * copies of the pages, which stand at all old paths. Only Netlify reads parameters, if they have values, and must be told that a file
 * at the same path does not count; Cloudflare Pages skips these lines, and counts all that follows an asterisk to the few that may have
 * one, so those come last.
 */
export function formatRedirects(
  { queries, paths, numbers }: Redirects,
  { toHref }: Pick<Links, 'toHref'>,
): string {
  const toLines = (redirects: readonly Redirect[], ending = '', status = '301') =>
    redirects.flatMap(({ from, to }) =>
      to === undefined
        ? []
        : [`${toSource(toHref(from))}${ending} ${toLocation(to, toHref, '')} ${status}`],
    );
  return [
    '# Old paths of the site. Without these rules the same pages stand there as full copies.',
    ...queries
      .filter(({ parameters }) => parameters.every(([, value]) => value !== undefined))
      .flatMap((query) =>
        toLines([query], ` ${query.parameters.map(formatParameter).join(' ')}`, '301!'),
      ),
    ...toLines(paths).slice(0, REDIRECTS.paths),
    ...toLines(numbers, '-*').slice(0, REDIRECTS.numbers),
    '',
  ].join('\n');
}

/** Old addresses that no file can answer: the page for addresses that do not exist asks for them on hosts without redirects. */
export function toFileless(
  { queries, numbers }: Redirects,
  { toHref }: Pick<Links, 'toHref'>,
): Fileless {
  return {
    queries: queries.flatMap((query) =>
      query.to === undefined ? [] : [[toPattern(query, toHref), toLocation(query.to, toHref, '')]],
    ),
    numbers: Object.fromEntries(
      numbers.flatMap(({ from, to }) =>
        to === undefined ? [] : [[toHref(from), toLocation(to, toHref, '')]],
      ),
    ),
  };
}

// A colon and an asterisk would stand for something.
function toSource(path: string): string {
  return encodePath(path || '/').replace(
    /[:*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
