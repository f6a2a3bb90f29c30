import { toHref } from '../domain/permalink.ts';

/** What a search gives back before its data is loaded. */
export interface Hit {
  id: string;
  score: number;
  data: () => Promise<HitData>;
}

export interface HitData {
  url: string;
  /** With `<mark>` around what matched; all else is escaped. */
  excerpt: string;
  meta: Record<string, string | undefined>;
  sub_results: { title: string; url: string; excerpt: string; weighted_locations: { balanced_score: number }[] }[];
}

interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  search: (query: string) => Promise<{ results: Hit[] }>;
}

let loading: Promise<Pagefind> | undefined;

/** Loads the search engine and its index, once; call it when a reader shows the intent to search. */
export function loadPagefind(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const url = toHref('/pagefind/pagefind.js');
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.options({
    baseUrl: toHref('/'),
    // The worker would need a Trusted Types policy of its own; the main thread is lighter and fast enough.
    noWorker: true,
    excerptLength: 24,
    ranking: { pageLength: 0.2, metaWeights: { title: 10, id: 6, keywords: 6, summary: 3 } },
  });
  return pagefind;
}
