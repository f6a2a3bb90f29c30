import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatHeaders, formatRedirects, REDIRECTS } from '#domain/hosting/host-files.ts';
import { listRedirects } from '#domain/linking/redirect.ts';
import type { Site } from '#domain/site.ts';
import { getContent } from '#reader/current.ts';

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
