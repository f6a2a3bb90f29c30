import { termDataPath } from '#domain/linking/permalink.ts';
import { toHref } from '#links.ts';

/** A term of the glossary with what it means. */
export interface Definition {
  term: string;
  definition: string;
}

const loaded = new Map<string, Promise<Definition>>();

/** Loads what a term means; a load that failed is tried again at the next call. */
export function loadDefinition(id: string): Promise<Definition> {
  const definition = loaded.get(id) ?? load(id);
  loaded.set(id, definition);
  definition.catch(() => loaded.delete(id));
  return definition;
}

async function load(id: string): Promise<Definition> {
  const answer = await fetch(toHref(termDataPath(id)));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return (await answer.json()) as Definition;
}
