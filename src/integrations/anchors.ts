import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Parser } from 'htmlparser2';
import { listOldAnchors, type OldAnchor } from '#domain/linking/moved.ts';
import { count } from '#domain/problem.ts';
import type { Links, Site } from '#domain/site.ts';
import { escapeXml } from '#domain/output/xml.ts';
import { toSlugs } from '#reader/content.ts';
import { getContent } from './reading.ts';

/**
 * Makes the anchors that pages had before real elements of the built pages, since an anchor works without JavaScript or not at all.
 * Comes before the check of the pages, the search index and the copies, which all need them.
 */
export function anchors(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'anchors',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { articleIds, ledger } = getContent(root, site);
        const old = listOldAnchors(ledger, toSlugs(articleIds));
        const toFile = (page: string) => join(out, page, 'index.html');
        const readPage = (page: string) => readFileSync(toFile(page), 'utf8');
        for (const [page, own] of Map.groupBy(old, (anchor) => anchor.page)) {
          writeFileSync(toFile(page), insertAnchors(readPage(page), own, readPage, site));
        }
        logger.info(`${count(old.length, 'old anchor')} put into the pages`);
      },
    },
  };
}

/** The page with an element for each of its old anchors: an empty one at the new place, or a line at the end when that is on another page. */
function insertAnchors(
  html: string,
  old: readonly OldAnchor[],
  readPage: (path: string) => string,
  { toHref }: Pick<Links, 'toHref'>,
): string {
  const spots = findSpots(html);
  const added = new Map<string, { index: number; html: string }>();
  for (const { page, id, to } of old) {
    if (to.page === page) {
      const index = spots.inside.get(to.anchor ?? '');
      if (index !== undefined) added.set(id, { index, html: `<span id="${id}"></span>` });
    } else {
      const { titles } = findSpots(readPage(to.page));
      const title = [titles.get(''), to.anchor === undefined ? undefined : titles.get(to.anchor)]
        .filter(Boolean)
        .join(' › ');
      const href = toHref(to.page) + (to.anchor === undefined ? '' : `#${to.anchor}`);
      const link = `<a href="${escapeXml(href)}">${escapeXml(title.replace(/\s+/g, ' ').trim())}</a>`;
      added.set(id, {
        index: spots.end,
        html: `<p class="moved" id="${id}" data-pagefind-ignore>This section moved to ${link}.</p>`,
      });
    }
  }
  // From the end, so that no insertion shifts the next one.
  return [...added.values()]
    .toSorted((a, b) => b.index - a.index)
    .reduce(
      (text, { index, html: piece }) => text.slice(0, index) + piece + text.slice(index),
      html,
    );
}

interface Spots {
  /** Where an empty element may stand at an anchor; at `''` for the page as a whole. */
  inside: Map<string, number>;
  /** What stands at an anchor: the words of a heading, the label of a row; at `''` the title of the page. */
  titles: Map<string, string>;
  /** The end of the article, or of the page where there is none. */
  end: number;
}

// Elements that may hold a span; a row or a table may not, and its first cell or caption takes it.
const HOLDERS = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'th',
  'td',
  'caption',
  'dt',
  'dd',
  'li',
  'p',
]);

function findSpots(html: string): Spots {
  const spots: Spots = { inside: new Map(), titles: new Map(), end: html.length };
  let waiting: string[] = [];
  let heading: string | undefined;
  let hasEnd = false;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const id = attributes['id'];
      if (id !== undefined) waiting.push(id);
      if (tag === 'h1') waiting.push('');
      if (/^h\d$/.test(tag)) heading = tag === 'h1' ? '' : id;
      // A row is called by its criterion; the name of its table follows.
      else if (id !== undefined)
        spots.titles.set(id, attributes['data-pagefind-title']?.split(': ')[0] ?? '');
      if (HOLDERS.has(tag)) {
        for (const anchor of waiting)
          if (!spots.inside.has(anchor)) spots.inside.set(anchor, parser.endIndex + 1);
        waiting = [];
      }
      if (tag === 'footer' && attributes['class']?.split(' ').includes('article-end')) {
        spots.end = parser.startIndex;
        hasEnd = true;
      }
    },
    ontext(text) {
      if (heading !== undefined)
        spots.titles.set(heading, (spots.titles.get(heading) ?? '') + text);
    },
    onclosetag(tag) {
      if (/^h\d$/.test(tag)) heading = undefined;
      if (tag === 'main' && !hasEnd) spots.end = parser.startIndex;
    },
  });
  parser.end(html);
  return spots;
}
