import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { getCurrentBySlug } from './articles.ts';

/** The messages of an article, in its order; stops the build when it has none. */
export async function getErrors(
  slug: string,
): Promise<CollectionEntry<'errors'>['data']['errors']> {
  const entry = await getEntry('errors', slug);
  if (entry === undefined) throw new Error(`There are no messages of ${slug} in content/errors/.`);
  return entry.data.errors;
}

/** Each message that a current article explains, with that article. */
export async function listErrors() {
  const articles = await getCurrentBySlug();
  return (await getCollection('errors')).flatMap(({ id, data }) => {
    const article = articles.get(id);
    return article === undefined ? [] : data.errors.map((error) => ({ error, article }));
  });
}
