import { type CollectionEntry, getCollection } from 'astro:content';

/** All pages that are no articles, by their name. */
export async function listPages(): Promise<CollectionEntry<'pages'>[]> {
  return (await getCollection('pages')).sort((a, b) => (a.id < b.id ? -1 : 1));
}
