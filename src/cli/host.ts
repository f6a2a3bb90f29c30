import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toCaddy } from '#domain/hosting/caddy.ts';
import { type Host, parseListen } from '#domain/hosting/web-server.ts';
import { toNginx } from '#domain/hosting/nginx.ts';
import { formatProblems, suggest } from '#domain/problem.ts';
import { listRedirects } from '#domain/linking/redirect.ts';
import { readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site, wrongSettings } from './site.ts';

// npm run host -- nginx|caddy [--root dist] [--listen 127.0.0.1:8080] [--tls folder]: prints the configuration that serves the built site.
const HOSTS: ReadonlyMap<string, (host: Host) => string> = new Map([
  ['nginx', toNginx],
  ['caddy', toCaddy],
]);
const usage = `npm run -s host -- nginx|caddy [--root dist] [--listen 127.0.0.1:8080] [--tls folder]
    --root    the folder that is served
    --listen  a port, or an address with a port: plain HTTP, behind a proxy
    --tls     the folder of a certificate: answers over TLS`;
const options = readOptions(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string', default: 'dist' },
      listen: { type: 'string' },
      tls: { type: 'string' },
    },
  }),
);

if (options !== undefined) {
  const { values, positionals } = options;
  const name = positionals.join(' ');
  const format = HOSTS.get(name.toLowerCase());
  const root = resolve(values.root);
  const listen = values.listen === undefined ? undefined : parseListen(values.listen);
  const faults = [
    ...(format === undefined
      ? [
          `${name === '' ? 'no host is named' : `unknown host ${name}`}\n  ${suggest(name, HOSTS.keys()) ?? ''}`,
        ]
      : []),
    ...(values.listen !== undefined && listen === undefined
      ? [
          `--listen is "${values.listen}", it must be a port, or an address with a port, such as 127.0.0.1:8080`,
        ]
      : []),
    // Settings that cannot be read are told below.
    ...(wrongSettings.length > 0 ? [] : checkHome(root)),
  ];
  if (format === undefined || faults.length > 0) {
    console.error(`${faults.join('\n')}\n  Usage: ${usage}`);
    process.exitCode = 1;
  } else {
    const { ledger, problems, slugs } = readContent(process.cwd());
    // What moved cannot be told from content that cannot be read.
    const all = [...problems, ...wrongSettings];
    if (all.length > 0) {
      console.error(formatProblems(all));
      process.exitCode = 1;
    } else
      process.stdout.write(
        format({
          site,
          root,
          listen,
          certificates: values.tls === undefined ? undefined : resolve(values.tls),
          redirects: listRedirects(ledger, slugs),
        }),
      );
  }
}

// A site that was built for another address would answer at paths that its links do not have.
function checkHome(root: string): string[] {
  const file = join(root, 'index.html');
  const home = existsSync(file)
    ? /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1]
    : undefined;
  if (home === undefined || home === site.toUrl('/')) return [];
  return [
    `the site in ${root} is built for ${home}, and PUBLIC_SITE_URL and PUBLIC_BASE_PATH say ${site.toUrl('/')}\n  Set them as they were for the build.`,
  ];
}
