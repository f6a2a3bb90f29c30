import { getCollection } from 'astro:content';
import type { Source } from '../schemas/source.ts';

/** All sources by id. */
export async function listSources(): Promise<Map<string, Source>> {
  return new Map((await getCollection('sources')).map(({ id, data }) => [id, data]));
}
