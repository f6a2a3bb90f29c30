import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listMovedPaths } from '#domain/linking/moved.ts';
import { articlePath, permalinkPath } from '#domain/linking/permalink.ts';
import { count } from '#domain/problem.ts';
import type { Site } from '#domain/site.ts';
import { toSlugs } from '#reader/content.ts';
import { getContent } from './reading.ts';
import { stopOn } from './stop.ts';

/**
 * Puts each article at its permalink, and each page at its old paths, as full copies that name their canonical address:
 * a redirect by meta tag would lose the anchor. Comes after the search index, which must not see copies.
 */
export function copies(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'copies',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { articleIds, ledger } = getContent(root, site);
        const paths = [
          ...[...articleIds].map(([slug, id]) => ({
            page: articlePath(slug),
            path: permalinkPath(id),
          })),
          ...listMovedPaths(ledger, toSlugs(articleIds)).map(({ from, to }) => ({
            page: to,
            path: from,
          })),
        ];
        for (const { page, path } of paths) {
          // A record of an old address must never take the place of a page that is there.
          if (existsSync(join(out, path, 'index.html'))) {
            stopOn([
              {
                file: 'content/links.lock.json',
                code: 'address-conflict',
                message: `${path} is a page of the site`,
                hint: 'Remove its line.',
              },
            ]);
          }
          mkdirSync(join(out, path), { recursive: true });
          copyFileSync(join(out, page, 'index.html'), join(out, path, 'index.html'));
        }
        logger.info(`pages also stand at ${count(paths.length, 'permalink or old path')}`);
      },
    },
  };
}
