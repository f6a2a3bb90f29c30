import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Card, Facets } from '#search/card.ts';
import type { Hit, Library } from '#search/library.ts';
import { parseLexicon } from '#search/lexicon.ts';
import { parseMessages } from '#search/messages.ts';
import { RANKING } from '#search/ranking.ts';
import { parseVocabulary } from '#search/vocabulary.ts';
import { site } from './site.ts';

interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  search: (text: string) => Promise<{ results: Hit[] }>;
}

/** Opens the index of a built site in Node, as a browser opens it; `folder` is the site's. One site for each process. */
export async function openLibrary(folder: string): Promise<Library> {
  const path = join(folder, 'pagefind');
  const read = (file: string) => readFileSync(join(path, file), 'utf8');
  const pages = globSync('*.json', { cwd: join(path, 'card') }).map(
    (file) => [file.replace('.json', ''), JSON.parse(read(`card/${file}`)) as Card] as const,
  );
  const cards = new Map(pages);
  Object.assign(globalThis, {
    location: { href: 'http://localhost/', origin: 'http://localhost' },
    document: { querySelector: () => ({ getAttribute: () => 'en-GB' }) },
    fetch: async (url: string) =>
      new Response(readFileSync(join(folder, new URL(url, 'http://localhost').pathname))),
  });
  const pagefind = (await import(pathToFileURL(join(path, 'pagefind.js')).href)) as Pagefind;
  await pagefind.options({
    basePath: 'http://localhost/pagefind/',
    noWorker: true,
    ranking: RANKING,
  });
  return {
    idPrefix: site.idPrefix,
    search: async (text) => (await pagefind.search(text)).results,
    card: async (page) => cards.get(page) as Card,
    lexicon: async () => parseLexicon(read('lexicon.txt')),
    vocabulary: async () => parseVocabulary(read('vocabulary.txt')),
    messages: async () => parseMessages(read('messages.txt')),
    facets: async () => new Map<string, Facets>(cards),
  };
}
