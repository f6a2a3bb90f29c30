import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import type { Chooser } from '#schemas/chooser.ts';

/** All choosers, by id. */
export async function listChoosers(): Promise<CollectionEntry<'choosers'>[]> {
  return (await getCollection('choosers')).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The chooser with this id; stops the build when there is none. */
export async function getChooser(id: string): Promise<Chooser> {
  const chooser = await getEntry('choosers', id);
  if (chooser === undefined) throw new Error(`There is no chooser ${id} in content/choosers/.`);
  return chooser.data;
}
