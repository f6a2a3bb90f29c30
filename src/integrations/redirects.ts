import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listMovedPaths } from '../domain/moved.ts';
import { toRedirectFiles } from '../domain/redirect.ts';
import { toSlugs } from '../files/content.ts';
import { getContent } from './reading.ts';

/** Writes the redirects of old paths for hosts that answer with a 301; on all others the copies stand there. */
export function redirects(): AstroIntegration {
  let root = '';
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir }) => {
        const { articleIds, ledger } = getContent(root);
        for (const [file, text] of toRedirectFiles(listMovedPaths(ledger, toSlugs(articleIds)))) {
          const path = join(fileURLToPath(dir), file);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, text);
        }
      },
    },
  };
}
