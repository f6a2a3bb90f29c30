import type { APIRoute, GetStaticPaths } from 'astro';
import type { Term } from '#schemas/glossary.ts';
import { listTerms } from '#queries/glossary.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listTerms()).map((term) => ({ params: { id: term.id }, props: { term } }));

/** A term with its definition, for the pop-ups over terms in articles and above search results. */
export const GET: APIRoute<{ term: Term }> = ({ props: { term } }) =>
  Response.json({ term: term.term, definition: term.definition });
