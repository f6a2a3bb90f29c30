import { escapePattern } from '../linking/lookup.ts';
import { toPattern } from '../linking/redirect.ts';
import { type Directive, printDirectives } from './configuration.ts';
import { bytes, caching, hashedFolders, missingPath, ownTypes, types } from './headers.ts';
import { toCommonHeaders } from './policy.ts';
import type { Goal } from '../linking/moved.ts';
import { CERTIFICATE, type Host, quote, toLocation } from './web-server.ts';

// What stands in the place of where something is now.
const GONE = 'gone';
// Where certbot proves that the host is ours.
const CHALLENGE: Directive = ['location /.well-known/acme-challenge/', ['root /var/www/html']];

/** The configuration for nginx: a file for its `conf.d`. */
export function toNginx(host: Host): string {
  const { toHref } = host.site;
  return printDirectives(
    [
      `# ${host.site.name} for nginx, printed by "npm run host -- nginx". Save it as a file in /etc/nginx/conf.d/.`,
      '# The modules http_gzip_static and brotli_static are needed (Debian: nginx, libnginx-mod-http-brotli-static).',
      ...(host.certificates === undefined
        ? ['# For HTTPS print it with --tls, or leave that to a proxy in front.']
        : []),
      '',
      [
        'map $uri $kb_caching',
        [
          `default ${quote(caching.other)}`,
          ...hashedFolders.map(
            (folder) => `"~^${escapePattern(toHref(folder))}" ${quote(caching.hashed)}`,
          ),
        ],
      ],
      '',
      ['map $request_method $kb_allowed', ['default "GET, HEAD"', 'GET ""', 'HEAD ""']],
      '',
      ...listQueries(host),
      ...listPlain(host),
      ['server', [...listAnswers(host), ...listQueryAnswers(host), '', ...listLocations(host)]],
    ],
    { indent: '  ', end: ';' },
  );
}

// What an answer is for everybody stands in the server alone: a location that adds a header of its own would lose all others.
function listAnswers({ site, listen, certificates }: Host): Directive[] {
  const port = listen?.port ?? (certificates === undefined ? 80 : 443);
  const at = [listen?.address, port].filter((part) => part !== undefined).join(':');
  return [
    ...(certificates === undefined
      ? [`listen ${at}`]
      : [
          `listen ${at} ssl http2`,
          `ssl_certificate ${quote(`${certificates}/${CERTIFICATE.chain}`)}`,
          `ssl_certificate_key ${quote(`${certificates}/${CERTIFICATE.key}`)}`,
          'ssl_protocols TLSv1.2 TLSv1.3',
        ]),
    toName(site),
    'server_tokens off',
    'absolute_redirect off',
    '',
    ...Object.entries(toCommonHeaders(site)).map(
      ([name, value]) => `add_header ${name} ${quote(value)} always`,
    ),
    'add_header Cache-Control $kb_caching always',
    'add_header Allow $kb_allowed always',
    '',
    ['types', Object.entries(types).map(([ending, type]) => `${quote(type)} ${ending}`)],
    `default_type ${bytes}`,
    'gzip_static on',
    'gzip_proxied any',
    'gzip_vary on',
    'brotli_static on',
    '',
    ['if ($request_method !~ "^(GET|HEAD)$")', ['return 405']],
  ];
}

// Who asks without TLS is led to it, unless the port is chosen; the proof for a certificate is asked for without.
function listPlain({ site, listen, certificates }: Host): Directive[] {
  if (certificates === undefined || listen !== undefined) return [];
  return [
    [
      'server',
      [
        'listen 80',
        toName(site),
        'server_tokens off',
        ['location /', [`return 301 https://${new URL(site.url).host}$request_uri`]],
        CHALLENGE,
      ],
    ],
    '',
  ];
}

function toName({ url }: Host['site']): string {
  return `server_name ${new URL(url).hostname}`;
}

function listLocations({
  site: { toHref },
  root,
  redirects,
  listen,
  certificates,
}: Host): Directive[] {
  const home = toHref('/').slice(0, -1);
  const missing = quote(toHref(missingPath));
  return [
    '# A folder without a page is not there either.',
    `error_page 403 =404 ${missing}`,
    `error_page 404 410 ${missing}`,
    [`location = ${missing}`, ['internal', `alias ${quote(root + missingPath)}`]],
    '',
    [`location ${quote(toHref('/'))}`, [`alias ${quote(`${root}/`)}`, 'index index.html']],
    ...(home === '' ? [] : listOutside(home)),
    ...(listen === undefined && certificates === undefined ? [CHALLENGE] : []),
    '',
    [
      `location ~ "/\\.(?!well-known/)|^${escapePattern(toHref('/'))}_(headers|redirects)$"`,
      ['return 404'],
    ],
    '',
    ...Object.entries(ownTypes).map(([path, type]): Directive => [
      `location = ${quote(toHref(path))}`,
      [`alias ${quote(root + path)}`, ['types', []], `default_type ${type}`],
    ]),
    '',
    '# Pages that moved or are gone, as content/links.lock.json has them; print this file again when it changes.',
    ...redirects.paths.map(({ from, to }): Directive => [
      `location = ${quote(toHref(from))}`,
      [toAnswer(to, toHref)],
    ]),
    // Any words may stand behind the number.
    ...redirects.numbers.map(({ from, to }): Directive => [
      `location ^~ ${quote(`${toHref(from)}-`)}`,
      [toAnswer(to, toHref)],
    ]),
  ];
}

// A site below a path answers for nothing else.
function listOutside(home: string): Directive[] {
  return [
    ['location /', ['return 404']],
    [`location = ${quote(home)}`, [`return 301 ${quote(`${home}/$is_args$args`)}`]],
  ];
}

function toAnswer(to: Goal | undefined, toHref: Host['site']['toHref']): string {
  return to === undefined
    ? 'return 410'
    : `return 301 ${quote(toLocation(to, toHref, '$is_args$args'))}`;
}

// Only what has a query is held against the patterns.
function listQueries({ site: { toHref }, redirects: { queries } }: Host): Directive[] {
  if (queries.length === 0) return [];
  return [
    ['map $is_args $kb_asked', ['default ""', '"?" "$uri?$args"']],
    '',
    [
      'map $kb_asked $kb_moved',
      [
        'default ""',
        ...queries.map(
          (query) =>
            `${quote(`~${toPattern(query, toHref)}`)} ${query.to === undefined ? GONE : quote(toLocation(query.to, toHref, ''))}`,
        ),
      ],
    ],
    '',
  ];
}

function listQueryAnswers({ redirects: { queries } }: Host): Directive[] {
  return [
    ...(queries.some(({ to }) => to === undefined)
      ? [[`if ($kb_moved = ${GONE})`, ['return 410']] as const]
      : []),
    ...(queries.length > 0 ? [['if ($kb_moved)', ['return 301 $kb_moved']] as const] : []),
  ];
}
