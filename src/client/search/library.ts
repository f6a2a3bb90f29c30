import { idPrefix, toHref } from '#links.ts';
import type { Card, Facets } from '#search/card.ts';
import { Engine } from '#search/engine.ts';
import type { Hit, Library } from '#search/library.ts';
import type { Lexicon } from '#search/lexicon.ts';
import { RANKING } from '#search/ranking.ts';
import { parseVocabulary } from '#search/vocabulary.ts';

interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  search: (
    text: string | null,
    options?: { filters: Record<string, string> },
  ) => Promise<{ results: Hit[] }>;
  filters: () => Promise<Record<string, Record<string, number>>>;
}

const FOLDER = toHref('/pagefind/');

const load = async (file: string) => {
  const answer = await fetch(FOLDER + file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
};

// Pagefind keeps it to itself when a piece of the index cannot be loaded, and searches as if the piece
// were empty; for the files of its start it does not try again. So what it fetches is watched, and
// after a failure a new copy of it begins afresh: https://github.com/Pagefind/pagefind/pull/1329
let failures = 0;
const fetchAny = window.fetch.bind(window);
window.fetch = async (...request) => {
  const isIndex = String(request[0]).includes(FOLDER);
  try {
    const answer = await fetchAny(...request);
    if (isIndex && !answer.ok) failures += 1;
    return answer;
  } catch (error) {
    if (isIndex) failures += 1;
    throw error;
  }
};

let opened: { failures: number; index: Promise<Pagefind> } | undefined;

function pagefind(): Promise<Pagefind> {
  if (opened?.failures !== failures) opened = { failures, index: open(failures) };
  return opened.index;
}

async function open(attempt: number): Promise<Pagefind> {
  const address = `${FOLDER}pagefind.js${attempt === 0 ? '' : `?${attempt}`}`;
  const module = (await import(/* @vite-ignore */ address).catch((error: unknown) => {
    failures += 1;
    throw error;
  })) as Pagefind;
  // The worker would need a Trusted Types policy of its own; the main thread is lighter and fast enough.
  await module.options({
    baseUrl: toHref('/'),
    basePath: FOLDER,
    noWorker: true,
    ranking: RANKING,
  });
  return module;
}

async function search(
  text: string | null,
  options?: { filters: Record<string, string> },
): Promise<readonly Hit[]> {
  const before = failures;
  const { results } = await (await pagefind()).search(text, options);
  if (failures !== before) throw new Error('A part of the index could not be loaded.');
  return results;
}

const lexicon = once(async () => (await load('lexicon.json')).json() as Promise<Lexicon>);

const library: Library = {
  idPrefix,
  search,
  card: async (page) => (await load(`card/${page}.json`)).json() as Promise<Card>,
  lexicon,
  vocabulary: once(async () => parseVocabulary(await (await load('vocabulary.txt')).text())),
  facets: once(async () => {
    const { topic = {}, kind = {} } = await (await pagefind()).filters();
    const facets = new Map<string, Facets>();
    const list = async (field: keyof Facets, value: string) => {
      for (const { id } of await search(null, { filters: { [field]: value } })) {
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
