import type { OldAnchor } from '#domain/linking/moved.ts';
import { escapeXml } from '#domain/output/xml.ts';
import type { Links } from '#domain/site.ts';
import {
  type BuiltPage,
  edit,
  type Edit,
  type Element,
  find,
  findAll,
  parsePage,
  toInside,
  toOutside,
  toText,
} from '#markdown/export/page.ts';

// Elements that may hold a span; a row or a table may not, and its first cell or caption takes it.
const HOLDER = /^(h[1-6]|th|td|caption|dt|dd|li|p)$/;

/**
 * The page with an element for each anchor that it had before, since an anchor works without JavaScript or not at all: an empty one
 * at the new place, or a line at the end when that is on another page.
 */
export function withOldAnchors(
  page: BuiltPage,
  old: readonly OldAnchor[],
  readPage: (path: string) => BuiltPage,
  { toHref }: Pick<Links, 'toHref'>,
): BuiltPage {
  if (old.length === 0) return page;
  const end = findEnd(page);
  const own = new Set(findAll(page.document, () => true).map(({ attribs }) => attribs['id']));
  const edits = old.flatMap(({ page: path, id, to }): Edit[] => {
    // Pages of other programs have a #main too; a link to it is answered by the one of the layout.
    if (own.has(id)) return [];
    if (to.page !== path) {
      const href = toHref(to.page) + (to.anchor === undefined ? '' : `#${to.anchor}`);
      const title = findTitle(readPage(to.page), to.anchor);
      return [toEdit(end, toNotice(id, href, title))];
    }
    const place = findPlace(page, to.anchor);
    return place === undefined ? [] : [toEdit(place, `<span id="${escapeXml(id)}"></span>`)];
  });
  return parsePage(edit(page.html, edits));
}

function toEdit(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

function toNotice(id: string, href: string, title: string): string {
  const link = `<a href="${escapeXml(href)}">${escapeXml(title)}</a>`;
  return `<p class="mt-10 text-small" id="${escapeXml(id)}" data-pagefind-ignore>This section moved to ${link}.</p>`;
}

function findTitle(page: BuiltPage, anchor: string | undefined): string {
  return [
    find(page.document, ({ name }) => name === 'h1'),
    anchor === undefined ? undefined : findName(page, anchor),
  ]
    .flatMap((element) => (element === undefined ? [] : toText(element)))
    .join(' › ');
}

// What stands at an anchor is called by its heading, or by the head of its row.
function findName({ document }: BuiltPage, anchor: string): Element | undefined {
  const element = find(document, ({ attribs }) => attribs['id'] === anchor);
  if (element === undefined || /^h\d$/.test(element.name)) return element;
  return find(element, ({ attribs }) => attribs['href'] === `#${anchor}`);
}

// Where an empty element may stand at an anchor, or at the page as a whole.
function findPlace({ document, html }: BuiltPage, anchor: string | undefined): number | undefined {
  const elements = findAll(document, () => true);
  const at = elements.findIndex(({ name, attribs }) =>
    anchor === undefined ? name === 'h1' : attribs['id'] === anchor,
  );
  const holder = at === -1 ? undefined : elements.slice(at).find(({ name }) => HOLDER.test(name));
  return holder && toInside(html, holder).from;
}

// The end of the article, or of the page where there is none.
function findEnd({ document, html }: BuiltPage): number {
  const mark = find(document, ({ attribs }) => 'data-old-anchors' in attribs);
  if (mark !== undefined) return toOutside(mark).from;
  const main = find(document, ({ name }) => name === 'main');
  return main === undefined ? html.length : toInside(html, main).to;
}
