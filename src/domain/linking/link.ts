import { decode } from './decode.ts';
import { type Place, type Problem, suggest } from '../problem.ts';
import type { Links } from '../site.ts';

/** What a built page offers and asks for. */
export interface Page {
  /** Its path without the site's base path, such as `/articles/what-is-tea/`. */
  path: string;
  /** All ids in it, in order; a repeated id stands here twice. */
  ids: string[];
  /** The values of all `href` and `src` attributes. */
  links: string[];
  /** Inline styles, inline handlers and the like, which the Content Security Policy forbids. */
  forbidden: string[];
}

/** A fault of a built page; `link` is set when an address is at fault. */
export interface PageFault extends Omit<Problem, keyof Place> {
  path: string;
  link?: string;
}

/**
 * Finds links to pages, files and anchors that do not exist, ids used twice, and markup that the policy forbids.
 * `copies` maps the path of each copy of a page, which may not be written yet, to the path of the page.
 */
export function checkBuiltPages(
  pages: ReadonlyMap<string, Page>,
  files: ReadonlySet<string>,
  { toPath }: Pick<Links, 'toPath'>,
  copies: ReadonlyMap<string, string> = new Map(),
): PageFault[] {
  const anchors = new Map([...pages].map(([path, page]) => [path, new Set(page.ids)]));
  for (const [copy, path] of copies) anchors.set(copy, anchors.get(path) ?? new Set());
  return [...pages.values()].flatMap((page): PageFault[] => [
    ...new Set(page.ids.filter((id, index) => page.ids.indexOf(id) !== index))
      .values()
      .map((id) => ({
        path: page.path,
        code: 'repeated-anchor' as const,
        message: `the id ${id} is used twice on the page`,
        hint: 'Rename one of the headings.',
      })),
    ...page.forbidden.map((markup) => ({
      path: page.path,
      code: 'forbidden-markup' as const,
      message: `the Content Security Policy forbids ${markup}`,
      hint: 'Use a class, or a file of its own.',
    })),
    ...[...new Set(page.links)].flatMap(
      (link) => findFault(page.path, link, anchors, files, toPath) ?? [],
    ),
  ]);
}

function findFault(
  path: string,
  href: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
  toPath: Links['toPath'],
): PageFault | undefined {
  if (/^(https?:|mailto:|tel:)/i.test(href)) return undefined;
  const link = toPath(href) ?? href;
  const broken = (hint: string | undefined, why = ''): PageFault => ({
    path,
    link,
    code: 'broken-link',
    message: `broken link ${link}${why}`,
    hint,
  });
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//'))
    return broken('Use https:, mailto: or an address on this site.');
  if (href.startsWith('/') && toPath(href) === undefined)
    return broken('It lies outside the site.');
  const { pathname, hash } = new URL(link, `https://site.invalid${path}`);
  // An article also stands at its permalink and at its old paths, where a relative link would lead elsewhere.
  if (!/^([/#?]|$)/.test(href))
    return broken(`Write it from the root of the site: ${pathname}${hash}`);
  // What is not rightly encoded is taken as it stands; it will not be found.
  const place = decode(pathname) ?? pathname;
  const page = anchors.get(place);
  if (page === undefined) {
    if (files.has(place)) return undefined;
    return broken(
      anchors.has(`${pathname}/`)
        ? `Did you mean ${pathname}/ ?`
        : suggest(pathname, anchors.keys()),
    );
  }
  const anchor = decode(hash.slice(1)) ?? hash.slice(1);
  return anchor === '' || page.has(anchor)
    ? undefined
    : broken(suggest(anchor, page), `, there is no anchor #${anchor} on that page`);
}
