import type { APIRoute, GetStaticPaths } from 'astro';
import type { Facts } from '#domain/linking/copy.ts';
import { toNumber } from '#domain/linking/permalink.ts';
import { listArticles } from '#queries/articles.ts';
import { listComparisons } from '#queries/comparisons.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const homes = Map.groupBy(await listComparisons(), ({ data }) => data.article);
  return (await listArticles()).map(({ id, data }) => {
    const { answer, owner, reviewed, reviewBy, retired } = data;
    const own = homes.get(id)?.map((table) => [table.id, table.data.asOf]);
    const tables = own && Object.fromEntries(own);
    return {
      params: { number: toNumber(data.id) },
      props: { facts: { answer, tables, owner, reviewed, reviewBy, retired: retired?.on } },
    };
  });
};

/** What the internal note, the reply sentence and the search say of an article. */
export const GET: APIRoute<{ facts: Facts }> = ({ props: { facts } }) => Response.json(facts);
