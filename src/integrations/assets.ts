import { copyFileSync, createReadStream, mkdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bytes, types } from '#domain/hosting/headers.ts';
import type { Plugin } from 'vite';
import type { Site } from '#domain/site.ts';
import { listAssets } from '#reader/assets.ts';
import { getContent } from '#reader/current.ts';

/** Publishes the files that stand beside texts, under names that hold a hash; of drafts only while developing. */
export function assets(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'assets',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [watchAssets(root)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const { articles, pages } = getContent(root).reading.collections;
          const path = site.toPath(pathname) ?? '';
          const file = path.startsWith('/_astro/')
            ? listAssets(root, [...articles.files, ...pages.files]).get(path)
            : undefined;
          if (file === undefined) return next();
          response.setHeader('Content-Type', types[extname(path).slice(1)] ?? bytes);
          createReadStream(join(root, file)).on('error', next).pipe(response);
        });
      },
      'astro:build:done': ({ dir }) => {
        const { published, reading } = getContent(root);
        const texts = [...published.values(), ...reading.collections.pages.entries];
        for (const [path, file] of listAssets(root, texts)) {
          const target = join(fileURLToPath(dir), path);
          mkdirSync(dirname(target), { recursive: true });
          copyFileSync(join(root, file), target);
        }
      },
    },
  };
}

// A module of MDX has the sizes of its pictures, and their names with the hashes of their bytes.
function watchAssets(root: string): Plugin {
  return {
    name: 'watch-assets',
    apply: 'serve',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(_code, id) {
        const text = getContent(root).reading.collections.articles.files.find(
          ({ file }) => join(root, file) === id,
        );
        for (const file of listAssets(root, text === undefined ? [] : [text]).values())
          this.addWatchFile(join(root, file));
      },
    },
  };
}
