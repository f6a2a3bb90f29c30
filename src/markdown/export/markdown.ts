import { escapeXml } from '#domain/output/xml.ts';
import { isForPageOnly, resolve, toBlocks } from './blocks.ts';
import {
  type BuiltPage,
  edit,
  type Element,
  find,
  findAll,
  isElement,
  toInside,
  toOutside,
  toRole,
  toText,
} from './page.ts';
import { toLine } from './syntax.ts';

/** What a built article says, in forms for other programs. */
export interface ArticleExport {
  /** The headings of its prose, in order. */
  headings: { depth: number; text: string; anchor: string }[];
  /** Its prose as built, with full addresses; scripts and what only works with them are left out. */
  html: string;
  /** The same prose as Markdown; a list within a table becomes a line of its cell. */
  markdown: string;
  /** The list of its sources as Markdown; empty when it has none. */
  sources: string;
}

/** Reads the built page of an article; `url` is its full address, against which its links are resolved. */
export function toMarkdown(page: BuiltPage, url: string): ArticleExport {
  const prose = find(page.document, (element) => toRole(element) === 'prose');
  const sources = find(page.document, (element) => toRole(element) === 'sources');
  return {
    headings: prose === undefined ? [] : findHeadings(prose),
    html: prose === undefined ? '' : toHtml(prose, page, url),
    markdown: toBlocks(prose?.children ?? [], url).join('\n\n'),
    sources: toBlocks(
      sources?.children.filter((child) => !isElement(child) || child.name !== 'h2') ?? [],
      url,
    ).join('\n\n'),
  };
}

/** The table of a comparison's built page as Markdown, with the sources that stand below it; `url` is the full address of the page. */
export function toTableMarkdown({ document }: BuiltPage, url: string): string {
  const table = find(document, (element) => toRole(element) === 'table');
  return toBlocks(table?.children ?? [], url).join('\n\n');
}

/** Plain text as Markdown that shows it letter for letter. */
export function toMarkdownText(text: string): string {
  return toLine([{ text }]);
}

/** A link in Markdown. */
export function toMarkdownLink(text: string, url: string): string {
  return toLine([{ url, pieces: [{ text }] }]);
}

function findHeadings(prose: Element): ArticleExport['headings'] {
  return findAll(
    prose,
    ({ name, attribs }) => /^h[2-6]$/.test(name) && attribs['id'] !== undefined,
  ).map((heading) => ({
    depth: Number(heading.name.slice(1)),
    text: toText(heading),
    anchor: heading.attribs['id'] ?? '',
  }));
}

// HTML: the prose is handed on letter for letter, without what is for the page alone, and with full addresses.

function toHtml(prose: Element, { html, marks, addresses }: BuiltPage, url: string): string {
  const { from, to } = toInside(html, prose);
  return edit(html, [
    { from: 0, to: from, text: '' },
    ...findAll(prose, isForPageOnly).map((element) => ({ ...toOutside(element), text: '' })),
    ...marks.map((mark) => ({ ...mark, text: '' })),
    ...addresses.map(({ name, value, ...place }) => ({
      ...place,
      text: `${name}="${escapeXml(resolve(value, url))}"`,
    })),
    { from: to, to: html.length, text: '' },
  ]).trim();
}
