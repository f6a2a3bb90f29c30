import type { APIRoute, GetStaticPaths } from 'astro';
import type { Facts } from '#domain/linking/copy.ts';
import { toNumber } from '#domain/linking/permalink.ts';
import type { Article } from '#schemas/article.ts';
import { listArticles } from '#queries/articles.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listArticles()).map(({ data }) => ({
    params: { number: toNumber(data.id) },
    props: { article: data },
  }));

/** What the internal note and the reply sentence say of an article. */
export const GET: APIRoute<{ article: Article }> = ({ props: { article } }) => {
  const { answer, owner, reviewed, reviewBy, retired } = article;
  return Response.json({ answer, owner, reviewed, reviewBy, retired: retired?.on } satisfies Facts);
};
