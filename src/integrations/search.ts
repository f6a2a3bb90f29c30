import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { articlePath, toHref } from '../domain/permalink.ts';
import { count } from '../domain/problem.ts';
import { escapeXml } from '../domain/xml.ts';
import { type Content, readContent } from '../files/content.ts';
import { type Facets, toCard, toFields } from '../search/card.ts';
import { toLexicon } from '../search/lexicon.ts';
import { formatVocabulary, toVocabulary } from '../search/vocabulary.ts';

const FOLDER = 'pagefind';
// Small pieces of the index: a word loads the two or three kilobytes that hold it instead of thirty.
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '1000';
// The engine and its index, and nothing of the user interfaces that come with them.
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\.en.*|.*\.pf_\w+)$/;
const BLOCK_END = /<\/(?:p|li|dt|dd|td|th|tr|caption|figcaption|div|section|summary|text|h\d)>/g;
const BODY = /<article [^>]*data-pagefind-body[^>]*>/;

/** Makes the search index: from the built pages, or from the development server's own pages when a search first asks for it. */
export function search(): AstroIntegration {
  let root = '';
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        let files: Promise<Map<string, Uint8Array>> | undefined;
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(join(root, 'content')) || path.startsWith(join(root, 'src'))) files = undefined;
        });
        const readPage = async (path: string) => {
          const page = await fetch(new URL(path.slice(1), server.resolvedUrls?.local[0]));
          return page.ok ? page.text() : undefined;
        };
        server.middlewares.use(toHref(`/${FOLDER}/`), async (request, response, next) => {
          try {
            files ??= toFiles(readContent(root, '9999-12-31'), readPage);
            const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
            const file = (await files).get(path);
            if (file === undefined) return next();
            response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
            response.end(file);
          } catch (error) {
            files = undefined;
            next(error);
          }
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const readPage = async (path: string) => {
          const file = join(out, path, 'index.html');
          return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
        };
        const files = await toFiles(readContent(root, '9999-12-31'), readPage);
        await pagefind.close();
        for (const [path, content] of files) {
          const target = join(out, FOLDER, path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        }
        logger.info(`${count([...files.keys()].filter((path) => path.startsWith('card/')).length, 'article')} indexed`);
      },
    },
  };
}

const TYPES: Record<string, string | undefined> = { '.js': 'text/javascript', '.json': 'application/json', '.txt': 'text/plain' };

/** The files of the search by their path: Pagefind's index, a card for each article, and what is known about words. */
async function toFiles(
  { articles, comparisons, terms, synonyms }: Content,
  readPage: (path: string) => Promise<string | undefined>,
): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await pagefind.createIndex();
  stopOn(errors);
  if (index === undefined) throw new Error('Pagefind made no index and gave no reason.');
  const indexed = new Map<string, { slug: string; card: object; text: string }>();
  for (const [slug, article] of articles) {
    const url = articlePath(slug);
    const html = await readPage(url);
    if (html === undefined || !BODY.test(html)) continue;
    const card = toCard(
      slug,
      article,
      terms.filter((term) => term.article === slug),
      comparisons.filter((comparison) => comparison.article === slug),
    );
    const fields = toFields(article, card);
    stopOn((await index.addHTMLFile({ url, content: toIndexed(html, fields, card) })).errors);
    indexed.set(url, { slug, card, text: Object.values(fields).join(' ') });
  }
  const { files, errors: failed } = await index.getFiles();
  stopOn(failed);
  await index.deleteIndex();
  const result = new Map<string, Uint8Array>();
  const texts: string[] = [];
  const pages = new Map<string, string>();
  for (const { path, content } of files) {
    if (!NEEDED.test(path)) continue;
    result.set(path, content);
    if (!path.endsWith('.pf_fragment')) continue;
    const fragment = readFragment(content);
    const { slug, card, text } = indexed.get(fragment.url) ?? { slug: '', card: {}, text: '' };
    texts.push(`${fragment.content} ${text}`);
    // The card says it already, and is loaded first.
    fragment.meta = {};
    result.set(path, gzipSync(`${FRAGMENT_MARK}${JSON.stringify(fragment)}`, { level: 9 }));
    const page = basename(path, '.pf_fragment');
    pages.set(slug, page);
    result.set(`card/${page}.json`, encode(JSON.stringify(card)));
  }
  result.set('lexicon.json', encode(JSON.stringify(toLexicon(pages, terms, synonyms))));
  result.set('vocabulary.txt', encode(formatVocabulary(toVocabulary(texts))));
  return result;
}

// Without a space, the last word of a cell and the first of the next would be one word. What the page need not carry is added here.
function toIndexed(html: string, fields: Record<string, string>, { topic, kind }: Facets): string {
  const added = [
    ...Object.entries(fields).map(
      ([field, text]) => `<data hidden value="${escapeXml(text)}" data-pagefind-meta="${field}[value]"></data>`,
    ),
    ...Object.entries({ topic, kind }).map(([field, value]) => `<data hidden data-pagefind-filter="${field}:${value}"></data>`),
  ];
  return html.replace(BLOCK_END, '$& ').replace(BODY, (tag) => `${tag}${added.join('')}`);
}

const FRAGMENT_MARK = 'pagefind_dcd';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

// An article as the index stores it: compressed JSON behind a mark of Pagefind's.
function readFragment(content: Uint8Array): Fragment {
  return JSON.parse(gunzipSync(content).toString().slice(FRAGMENT_MARK.length)) as Fragment;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function stopOn(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
