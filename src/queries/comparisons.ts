import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import type { ReferenceList } from '#domain/comparing/reference.ts';
import { type Subset, type Table, toTable } from '#domain/comparing/table.ts';
import { site } from '#site.ts';
import { listArticlesBySlug } from './articles.ts';
import { listSources } from './sources.ts';

/** All comparisons, by id. */
export async function listComparisons(): Promise<CollectionEntry<'comparisons'>[]> {
  return (await getCollection('comparisons')).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The comparison with this id; stops the build when there is none. */
export async function getComparison(id: string): Promise<CollectionEntry<'comparisons'>> {
  const comparison = await getEntry('comparisons', id);
  if (comparison === undefined)
    throw new Error(`There is no comparison ${id} in content/comparisons/.`);
  return comparison;
}

/** A comparison ready for printing, whole or in part; its sources have the numbers of the page, or numbers of their own. */
export async function getTable(
  id: string,
  subset?: Subset,
  references?: ReferenceList,
): Promise<Table> {
  const comparison = await getComparison(id);
  const [home] = await listArticlesBySlug([comparison.data.article]);
  return {
    ...toTable(comparison, await listSources(), site.locale, subset, references),
    home: home?.data,
  };
}

/** For the home page: each comparison that names three telling rows, with these rows and its article. */
export async function listTeasers(): Promise<
  { article: CollectionEntry<'articles'>; table: Table }[]
> {
  const teasers = (await listComparisons()).map(async ({ id, data }) => {
    const [article] = await listArticlesBySlug([data.article]);
    return article === undefined || data.telling === undefined
      ? []
      : [{ article, table: await getTable(id, { rows: data.telling }) }];
  });
  return (await Promise.all(teasers))
    .flat()
    .sort((a, b) => (a.article.data.id < b.article.data.id ? -1 : 1));
}
