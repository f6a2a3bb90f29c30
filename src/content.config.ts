import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { type CollectionName, collections as all, mapCollections } from '#reader/collections.ts';
import { loadCollection } from '#reader/loader.ts';

type Definitions = {
  [Name in CollectionName]: { loader: Loader; schema: (typeof all)[Name]['entry'] };
};

export const collections = mapCollections<Definitions>((name) =>
  defineCollection({ loader: loadCollection(name), schema: all[name].entry }),
);
