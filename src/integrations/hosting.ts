import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  formatHeaders,
  toFileless,
  formatRedirects,
  REDIRECTS,
} from '#domain/hosting/host-files.ts';
import { movedPath } from '#domain/linking/permalink.ts';
import { listRedirects } from '#domain/linking/redirect.ts';
import type { Site } from '#domain/site.ts';
import { getContent } from '#reader/current.ts';

// What answers where a host takes no more redirects.
const ANSWERED = {
  paths: 'the others are full copies',
  numbers: 'the page for addresses that do not exist knows the others',
};

/** Writes headers and redirects for hosts that read them from the site; the configurations of servers are printed by `npm run host`. */
export function hosting(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const { ledger, slugs } = getContent(root);
        const redirects = listRedirects(ledger, slugs);
        for (const kind of ['paths', 'numbers'] as const)
          if (redirects[kind].length > REDIRECTS[kind])
            logger.warn(
              `_redirects holds the first ${REDIRECTS[kind]} of ${redirects[kind].length} old ${kind}; ${ANSWERED[kind]}`,
            );
        const write = (path: string, text: string) =>
          writeFileSync(join(fileURLToPath(dir), path), text);
        write('_headers', formatHeaders(site));
        write('_redirects', formatRedirects(redirects, site));
        write(movedPath, JSON.stringify(toFileless(redirects, site)));
      },
    },
  };
}
