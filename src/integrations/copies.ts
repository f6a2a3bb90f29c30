import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listMovedPaths } from '#domain/linking/moved.ts';
import { articlePath, permalinkPath } from '#domain/linking/permalink.ts';
import { count } from '#domain/problem.ts';
import { getContent } from '#reader/current.ts';
import { stopOn } from './stop.ts';

/**
 * Puts each article at its permalink, and each page at its old paths, as full copies that name their canonical address:
 * a redirect by meta tag would lose the anchor. Comes after the search index, which must not see copies.
 */
export function copies(): AstroIntegration {
  let root = '';
  return {
    name: 'copies',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { ledger, slugs } = getContent(root);
        const paths = [
          ...[...slugs].map(([id, slug]) => ({ page: articlePath(slug), path: permalinkPath(id) })),
          ...listMovedPaths(ledger, slugs).map(({ from, to }) => ({
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
