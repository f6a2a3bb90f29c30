import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatHeaders, formatRedirects, REDIRECTS } from '#domain/hosting/host-files.ts';
import { listMovedPaths } from '#domain/linking/moved.ts';
import { listRedirects } from '#domain/linking/redirect.ts';
import type { Site } from '#domain/site.ts';
import { toSlugs } from '#reader/content.ts';
import { getContent } from './reading.ts';

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
        const { articleIds, ledger } = getContent(root, site);
        const redirects = listRedirects(listMovedPaths(ledger, toSlugs(articleIds)), ledger);
        if (redirects.length > REDIRECTS)
          logger.warn(
            `_redirects holds the first ${REDIRECTS} of ${redirects.length} old paths; the others are full copies`,
          );
        writeFileSync(join(fileURLToPath(dir), '_headers'), formatHeaders(site));
        writeFileSync(join(fileURLToPath(dir), '_redirects'), formatRedirects(redirects, site));
      },
    },
  };
}
