import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { missingPath, toHeaders } from '#domain/hosting/headers.ts';
import type { Site } from '#domain/site.ts';

/** Sends the headers of a host from `astro preview` too; `astro dev` needs inline styles and goes without. */
export function headers(site: Site): AstroIntegration {
  return {
    name: 'headers',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command === 'preview')
          updateConfig({
            vite: { preview: { proxy: toProxy(fileURLToPath(config.outDir), site) } },
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
      bypass: (
        request: { url?: string | undefined },
        answer?: { setHeader: (name: string, value: string) => void },
      ) => {
        const path =
          site.toPath(new URL(request.url ?? '/', 'http://localhost').pathname) ?? missingPath;
        for (const [name, value] of Object.entries(
          toHeaders(isFile(dist, path) ? path : missingPath, site),
        ))
          answer?.setHeader(name, value);
        return request.url;
      },
    },
  };
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
