import { type CollectionEntry, getCollection } from 'astro:content';

/** All articles that readers may see; drafts only while developing. */
export async function listArticles(): Promise<CollectionEntry<'articles'>[]> {
  const articles = await getCollection('articles', ({ data }) => import.meta.env.DEV || data.status !== 'draft');
  return articles.sort((a, b) => (a.data.id < b.data.id ? -1 : 1));
}

/** The articles with these slugs, in this order; slugs of drafts are passed over. */
export async function listArticlesBySlug(slugs: readonly string[]): Promise<CollectionEntry<'articles'>[]> {
  const bySlug = new Map((await listArticles()).map((article) => [article.id, article]));
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}
