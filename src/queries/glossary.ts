import { getCollection } from 'astro:content';
import type { Term } from '../schemas/glossary.ts';

/** All terms in alphabetical order. */
export async function listTerms(): Promise<Term[]> {
  const terms = (await getCollection('terms')).map(({ data }) => data);
  return terms.sort((a, b) => a.term.localeCompare(b.term, 'en'));
}
