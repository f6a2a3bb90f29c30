import type { APIRoute, GetStaticPaths } from 'astro';
import { listErrors } from '#queries/errors.ts';
import type { ErrorMessage } from '#schemas/error.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listErrors()).map(({ error }) => ({ params: { id: error.id }, props: { error } }));

/** What a message means and what to do, for the search that was given it. */
export const GET: APIRoute<{ error: ErrorMessage }> = ({ props: { error } }) =>
  Response.json({ message: error.message, meaning: error.meaning, causes: error.causes });
