import type { APIRoute, GetStaticPaths } from 'astro';
import { listErrors } from '#queries/errors.ts';
import type { Explained } from '#domain/message.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listErrors()).map(({ error }) => ({ params: { id: error.id }, props: { error } }));

/** What a message means and what to do, for the search that was given it. */
export const GET: APIRoute<{ error: Explained }> = ({
  props: {
    error: { message, meaning, causes },
  },
}) => Response.json({ message, meaning, causes } satisfies Explained);
