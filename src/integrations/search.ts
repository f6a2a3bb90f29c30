import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { minifySync } from 'vite';
import { articlePath } from '#domain/linking/permalink.ts';
import { escapeXml } from '#domain/output/xml.ts';
import type { Site } from '#domain/site.ts';
import {
  type BuiltPage,
  type Edit,
  edit,
  type Element,
  find,
  findAll,
  parsePage,
  toInside,
  toOutside,
  toText,
} from '#markdown/export/page.ts';
import { type Content, readContent } from '#reader/content.ts';
import { type Facets, toCard, toFields } from '#search/card.ts';
import { formatLexicon, toLexicon } from '#search/lexicon.ts';
import type { Anchor } from '#search/passages.ts';
import { formatMessages, toKnownMessages } from '#search/messages.ts';
import { formatAnchors } from '#search/anchors.ts';
import { formatVocabulary, toVocabulary } from '#search/vocabulary.ts';

/** Where the files of the search are. */
export const FOLDER = 'pagefind';
// Small pieces of the index: a word loads the two or three kilobytes that hold it instead of thirty.
// The variable is the only way to ask for them, and is not promised:
// https://github.com/Pagefind/pagefind/blob/v1.5.2/pagefind/src/options.rs#L324
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '1000';
// The engine and its index, and nothing of the user interfaces that come with them.
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\.en.*|.*\.pf_\w+)$/;
const ENGINE = 'pagefind.js';
const BLOCK = /^(p|li|d[td]|t[dhr]|caption|figcaption|div|section|summary|text|h\d)$/;

/** Offers the search while developing too: its index is made of the server's own pages when a search first asks for it. */
export function search(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        let files: Promise<Map<string, Uint8Array>> | undefined;
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(join(root, 'content')) || path.startsWith(join(root, 'src')))
            files = undefined;
        });
        const readFiles = async () => {
          const content = readContent(root);
          const index = await openIndex(content, mkdtempSync(join(tmpdir(), 'search-')), site);
          for (const slug of content.articles.keys()) {
            const page = await fetch(
              new URL(articlePath(slug).slice(1), server.resolvedUrls?.local[0]),
            );
            if (page.ok) index.add(articlePath(slug), parsePage(await page.text()));
          }
          return index.listFiles();
        };
        server.middlewares.use(site.toHref(`/${FOLDER}/`), async (request, response, next) => {
          try {
            files ??= readFiles();
            const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
            const file = (await files).get(path);
            if (file === undefined) return next();
            response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
            response.end(file);
          } catch (error) {
            files = undefined;
            next(error);
          }
        });
      },
    },
  };
}

const TYPES: Record<string, string | undefined> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** An index that is being made. */
interface Index {
  /** Takes in a page if it is one that readers search; the index does its work meanwhile. */
  add: (path: string, page: BuiltPage) => void;
  /** Ends the index; its files by their path: Pagefind's, a card for each article, and what is known about words. */
  listFiles: () => Promise<Map<string, Uint8Array>>;
}

/**
 * Starts an index of the articles of a content. Pagefind reads what it indexes from files of `folder`, which is gone at the end:
 * a message with a whole page would wait for this process, and the index for all messages.
 */
export async function openIndex(
  { reading, articles, comparisons, topics, terms, synonyms, outside }: Content,
  folder: string,
  site: Site,
): Promise<Index> {
  const { index, errors } = await pagefind.createIndex();
  throwOn(errors);
  if (index === undefined) throw new Error('Pagefind made no index and gave no reason.');
  const messages = new Map(
    reading.collections.errors.entries.map(({ id, data }) => [id, data] as const),
  );
  const slugs = new Map([...articles.keys()].map((slug) => [articlePath(slug), slug]));
  const indexed = new Map<string, { slug: string; card: object; text: string }>();
  const work: Promise<void>[] = [];
  const add = (url: string, page: BuiltPage) => {
    const slug = slugs.get(url);
    const article = articles.get(slug ?? '');
    if (slug === undefined || article === undefined) return;
    const body = find(page.document, ({ attribs }) => 'data-pagefind-body' in attribs);
    if (body === undefined) return;
    const card = toCard(
      slug,
      article.data,
      article.anchors,
      topics.find(({ id }) => id === article.data.topic)?.title ?? '',
      new Map([...comparisons].filter(([, comparison]) => comparison.article === slug)),
      site,
    );
    const explained = terms.filter((term) => term.article === slug);
    const fields = toFields(article.data, card, explained);
    indexed.set(url, { slug, card, text: Object.values(fields).join(' ') });
    mkdirSync(join(folder, url), { recursive: true });
    writeFileSync(
      join(folder, url, 'index.html'),
      toIndexed(page, body, fields, card, site.locale),
    );
    // One by one, since Pagefind reads a folder in the order of the disk, and numbers the pages by it.
    const adding = index
      .addDirectory({ path: folder, glob: `${url.slice(1)}index.html` })
      .then((added) => throwOn(added.errors));
    // Fails too when the build stops for another reason and closes Pagefind; nobody waits for it then, and that reason is the one to tell.
    adding.catch(() => undefined);
    work.push(adding);
  };
  const listFiles = async () => {
    await Promise.all(work);
    rmSync(folder, { recursive: true, force: true });
    const { files, errors: failed } = await index.getFiles();
    throwOn(failed);
    await index.deleteIndex();
    const result = new Map<string, Uint8Array>();
    const texts: string[] = [];
    const pages = new Map<string, string>();
    for (const { path, content } of files) {
      if (!NEEDED.test(path)) continue;
      result.set(path, path === ENGINE ? minify(content) : content);
      if (!path.endsWith('.pf_fragment')) continue;
      const fragment = readFragment(content);
      const { slug, card, text } = indexed.get(fragment.url) ?? { slug: '', card: {}, text: '' };
      texts.push(`${fragment.content} ${text}`);
      fragment.meta = {};
      fragment.places = formatAnchors(fragment.anchors.map(toAnchor), fragment.content);
      fragment.anchors = [];
      result.set(path, gzipSync(`${FRAGMENT_MARK}${JSON.stringify(fragment)}`, { level: 9 }));
      const page = basename(path, '.pf_fragment');
      pages.set(slug, page);
      result.set(`card/${page}.json`, encode(JSON.stringify({ ...card, names: undefined })));
    }
    const lexicon = toLexicon(pages, terms, synonyms, outside);
    result.set('lexicon.txt', encode(formatLexicon(lexicon)));
    result.set('messages.txt', encode(formatMessages(toKnownMessages(messages, pages))));
    result.set('vocabulary.txt', encode(formatVocabulary(toVocabulary(texts))));
    return result;
  };
  return { add, listFiles };
}

// Pagefind's program as it comes holds its names in full: a fifth more to load.
function minify(content: Uint8Array): Uint8Array {
  return encode(minifySync(ENGINE, new TextDecoder().decode(content), { module: true }).code);
}

// The body alone. What the page need not carry is added here, and a space behind each block, without which the last word of a cell and
// the first of the next would be one word.
function toIndexed(
  { html }: BuiltPage,
  body: Element,
  fields: Record<string, string>,
  { topic, kind }: Facets,
  locale: string,
): string {
  const added = [
    ...Object.entries(fields).map(
      ([field, text]) =>
        `<data hidden value="${escapeXml(text)}" data-pagefind-meta="${field}[value]"></data>`,
    ),
    ...Object.entries({ topic, kind }).map(
      ([field, value]) => `<data hidden data-pagefind-filter="${field}:${value}"></data>`,
    ),
  ];
  const { from, to } = toOutside(body);
  return edit(html, [
    { from: 0, to: from, text: `<html lang="${locale}">` },
    insert(toInside(html, body).from, added.join('')),
    ...findAll(body, isBlock).map((block) => insert(toOutside(block).to, ' ')),
    ...toMarks(html, body),
    { from: to, to: html.length, text: '</html>' },
  ]);
}

// What stands in a line of its own; above a block of code its name does.
function isBlock({ name, parent }: Element): boolean {
  return BLOCK.test(name) || (name === 'span' && parent?.type === 'tag' && parent.name === 'pre');
}

// The index keeps the place of every id: so a passage can tell sentences from code and tables.
function toMarks(html: string, body: Element): Edit[] {
  const mark = (at: number, kind: string, text = '') =>
    insert(at, `<i id="${MARK}${kind}/${encodeURIComponent(text)}"></i>`);
  return findAll(body, ({ name }) => /^(table|t[rdh]|pre|code)$/.test(name)).flatMap((element) => {
    const { name, attribs } = element;
    const { from, to } = toOutside(element);
    if (name === 'table') return [mark(from, 'rest'), mark(to, 'text')];
    if (name === 'pre') {
      const lines = html.slice(from, to).matchAll(/\n/g);
      return [
        mark(from, 'line'),
        ...lines.map(({ index }) => mark(from + index + 1, 'line')),
        mark(to, 'text'),
      ];
    }
    if (name !== 'code') {
      const note = find(element, ({ name }) => name === 'p');
      return [
        mark(from, name, attribs['data-pagefind-subject']),
        ...(name === 'td' && note ? [mark(toOutside(note).from, 'note')] : []),
      ];
    }
    // Within a word, a mark would divide it; within a block of code it says nothing.
    const isApart = BEFORE_WORD.test(html.slice(Math.max(0, from - 300), from));
    return isApart ? [mark(from, name, toText(element))] : [];
  });
}

const MARK = ':';
const BEFORE_WORD = /(?:\s|<(?:p|li|t[dh]|d[td])\b[^>]*>)(?:<(?!pre)\w[^>]*>)*$/;

function insert(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

// Fragments have a form of Pagefind's own. They are read since no interface tells which page a result
// will be, by which its card is named (https://github.com/Pagefind/pagefind/issues/371), and written
// without their metadata, a fifth of their bytes, which cards have and come with first:
// https://github.com/Pagefind/pagefind/blob/v1.5.2/pagefind/src/output/mod.rs#L438
const FRAGMENT_MARK = 'pagefind_dcd';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: Anchor[];
  /** The anchors, as the search reads them. */
  places?: string;
}

// An anchor of ours says what begins there, and which words are meant.
function toAnchor(anchor: Anchor): Anchor {
  const [, element, text] = new RegExp(`^${MARK}(\\w+)/(.*)`).exec(anchor.id ?? '') ?? [];
  if (element === undefined) return anchor;
  return { element, location: anchor.location, ...(text && { text: decodeURIComponent(text) }) };
}

// An article as the index stores it: compressed JSON behind a mark of Pagefind's.
function readFragment(content: Uint8Array): Fragment {
  return JSON.parse(gunzipSync(content).toString().slice(FRAGMENT_MARK.length)) as Fragment;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function throwOn(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
