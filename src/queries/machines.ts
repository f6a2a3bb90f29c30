import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import type { Machine } from '#schemas/machine.ts';

/** All state machines, by id. */
export async function listMachines(): Promise<CollectionEntry<'machines'>[]> {
  return (await getCollection('machines')).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The state machine with this id; stops the build when there is none. */
export async function getMachine(id: string): Promise<Machine> {
  const machine = await getEntry('machines', id);
  if (machine === undefined)
    throw new Error(`There is no state machine ${id} in content/machines/.`);
  return machine.data;
}
