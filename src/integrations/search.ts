import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { count } from '../domain/problem.ts';
import { articlePath, toHref } from '../domain/permalink.ts';
import { readContent } from '../files/content.ts';

const FOLDER = 'pagefind';
// Kept inside words, so that file names, options and ids are found as they are written.
const OPTIONS = { includeCharacters: '_@/#+.-' };

/** Makes the search index: from the built pages, or from the development server's own pages when a search first asks for it. */
export function search(): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const root = server.config.root;
        let files: Promise<Map<string, Uint8Array>> | undefined;
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(join(root, 'content')) || path.startsWith(join(root, 'src'))) files = undefined;
        });
        server.middlewares.use(toHref(`/${FOLDER}/`), async (request, response, next) => {
          try {
            files ??= indexServer(root, server.resolvedUrls?.local[0] ?? '');
            const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
            const file = (await files).get(path);
            if (file === undefined) return next();
            response.setHeader('Content-Type', extname(path) === '.js' ? 'text/javascript' : 'application/octet-stream');
            response.end(file);
          } catch (error) {
            files = undefined;
            next(error);
          }
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const index = await createIndex();
        const { page_count, errors } = await index.addDirectory({ path: out });
        stopOn(errors);
        stopOn((await index.writeFiles({ outputPath: join(out, FOLDER) })).errors);
        await pagefind.close();
        logger.info(`${count(page_count, 'page')} indexed`);
      },
    },
  };
}

async function createIndex(): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex(OPTIONS);
  stopOn(errors);
  if (index === undefined) throw new Error('Pagefind made no index and gave no reason.');
  return index;
}

async function indexServer(root: string, address: string): Promise<Map<string, Uint8Array>> {
  const index = await createIndex();
  const { articleFiles } = readContent(root, '9999-12-31');
  for (const slug of articleFiles.keys()) {
    const url = articlePath(slug);
    const page = await fetch(new URL(url.slice(1), address));
    if (page.ok) stopOn((await index.addHTMLFile({ url, content: await page.text() })).errors);
  }
  const { files, errors } = await index.getFiles();
  stopOn(errors);
  await index.deleteIndex();
  return new Map(files.map(({ path, content }) => [path, content]));
}

function stopOn(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
