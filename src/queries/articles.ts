import { type CollectionEntry, getCollection } from 'astro:content';
import { toPromise } from '#domain/evidence.ts';
import { once } from './once.ts';

/** All articles that have a page, the retired ones too; drafts only while developing. */
export const listArticles = once(async (): Promise<CollectionEntry<'articles'>[]> => {
  const articles = await getCollection('articles');
  return articles.sort((a, b) => (a.data.id < b.data.id ? -1 : 1));
});

/** The articles that lists offer to readers, by slug: a retired one is reached by its links alone. */
export const getCurrentBySlug = once(
  async (): Promise<ReadonlyMap<string, CollectionEntry<'articles'>>> => {
    const current = (await listArticles()).filter(({ data }) => data.retired === undefined);
    return new Map(current.map((article) => [article.id, article]));
  },
);

/** The articles that lists offer to readers. */
export async function listCurrentArticles(): Promise<CollectionEntry<'articles'>[]> {
  return [...(await getCurrentBySlug()).values()];
}

/** The current articles with these slugs, in this order; slugs of drafts and of retired articles are passed over. */
export async function listArticlesBySlug(
  slugs: readonly string[],
): Promise<CollectionEntry<'articles'>[]> {
  const bySlug = await getCurrentBySlug();
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}

/** What readers may rely on in all articles that lists offer to them. */
export const getPromise = once(async () =>
  toPromise((await listCurrentArticles()).map(({ data }) => data)),
);
