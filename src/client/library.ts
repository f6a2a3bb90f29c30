import { toHref } from '../domain/permalink.ts';
import type { Card, Facets } from '../search/card.ts';
import { Engine, type Hit, type Library } from '../search/engine.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { RANKING } from '../search/ranking.ts';
import { parseVocabulary } from '../search/vocabulary.ts';

interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  search: (text: string | null, options?: { filters: Record<string, string> }) => Promise<{ results: Hit[] }>;
  filters: () => Promise<Record<string, Record<string, number>>>;
}

const load = async (file: string) => {
  const answer = await fetch(toHref(`/pagefind/${file}`));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
};

const pagefind = once(async () => {
  const module = (await import(/* @vite-ignore */ toHref('/pagefind/pagefind.js'))) as Pagefind;
  // The worker would need a Trusted Types policy of its own; the main thread is lighter and fast enough.
  await module.options({ baseUrl: toHref('/'), noWorker: true, ranking: RANKING });
  return module;
});
const lexicon = once(async () => (await load('lexicon.json')).json() as Promise<Lexicon>);

const library: Library = {
  search: async (text) => (await (await pagefind()).search(text)).results,
  card: async (page) => (await load(`card/${page}.json`)).json() as Promise<Card>,
  lexicon,
  vocabulary: once(async () => parseVocabulary(await (await load('vocabulary.txt')).text())),
  facets: once(async () => {
    const index = await pagefind();
    const { topic = {}, kind = {} } = await index.filters();
    const facets = new Map<string, Facets>();
    const list = async (field: keyof Facets, value: string) => {
      for (const { id } of (await index.search(null, { filters: { [field]: value } })).results) {
        facets.set(id, { topic: '', kind: '', ...facets.get(id), [field]: value });
      }
    };
    await Promise.all([
      ...Object.keys(topic).map((value) => list('topic', value)),
      ...Object.keys(kind).map((value) => list('kind', value)),
    ]);
    return facets;
  }),
};

/** The search of this site. */
export const engine = new Engine(library);

/** Loads what every search needs; call it when a reader shows the intent to search. */
export function prepareSearch(): void {
  // What fails here is tried again, and told, when somebody searches.
  pagefind().catch(() => undefined);
  lexicon().catch(() => undefined);
}

// Loads once; a load that failed is tried again at the next call.
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= start().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}
