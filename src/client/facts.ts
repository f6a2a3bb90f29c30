import type { Facts } from '#domain/linking/copy.ts';
import { factsPath } from '#domain/linking/permalink.ts';
import { remember } from '#domain/remember.ts';
import { toHref } from '#links.ts';
import { loadJson } from './loading.ts';

/** What has been loaded of articles, by their ids. */
export const facts = new Map<string, Facts>();

/** Loads what an article answers and when that was checked. */
export const loadFacts = remember(async (id: string) => {
  const loaded = await loadJson<Facts>(toHref(factsPath(id)));
  facts.set(id, loaded);
  return loaded;
});
