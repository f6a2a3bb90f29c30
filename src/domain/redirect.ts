import type { MovedPath } from './moved.ts';
import { toHref } from './permalink.ts';

const NOTE = 'Old paths of the site, made by its build. Without these rules the same pages stand there as full copies.';

/** Permanent redirects in the ways that hosts take them, by file: browsers keep the anchor of the old link. */
export function toRedirectFiles(moved: readonly MovedPath[]): Map<string, string> {
  const rules = moved
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    // With and without the slash at the end.
    .flatMap(({ from, to }) => [from.replace(/\/$/, ''), from].map((path) => ({ from: toHref(path), to: encodeURI(toHref(to)) })));
  return new Map([
    ['_redirects', [`# ${NOTE}`, ...rules.map(({ from, to }) => `${encodeURI(from)} ${to} 301`), ''].join('\n')],
    // A host of this kind compares with the path as it is decoded, so a space stands for itself.
    [
      'redirects/nginx.map',
      [
        `# ${NOTE}`,
        '# In http { }: include this file. In server { }: if ($moved_to) { return 301 $moved_to$is_args$args; }',
        'map $uri $moved_to {',
        '  default "";',
        ...rules.map(({ from, to }) => `  "${from}" "${to}";`),
        '}',
        '',
      ].join('\n'),
    ],
    [
      'redirects/Caddyfile',
      [
        `# ${NOTE}`,
        '# In the block of the site: import this file.',
        ...rules.map(({ from, to }) => `redir "${from}" ${to}{http.request.uri.prefixed_query} 301`),
        '',
      ].join('\n'),
    ],
  ]);
}
