import { remember } from '#domain/remember.ts';
import { idPrefix, toHref } from '#links.ts';
import type { Facets, StoredCard } from '#search/card.ts';
import { Engine } from '#search/engine.ts';
import type { Hit, Library } from '#search/library.ts';
import { parseLexicon } from '#search/lexicon.ts';
import { RANKING } from '#search/ranking.ts';
import { LoadError, loadJson, loadText, report } from '../loading.ts';

interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  search: (
    text: string | null,
    options?: { filters: Record<string, string> },
  ) => Promise<{ results: Hit[] }>;
  filters: () => Promise<Record<string, Record<string, number>>>;
}

const FOLDER = toHref('/pagefind/');

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

// What Pagefind makes of a file that could not be loaded is no answer, and an error that follows from it no bug.
async function watch<T>(act: () => Promise<T>): Promise<T> {
  const before = failures;
  try {
    const answer = await act();
    if (failures === before) return answer;
  } catch (error) {
    if (failures === before) throw error;
  }
  throw new LoadError('a part of the index');
}

function search(
  text: string | null,
  options?: { filters: Record<string, string> },
): Promise<readonly Hit[]> {
  return watch(async () => {
    const { results } = await (await pagefind()).search(text, options);
    return results.map((hit) => ({ ...hit, data: () => watch(() => hit.data()) }));
  });
}

const lexicon = remember(async () => parseLexicon(await loadText(`${FOLDER}lexicon.txt`)));

const library: Library = {
  idPrefix,
  search,
  card: (page) => loadJson<StoredCard>(`${FOLDER}card/${page}.json`),
  lexicon,
  vocabulary: remember(async () => {
    const [{ parseVocabulary }, text] = await Promise.all([
      import('#search/vocabulary.ts'),
      loadText(`${FOLDER}vocabulary.txt`),
    ]);
    return parseVocabulary(text);
  }),
  messages: remember(async () => {
    const [{ parseMessages }, text] = await Promise.all([
      import('#search/messages.ts'),
      loadText(`${FOLDER}messages.txt`),
    ]);
    return parseMessages(text);
  }),
  facets: remember(async () => {
    const { topic = {}, kind = {} } = await watch(async () => (await pagefind()).filters());
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
  watch(pagefind).catch(report);
  lexicon().catch(report);
}
