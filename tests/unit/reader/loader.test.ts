import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import type { DatedCitation } from '#domain/comparing/reference.ts';
import type { CollectionName } from '#reader/collections.ts';
import { rereadContent } from '#reader/current.ts';
import { loadCollection } from '#reader/loader.ts';
import { CUP } from '../../fixtures/broken.ts';
import { makeProject } from '../../fixtures/project.ts';

type Entry = Parameters<LoaderContext['store']['set']>[0];

/** Astro's side of a collection: its store, what was put there since it was last asked, and a way to load as a command does. */
function makeStore(name: CollectionName, { root }: { root: string }) {
  const entries = new Map<string, Entry>();
  const rendered: string[] = [];
  let written: string[] = [];
  const store = {
    get: (id: string) => entries.get(id),
    keys: () => [...entries.keys()],
    delete: (id: string) => void entries.delete(id),
    clear: () => entries.clear(),
    set: (entry: Entry) => {
      written.push(entry.id);
      entries.set(entry.id, entry);
      return true;
    },
  };
  const load = async (context: object) => {
    written = [];
    rereadContent(`${root}/`);
    await loadCollection(name).load({
      store,
      config: { root: pathToFileURL(`${root}/`) },
      generateDigest: JSON.stringify,
      renderMarkdown: (text: string) => {
        rendered.push(text);
        return Promise.resolve({ html: text });
      },
      ...context,
    } as unknown as LoaderContext);
  };
  return {
    entries,
    rendered,
    written: () => written,
    build: () => load({}),
    develop: () => load({ watcher: {} }),
    reload: () => load({ watcher: {}, refreshContextData: {} }),
  };
}

test('an article comes with its file, and with the terms and sources that its text and its tables use', async () => {
  const project = makeProject();
  const store = makeStore('articles', project);
  await store.build();
  expect(store.entries.get('tea')).toMatchObject({
    filePath: 'content/articles/tea.mdx',
    deferredRender: true,
    data: { id: 'KB-1001', terms: ['tea'] },
  });
  const citations = store.entries.get('tea')?.data['citations'] as DatedCitation[];
  expect(citations[0]).toEqual({ source: 'book', section: 'Chapter 1' });
  expect(citations.slice(1).map(({ source, checked }) => `${source} ${checked}`)).toEqual([
    'book 2026-01',
    'book 2026-01',
    'book 2026-01',
    'rumour 2026-01',
    'book 2026-01',
    'book 2026-01',
  ]);
});

test('Markdown is rendered without its frontmatter, a line at its start included; MDX is not', async () => {
  const project = makeProject();
  project.edit('articles/water.md', '## Where', '---\n\n## Where');
  const store = makeStore('articles', project);
  await store.build();
  expect(store.rendered).toEqual([
    expect.stringMatching(/^---\n---\n---\n\n## Where it comes from\n\nFrom the tap\./),
  ]);
  expect(store.entries.get('water')?.rendered?.html).toBe(store.rendered[0]);
  expect(store.entries.get('tea')?.rendered).toBeUndefined();
});

test('a draft is only given to a server for development', async () => {
  const project = makeProject();
  project.edit('articles/water.md', 'status: published', 'status: draft');
  const store = makeStore('articles', project);
  await store.build();
  expect([...store.entries.keys()]).toEqual(['tea']);
  await store.develop();
  expect([...store.entries.keys()]).toEqual(['tea', 'water']);
});

test('topics keep the order of their file', async () => {
  const project = makeProject();
  project.edit('topics.yaml', /^/, '- { id: zest, title: Zest, summary: What it adds. }\n');
  const store = makeStore('topics', project);
  await store.build();
  expect([...store.entries.values()].map(({ id, data }) => [id, data['order']])).toEqual([
    ['zest', 0],
    ['drinks', 1],
  ]);
});

test('a command starts afresh, whatever the last one left', async () => {
  const store = makeStore('articles', makeProject());
  await store.build();
  store.entries.set('lost', { id: 'lost', data: {} });
  await store.build();
  expect(store.written()).toEqual(['tea', 'water']);
  expect(store.entries.has('lost')).toBe(false);
});

test('what is loaded again is only what changed, moved or went', async () => {
  const project = makeProject();
  const articles = join(project.root, 'content/articles');
  const store = makeStore('articles', project);
  await store.develop();
  await store.reload();
  expect(store.written()).toEqual([]);
  project.edit('articles/tea.mdx', '## What is coffee?', '## What is a coffee?');
  await store.reload();
  expect(store.written()).toEqual([]);
  project.edit('articles/tea.mdx', 'title: Tea vs coffee', 'title: Tea or coffee');
  project.edit('articles/water.md', 'From the tap.', 'From the well.');
  await store.reload();
  expect(store.written()).toEqual(['tea', 'water']);
  expect(store.entries.get('water')?.rendered?.html).toContain('From the well.');
  mkdirSync(join(articles, 'cold'));
  renameSync(join(articles, 'water.md'), join(articles, 'cold/water.md'));
  await store.reload();
  expect(store.entries.get('water')?.filePath).toBe('content/articles/cold/water.md');
  rmSync(join(articles, 'cold'), { recursive: true });
  await store.reload();
  expect([...store.entries.keys()]).toEqual(['tea']);
});

test('a page is rendered again when a picture beside it changed', async () => {
  const project = makeProject();
  const [water, picture] = ['articles/water.md', join(project.root, 'content/articles/cup.png')];
  project.change({ [water]: ['From the tap.', '![A cup](cup.png)'], 'articles/cup.png': CUP });
  const store = makeStore('articles', project);
  await store.develop();
  await store.reload();
  expect(store.written()).toEqual([]);
  writeFileSync(picture, CUP.with(19, 7));
  await store.reload();
  expect(store.written()).toEqual(['water']);
});

test.each([
  ['articles', 'articles/tea.mdx', 'title: Tea', 'title: "Tea', 'tea'],
  ['topics', 'topics.yaml', 'title: Drinks', 'title: "Drinks', 'drinks'],
  ['terms', 'glossary.yaml', 'definition:', 'definitoin:', 'tea'],
  ['comparisons', 'comparisons/tea-vs-coffee.yaml', 'title:', 'tilte:', 'tea-vs-coffee'],
] as const)(
  'what cannot be read for a moment stays as it was: %s',
  async (name, file, from, to, id) => {
    const project = makeProject();
    const store = makeStore(name, project);
    await store.develop();
    const before = store.entries.get(id);
    project.edit(file, from, to);
    await store.reload();
    expect(store.entries.get(id)).toBe(before);
    expect(before).toBeDefined();
  },
);

test('an empty list has no entries', async () => {
  const project = makeProject();
  const store = makeStore('synonyms', project);
  await store.develop();
  writeFileSync(join(project.root, 'content/synonyms.yaml'), '[]\n');
  await store.reload();
  expect([...store.entries.keys()]).toEqual([]);
});
