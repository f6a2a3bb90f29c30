import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { missingPath, toHeaders } from '#domain/hosting/headers.ts';
import { decode } from '#domain/linking/decode.ts';
import { type Fileless, findAsked, findByNumber } from '#domain/linking/fileless.ts';
import { movedPath } from '#domain/linking/permalink.ts';
import type { Site } from '#domain/site.ts';

/**
 * Sends the headers of a host from `astro preview` too, and leads on what asks for an old address that no file answers; `astro dev`
 * needs inline styles and goes without.
 */
export function headers(site: Site): AstroIntegration {
  return {
    name: 'headers',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command === 'preview')
          updateConfig({
            vite: {
              preview: {
                proxy: toProxy(fileURLToPath(config.outDir), site),
              },
            },
          });
      },
    },
  };
}

// Vite has no headers for single files (https://github.com/vitejs/vite/issues/14071), and Astro's preview
// runs no plugins that could set them. The one place that sees all of its answers before they are sent,
// 404s too, is a proxy that passes nothing on.
function toProxy(dist: string, site: Site) {
  return {
    [site.toHref('/')]: {
      target: 'http://localhost',
      bypass: (request: IncomingMessage, answer?: ServerResponse) => {
        const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
        const path = site.toPath(pathname) ?? missingPath;
        const isThere = isFile(dist, path);
        for (const [name, value] of Object.entries(toHeaders(isThere ? path : missingPath, site)))
          answer?.setHeader(name, value);
        const asked = [decode(pathname) ?? pathname, search.slice(1)] as const;
        const fileless = readFileless(dist);
        const to =
          findAsked(fileless, ...asked) ??
          (isThere || isFile(dist, `${path}/`) ? undefined : findByNumber(fileless, ...asked));
        if (to !== undefined) answer?.writeHead(301, { Location: to }).end();
        return request.url;
      },
    },
  };
}

function readFileless(dist: string): Fileless {
  const file = join(dist, movedPath);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Fileless)
    : { queries: [], numbers: {} };
}

// Astro answers a path without the slash of its page with the page.
function isFile(dist: string, path: string): boolean {
  try {
    return statSync(
      join(dist, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : ''),
    ).isFile();
  } catch {
    return false;
  }
}
