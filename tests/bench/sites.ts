import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Source } from '#schemas/source.ts';
import type { MadeArticle } from './articles.ts';

/** A project on disk. */
export interface Site {
  root: string;
  /** The command that builds it. */
  build: readonly [command: string, ...parameters: string[]];
  /** Astro's own command line. */
  astro: string;
  /** The file of an article. */
  toFile: (article: MadeArticle) => string;
}

/** This project with more articles; everything on record. */
export function makeOurs(folder: string, articles: readonly MadeArticle[]): Site {
  const root = join(folder, 'ours');
  rmSync(root, { recursive: true, force: true });
  for (const name of ['src', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const toFile = ({ slug, plain }: MadeArticle) =>
    join(root, 'content/articles', `${slug}.${plain ? 'md' : 'mdx'}`);
  for (const article of articles) {
    const { slug: _, plain: __, body, ...fields } = article;
    const dates = {
      published: '2026-01-10',
      updated: '2026-01-10',
      reviewed: '2026-01-10',
      reviewBy: '2030-01-10',
    };
    const data = {
      ...fields,
      answer: fields.summary,
      kind: 'concept',
      owner: 'Bench',
      ...dates,
      status: 'published',
    };
    writeFileSync(toFile(article), toDocument(data, body));
  }
  const topics = Map.groupBy(articles, ({ topic }) => topic);
  const entries = [...topics].map(([id, own]) => ({
    id,
    title: toTitle(id),
    summary: 'Made for the bench.',
    articles: own.map(({ slug }) => slug),
  }));
  const file = join(root, 'content/topics.yaml');
  if (entries.length > 0) writeFileSync(file, readFileSync(file, 'utf8') + stringify(entries));
  run(root, process.execPath, 'src/cli/links.ts');
  return {
    root,
    astro: resolve('node_modules/astro/bin/astro.mjs'),
    build: ['npm', 'run', '-s', 'build'],
    toFile,
  };
}

/** Starlight with the same text: callouts are its asides, citations are footnotes, and its sidebar names the topics alone. */
export function makeStarlight(folder: string, articles: readonly MadeArticle[]): Site {
  const root = join(folder, 'starlight');
  const { astro = 'latest' } = readVersions();
  install(root, { astro, '@astrojs/starlight': 'latest' });
  const topics = [...new Set(articles.map(({ topic }) => topic))];
  write(
    root,
    'astro.config.mjs',
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'https://container-kb.example',
  devToolbar: { enabled: false },
  integrations: [starlight({
    title: 'Container KB',
    sidebar: ${JSON.stringify(topics.map((topic) => ({ label: toTitle(topic), link: `/topics/${topic}/` })))},
  })],
});
`,
  );
  write(
    root,
    'src/content.config.ts',
    `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  const docs = join(root, 'src/content/docs');
  rmSync(docs, { recursive: true, force: true });
  write(docs, 'index.md', toDocument({ title: 'Container KB' }, 'Start here.'));
  for (const [topic, own] of Map.groupBy(articles, (article) => article.topic)) {
    write(
      docs,
      `topics/${topic}.md`,
      toDocument(
        { title: toTitle(topic) },
        own.map(({ slug, title }) => `- [${title}](/articles/${slug}/)`).join('\n'),
      ),
    );
  }
  const sources = readSources();
  const toFile = ({ slug, plain }: MadeArticle) =>
    join(docs, 'articles', `${slug}.${plain ? 'md' : 'mdx'}`);
  for (const article of articles) {
    const { title, summary, plain, body } = article;
    write(
      '',
      toFile(article),
      toDocument({ title, description: summary }, plain ? body : toStarlight(body, sources)),
    );
  }
  const astroFile = join(root, 'node_modules/astro/bin/astro.mjs');
  return { root, astro: astroFile, build: [process.execPath, astroFile, 'build'], toFile };
}

/** Astro with MDX, one layout and Pagefind, and nothing else: the least that the same text can cost. */
export function makeBare(folder: string, articles: readonly MadeArticle[]): Site {
  const root = join(folder, 'bare');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  cpSync('tests/bench/bare', root, { recursive: true });
  const toFile = ({ slug, plain }: MadeArticle) =>
    join(root, 'content/articles', `${slug}.${plain ? 'md' : 'mdx'}`);
  for (const article of articles) {
    const { title, summary, body } = article;
    write('', toFile(article), toDocument({ title, summary }, body));
  }
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  return { root, astro, build: [process.execPath, astro, 'build'], toFile };
}

function toStarlight(body: string, sources: ReadonlyMap<string, Source>): string {
  const notes = new Map<string, string>();
  const text = body
    .replaceAll(/<Cite source="([^"]+)"[^>]*>/g, (_, id: string) => {
      const source = sources.get(id);
      notes.set(
        id,
        `[^${id}]: [${source?.title}](${source?.url ?? '#'}), ${source?.publisher}. Checked ${source?.checked}.`,
      );
      return `[^${id}]`;
    })
    .replaceAll(/<Term id="([^"]+)">([^<]*)<\/Term>/g, '[$2](/glossary/#$1)')
    .replaceAll(
      /<Callout kind="(\w+)" title="([^"]*)">/g,
      (_, kind: string, title: string) =>
        `<Aside type="${kind === 'warning' ? 'caution' : kind}" title="${title}">`,
    )
    .replaceAll('</Callout>', '</Aside>');
  return [`import { Aside } from '@astrojs/starlight/components';`, text, ...notes.values()].join(
    '\n\n',
  );
}

function readSources(): Map<string, Source> {
  return new Map(
    (parse(readFileSync('content/sources.yaml', 'utf8')) as Source[]).map((source) => [
      source.id,
      source,
    ]),
  );
}

function readVersions(): Record<string, string> {
  return (
    JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  ).dependencies;
}

// What is installed already is taken again: the bench is often run for a single row.
function install(root: string, dependencies: Record<string, string>): void {
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies });
  const file = join(root, 'package.json');
  if (
    existsSync(join(root, 'node_modules')) &&
    existsSync(file) &&
    readFileSync(file, 'utf8') === manifest
  )
    return;
  write(root, 'package.json', manifest);
  run(root, 'npm', 'install', '--no-audit', '--no-fund', '--silent');
}

function run(cwd: string, command: string, ...parameters: string[]): void {
  const { status, stderr, stdout } = spawnSync(command, parameters, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Error(
      `${command} ${parameters.join(' ')} in ${cwd}:\n${stdout.slice(0, 4000)}${stderr.slice(0, 4000)}`,
    );
}

function write(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function toDocument(data: object, body: string): string {
  return `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`;
}

function toTitle(topic: string): string {
  return topic.replace('topic-', 'Topic ');
}

/** Takes away what builds left, caches included, so that the next one is a first one. */
export function clean({ root }: Site): void {
  for (const name of ['dist', '.astro', '.build', '.cache'])
    rmSync(join(root, name), { recursive: true, force: true });
}

/** The bytes of all pages of a built site, without the copies at permalinks. */
export function sumPages({ root }: Site): number {
  const dist = join(root, 'dist');
  const files = globSync('**/*.html', { cwd: dist }).filter((file) => !file.startsWith('k/'));
  return files.reduce((sum, file) => sum + readFileSync(join(dist, file)).length, 0);
}
