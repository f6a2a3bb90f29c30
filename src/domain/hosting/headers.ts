import { feedPath } from '../linking/permalink.ts';
import type { Links } from '../site.ts';
import { toCommonHeaders } from './policy.ts';
import { speculationPath, speculationType } from './speculation.ts';

// What every host must know of the built site. The preview, `_headers` and the configurations of servers are made of it.

/** The type of each kind of file, by its ending; all others are bytes. */
export const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  pdf: 'application/pdf',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The type of what has no other. */
export const bytes = 'application/octet-stream';

/** The types of files whose ending says too little, by their path. */
export const ownTypes: Readonly<Record<string, string>> = {
  [feedPath]: 'application/rss+xml',
  '/opensearch.xml': 'application/opensearchdescription+xml',
  [speculationPath]: speculationType,
};

/** Folders in which each name holds a hash of the content. */
export const hashedFolders: readonly string[] = [
  '/_astro/',
  '/pagefind/fragment/',
  '/pagefind/index/',
  '/pagefind/filter/',
];

/** How long browsers keep what can never change, and everything else. */
export const caching = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/** The page that answers where nothing is, and where something was. */
export const missingPath = '/404.html';

/** All headers of a file, by its path without the base path; a path that ends in a slash is a page. */
export function toHeaders(path: string, links: Pick<Links, 'toHref'>): Record<string, string> {
  const file = path.endsWith('/') ? 'index.html' : path;
  const ending = /\.(\w+)$/.exec(file)?.[1] ?? '';
  return {
    ...toCommonHeaders(links),
    'Cache-Control': hashedFolders.some((folder) => path.startsWith(folder))
      ? caching.hashed
      : caching.other,
    'Content-Type': ownTypes[path] ?? types[ending] ?? bytes,
  };
}
