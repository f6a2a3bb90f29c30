import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { Term } from '#schemas/glossary.ts';
import { site } from '#site.ts';
import { listCurrentArticles } from './articles.ts';

/** All terms in alphabetical order. */
export async function listTerms(): Promise<Term[]> {
  const terms = (await getCollection('terms')).map(({ data }) => data);
  return terms.sort((a, b) => a.term.localeCompare(b.term, site.locale));
}

/** The articles that use a term, by the term's id. */
export async function listUses(): Promise<Map<string, CollectionEntry<'articles'>[]>> {
  const uses = new Map<string, CollectionEntry<'articles'>[]>();
  for (const article of await listCurrentArticles()) {
    const { remarkPluginFrontmatter } = await render(article);
    for (const id of (remarkPluginFrontmatter['terms'] ?? []) as string[])
      uses.set(id, [...(uses.get(id) ?? []), article]);
  }
  return uses;
}
