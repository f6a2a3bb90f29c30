import { getEntry } from 'astro:content';
import type { Chooser } from '../schemas/chooser.ts';

/** The chooser with this id; stops the build when there is none. */
export async function getChooser(id: string): Promise<Chooser> {
  const chooser = await getEntry('choosers', id);
  if (chooser === undefined) throw new Error(`There is no chooser ${id} in content/choosers/.`);
  return chooser.data;
}
