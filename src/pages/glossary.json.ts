import type { APIRoute } from 'astro';
import { listTerms } from '../queries/glossary.ts';

/** The definitions by id, for the pop-ups over terms in articles. */
export const GET: APIRoute = async () => {
  const terms = await listTerms();
  return new Response(JSON.stringify(Object.fromEntries(terms.map(({ id, term, definition }) => [id, { term, definition }]))));
};
