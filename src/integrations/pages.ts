import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { checkBuiltPages, type Page, type PageFault } from '#domain/linking/link.ts';
import { checkBuilt, listOldAnchors } from '#domain/linking/moved.ts';
import { listCopies } from '#domain/linking/copies.ts';
import { articlePath } from '#domain/linking/permalink.ts';
import { count, type Problem } from '#domain/problem.ts';
import type { Site } from '#domain/site.ts';
import { themeScript } from '#domain/theme.ts';
import type { ArticleRecord } from '#reader/article.ts';
import type { Content } from '#reader/content.ts';
import { getContent } from '#reader/current.ts';
import {
  type BuiltPage,
  findAll,
  parsePage,
  toPublished,
  toRawText,
} from '#markdown/export/page.ts';
import { listFiles } from '#release/tree.ts';
import { withOldAnchors } from './anchors.ts';
import { listOutputs } from './outputs.ts';
import { FOLDER, openIndex } from './search.ts';
import { stopOn } from './stop.ts';

/**
 * Reads each built page once, for all who need it: the anchors that it had before are put in, the search index takes it, the files
 * for other programs are made of it, and what readers get is checked: links, anchors, ids, and markup that the policy forbids.
 */
export function pages(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        // Else what rendering has left stays for as long as Pagefind wants memory too: a tenth of all that the build takes.
        globalThis.gc?.();
        const content = getContent(root);
        const old = Map.groupBy(listOldAnchors(content.ledger, content.slugs), ({ page }) => page);
        const built = new Map<string, Page>();
        const writing: Promise<void>[] = [];
        const parse = (path: string) => parsePage(readFileSync(toFile(out, path), 'utf8'));
        let searched: ReadonlyMap<string, Uint8Array>;
        let problems: Problem[];
        try {
          const index = await openIndex(content, join(out, '.search'), site);
          const readPage = (path: string): BuiltPage => {
            const page = withOldAnchors(parse(path), old.get(path) ?? [], parse, site);
            index.add(path, page);
            const published = toPublished(page);
            if (published !== page.html || old.has(path))
              writeFileSync(toFile(out, path), published);
            built.set(path, toPage(path, page));
            return page;
          };
          for (const [path, text] of listOutputs(content, readPage, site)) {
            writing.push(write(join(out, path), text));
            await setImmediate();
          }
          // Pagefind works in a process of its own; the other pages are read meanwhile.
          const searching = index.listFiles();
          searching.catch(() => undefined);
          for (const path of listPages(out)) if (!built.has(path)) readPage(path);
          await Promise.all(writing);
          problems = check(content, out, built, site);
          searched = await searching;
        } finally {
          // Pagefind would keep the build from ending.
          await pagefind.close();
        }
        stopOn(problems);
        await Promise.all(
          [...searched].map(([path, bytes]) => write(join(out, FOLDER, path), bytes)),
        );
        const moved = count([...old.values()].flat().length, 'old anchor');
        logger.info(`no broken link on ${count(built.size, 'page')}, which hold ${moved}`);
      },
    },
  };
}

// What is hidden is at work for the build alone.
function listShown(out: string): string[] {
  return listFiles(out).filter((file) => !/(^|\/)\./.test(file));
}

function listPages(out: string): string[] {
  return listShown(out)
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}

function toFile(out: string, path: string): string {
  return join(out, path.replace(/\/$/, '/index.html'));
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

function check(
  { ledger, ledgerAt, published, slugs }: Content,
  out: string,
  built: ReadonlyMap<string, Page>,
  site: Site,
): Problem[] {
  const files = new Set(listShown(out).map((file) => `/${file}`));
  const copies = new Map(listCopies(ledger, slugs).map(({ path, page }) => [path, page]));
  const faults = checkBuiltPages(built, files, site, copies);
  const ids = new Map([...built].map(([path, page]) => [path, new Set(page.ids)]));
  const sources = new Map(
    [...published.values()].map((article) => [articlePath(article.id), article]),
  );
  return [
    ...faults.map((fault) => toProblem(fault, sources)),
    ...checkBuilt(ledger, slugs, ids, ledgerAt),
  ];
}

function toPage(path: string, { document }: BuiltPage): Page {
  const page: Page = { path, ids: [], links: [], forbidden: [] };
  findAll(document, (element) => {
    const { name: tag, attribs } = element;
    for (const [name, value] of Object.entries(attribs)) {
      if (name === 'id') page.ids.push(value);
      else if (name === 'href' || name === 'src') page.links.push(value);
      else if (name === 'style' || name.startsWith('on'))
        page.forbidden.push(`${name}="${value}" on <${tag}>`);
    }
    if (tag === 'style') page.forbidden.push('<style>');
    const isInline =
      tag === 'script' && attribs['src'] === undefined && attribs['type'] !== 'application/ld+json';
    if (isInline && toRawText(element) !== themeScript)
      page.forbidden.push('a <script> without src');
    return false;
  });
  return page;
}

// An article's fault is shown where its author finds it: at the link in the source.
function toProblem(
  { path, link, ...fault }: PageFault,
  sources: ReadonlyMap<string, ArticleRecord>,
): Problem {
  const source = sources.get(path);
  if (source === undefined) return { file: `the page ${path}`, ...fault };
  const { line, column } = source.links.find(({ href, to = href }) => to === link) ?? {};
  return { file: source.file, line, column, ...fault };
}
