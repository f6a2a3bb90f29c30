import { getCollection } from 'astro:content';
import type { Source } from '#schemas/source.ts';
import { once } from './once.ts';

/** All sources by id. */
export const listSources = once(
  async (): Promise<ReadonlyMap<string, Source>> =>
    new Map((await getCollection('sources')).map(({ id, data }) => [id, data])),
);
