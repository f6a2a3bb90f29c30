import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { articlePath, permalinkPath } from '../domain/permalink.ts';
import { count } from '../domain/problem.ts';
import { readContent } from '../files/content.ts';

/**
 * Puts each article at its permalink and at its old paths too, as full copies that name their canonical address:
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
        const { articleIds, ledger } = readContent(root, '9999-12-31');
        const moved = [...ledger].flatMap(([path, { to }]) => (path.startsWith('/') && to !== undefined ? [{ path, to }] : []));
        const paths = [...articleIds].flatMap(([slug, id]) => [
          { slug, path: permalinkPath(id) },
          ...moved.filter(({ to }) => to.split('#')[0] === id).map(({ path }) => ({ slug, path })),
        ]);
        for (const { slug, path } of paths) {
          mkdirSync(join(out, path), { recursive: true });
          cpSync(join(out, articlePath(slug), 'index.html'), join(out, path, 'index.html'));
        }
        logger.info(`articles also stand at ${count(paths.length, 'permalink or old path')}`);
      },
    },
  };
}
