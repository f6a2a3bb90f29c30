import { type CollectionEntry, getCollection } from 'astro:content';

/** All articles that have a page, the retired ones too; drafts only while developing. */
export async function listArticles(): Promise<CollectionEntry<'articles'>[]> {
  const articles = await getCollection('articles', ({ data }) => import.meta.env.DEV || data.status !== 'draft');
  return articles.sort((a, b) => (a.data.id < b.data.id ? -1 : 1));
}

/** The articles that lists offer to readers: a retired one is reached by its links alone. */
export async function listCurrentArticles(): Promise<CollectionEntry<'articles'>[]> {
  return (await listArticles()).filter(({ data }) => data.retired === undefined);
}

/** The current articles with these slugs, in this order; slugs of drafts and of retired articles are passed over. */
export async function listArticlesBySlug(slugs: readonly string[]): Promise<CollectionEntry<'articles'>[]> {
  const bySlug = new Map((await listCurrentArticles()).map((article) => [article.id, article]));
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}
