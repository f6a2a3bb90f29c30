import { escapePattern } from '../linking/lookup.ts';
import { type Redirect, toPattern } from '../linking/redirect.ts';
import { type Directive, printDirectives } from './configuration.ts';
import { bytes, caching, hashedFolders, missingPath, ownTypes, types } from './headers.ts';
import { toCommonHeaders } from './policy.ts';
import { CERTIFICATE, type Host, quote, toLocation } from './web-server.ts';

// What stands in the place of where something is now.
const GONE = 'gone';
const VARY: Directive = ['header', ['Vary Accept-Encoding', 'defer']];
const FILE_SERVER: Directive = ['file_server', ['precompressed br gzip']];

/** The configuration for Caddy: a whole Caddyfile. */
export function toCaddy(host: Host): string {
  const { site, root, listen, certificates } = host;
  return printDirectives(
    [
      `# ${site.name} for Caddy, printed by "npm run host -- caddy". Save it as /etc/caddy/Caddyfile.`,
      '',
      [
        listen === undefined
          ? site.url
          : `${certificates === undefined ? 'http' : 'https'}://:${listen.port}`,
        [
          ...(listen?.address === undefined
            ? []
            : [`bind ${listen.address.replace(/[[\]]/g, '')}`]),
          ...(certificates === undefined
            ? []
            : [
                `tls ${quote(`${certificates}/${CERTIFICATE.chain}`)} ${quote(`${certificates}/${CERTIFICATE.key}`)}`,
              ]),
          `root * ${quote(root)}`,
          '',
          '# The query with its question mark, if there is one.',
          ['map {http.request.uri.query} {kb_query}', [`~^(.+)$ "?\${1}"`, 'default ""']],
          '',
          ...listOldAddresses(host),
          '# One after the other, the last one holds.',
          [
            'route',
            [
              ...listHeaders(host),
              '',
              ...listErrors(host),
              '',
              ...listRedirects(),
              '',
              ...listFiles(host),
            ],
          ],
          '',
          [
            'handle_errors',
            [
              `header Cache-Control ${quote(caching.other)}`,
              `header Content-Type ${quote(types['html'] ?? bytes)}`,
              VARY,
              `rewrite * ${missingPath}`,
              FILE_SERVER,
            ],
          ],
        ],
      ],
    ],
    { indent: '\t', end: '' },
  );
}

function listHeaders({ site }: Host): Directive[] {
  const toTypeRule = (name: string, paths: string, type: string) => [
    `@${name} path ${paths}`,
    `header @${name} Content-Type ${quote(type)}`,
  ];
  return [
    [
      'header',
      Object.entries(toCommonHeaders(site)).map(([name, value]) => `${name} ${quote(value)}`),
    ],
    VARY,
    `header Cache-Control ${quote(caching.other)}`,
    `@hashed path ${hashedFolders.map((folder) => `${site.toHref(folder)}*`).join(' ')}`,
    `header @hashed Cache-Control ${quote(caching.hashed)}`,
    `header Content-Type ${quote(bytes)}`,
    ...Object.entries(types).flatMap(([ending, type]) =>
      toTypeRule(ending, ending === 'html' ? '*.html */' : `*.${ending}`, type),
    ),
    ...Object.entries(ownTypes).flatMap(([path, type], index) =>
      toTypeRule(`own${index}`, site.toHref(path), type),
    ),
  ];
}

function listErrors({ site: { toHref } }: Host): Directive[] {
  const hidden = ['/_headers', '/_redirects', missingPath].map(toHref).join(' ');
  return [
    '@writing not method GET HEAD',
    'header @writing Allow "GET, HEAD"',
    'respond @writing 405',
    '',
    ['@hidden', [`path */.* ${hidden}`, 'not path /.well-known/*']],
    'error @hidden 404',
    '# No file has such a name, and to look for one would be a fault of the server.',
    '@unnameable path_regexp "\\x00|[^/]{256}|[^\\x00-\\x7f]{64}"',
    'error @unnameable 404',
  ];
}

// Not matchers of paths: to these, capitals and small letters are the same.
function listOldAddresses({ site: { toHref }, redirects }: Host): Directive[] {
  const toLine = (input: string, { to }: Redirect) => {
    const anchor = to?.anchor === undefined ? '' : `#${to.anchor}`;
    const page = to === undefined ? GONE : toLocation({ ...to, anchor: undefined }, toHref, '');
    return `${input} ${quote(page)} ${quote(anchor)}`;
  };
  return [
    '# Pages that moved or are gone, as content/links.lock.json has them; print this file again when it changes.',
    [
      'map {http.request.uri.path} {kb_moved} {kb_section}',
      [
        ...redirects.paths.map((redirect) => toLine(quote(toHref(redirect.from)), redirect)),
        ...redirects.numbers.map((redirect) =>
          toLine(toPatternToken(`^${escapePattern(toHref(redirect.from))}-`), redirect),
        ),
        'default "" ""',
      ],
    ],
    [
      'map "{http.request.uri.path}?{http.request.uri.query}" {kb_asked} {kb_asked_section}',
      [
        ...redirects.queries.map((query) =>
          toLine(toPatternToken(toPattern(query, toHref)), query),
        ),
        'default "" ""',
      ],
    ],
    '',
  ];
}

// Between these marks a backslash stands for itself; no address holds one of them.
function toPatternToken(pattern: string): string {
  return `\`~${pattern}\``;
}

function listRedirects(): Directive[] {
  return [
    `@asked_gone vars {kb_asked} ${GONE}`,
    'error @asked_gone 410',
    '@asked not vars {kb_asked} ""',
    'redir @asked "{kb_asked}{kb_asked_section}" 301',
    `@gone vars {kb_moved} ${GONE}`,
    'error @gone 410',
    '@moved not vars {kb_moved} ""',
    'redir @moved "{kb_moved}{kb_query}{kb_section}" 301',
  ];
}

function listFiles({ site: { toHref } }: Host): Directive[] {
  const home = toHref('/').slice(0, -1);
  // A site below a path answers for nothing else.
  const outside = [
    `redir ${home} ${home}/{kb_query} 301`,
    `@outside not path ${home}/*`,
    'error @outside 404',
    `uri strip_prefix ${home}`,
  ];
  return [
    ...(home === '' ? [] : outside),
    ['@folder', ['not path */ //*', 'file {path}/index.html']],
    'redir @folder {http.request.orig_uri.path}/{kb_query} 301',
    FILE_SERVER,
  ];
}
