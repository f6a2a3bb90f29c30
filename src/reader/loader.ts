import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'astro/zod';
import { sourcePath, termPath } from '#domain/linking/permalink.ts';
import type { Located } from '#domain/problem.ts';
import type { ArticleRecord } from './article.ts';
import { listAssets } from './assets.ts';
import type { CollectionName, collections } from './collections.ts';
import { type Content, toIsShown } from './content.ts';
import { getContent } from './current.ts';
import { findRun, listCases } from './proofs.ts';

/** What goes into Astro's store, and the Markdown that is rendered on its way. */
interface Entry {
  id: string;
  data: Record<string, unknown>;
  filePath: string;
  deferredRender?: boolean;
  text?: string;
}

/** The name of all loaders made here, by which Astro is asked to load them again. */
export const LOADER = 'reader';

/** Gives Astro the entries of a collection as the reader has them; drafts only to a server for development. */
export function loadCollection(name: CollectionName): Loader {
  const load = async (context: LoaderContext): Promise<void> => {
    const { config, generateDigest, refreshContextData, store, watcher } = context;
    const root = fileURLToPath(config.root);
    const content = getContent(root);
    const { articles, pages } = content.reading.collections;
    const { names } = content.reading.collections[name];
    const texts = new Map([...articles.files, ...pages.files].map((text) => [text.file, text]));
    // Astro keeps its store for the next command, and with it what other code has rendered.
    if (refreshContextData === undefined) store.clear();
    // While it is loaded again, what cannot be read for a moment stays as it was.
    for (const id of store.keys()) if (!names.has(id)) store.delete(id);
    const entries = toEntries(name, content, watcher !== undefined);
    if (entries.length === 0 && store.keys().length === 0) makeKnown(name, store);
    for (const entry of entries) {
      const text = texts.get(entry.filePath);
      // A page has the sizes of its pictures, and their names with the hashes of their bytes.
      const files = text === undefined ? [] : listAssets(root, [text]).keys();
      const digest = generateDigest({ ...entry, files: [...files] });
      if (store.get(entry.id)?.digest === digest) continue;
      const { text: markdown, ...rest } = entry;
      const rendered =
        markdown === undefined ? {} : await render(join(root, rest.filePath), markdown, context);
      store.set({ ...rest, ...rendered, digest });
    }
  };
  return { name: LOADER, load };
}

// A collection is known once it had an entry. Of one that is not, Astro says on each page that something is wrong with it.
function makeKnown(name: CollectionName, store: LoaderContext['store']): void {
  store.set({ id: name, data: {} });
  store.delete(name);
}

function toEntries(name: CollectionName, content: Content, isServer: boolean): Entry[] {
  const { collections: all } = content.reading;
  if (name === 'articles')
    return all.articles.entries
      .filter(({ isDraft }) => isServer || !isDraft)
      .map((article) => toArticle(article, content));
  if (name === 'pages')
    return all.pages.entries.map(({ id, data, file, text }) => ({
      id,
      data,
      filePath: file,
      text,
    }));
  if (name === 'errors') {
    const runs = new Map(
      listCases(content).map((each) => [each.name, findRun(content.reading.runs, each)]),
    );
    return all.errors.entries.map(({ id, data, at }) => ({
      id,
      data: {
        errors: data.errors.map((error) => ({ ...error, run: runs.get(`${id}#${error.proof}`) })),
      } satisfies z.infer<typeof collections.errors.entry>,
      filePath: at([]).file,
    }));
  }
  const isShown = toIsShown(content.reading);
  // What only drafts use has no address yet.
  const toPath = { terms: termPath, sources: sourcePath }[name as string];
  const isBegun = ({ id }: { id: string }) =>
    toPath !== undefined && !content.addresses.has(toPath(id));
  const entries: readonly Located<Record<string, unknown>>[] =
    isServer || (name !== 'comparisons' && name !== 'choosers' && name !== 'machines')
      ? [...all[name].entries].filter((entry) => isServer || !isBegun(entry))
      : [...all[name].entries].filter(isShown);
  return entries.map(({ id, data, at }, order) => ({
    id,
    data:
      name === 'topics' ? ({ ...data, order } as z.infer<typeof collections.topics.entry>) : data,
    filePath: at([]).file,
  }));
}

// MDX becomes a module; Markdown is rendered here, for half of what a module costs.
function toArticle(
  { id, data, file, text, components }: ArticleRecord,
  { citations }: Content,
): Entry {
  const uses = {
    terms: [...new Set(components.flatMap((use) => (use.name === 'Term' ? [use.props.id] : [])))],
    citations: [...(citations.get(id) ?? [])],
  };
  return {
    id,
    data: { ...data, ...uses } satisfies z.infer<typeof collections.articles.entry>,
    filePath: file,
    ...(file.endsWith('.mdx') ? { deferredRender: true } : { text }),
  };
}

async function render(
  path: string,
  text: string,
  { renderMarkdown }: LoaderContext,
): Promise<Pick<Parameters<LoaderContext['store']['set']>[0], 'rendered'>> {
  // Astro takes a line --- at the start for frontmatter, which an empty one prevents.
  const rendered = await renderMarkdown(`---\n---\n${text.trim()}`, {
    fileURL: pathToFileURL(path),
  });
  return { rendered };
}
