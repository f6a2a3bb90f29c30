import { isId, type Ledger } from './ledger.ts';
import { findEntry } from './lookup.ts';
import { articlePath, comparisonPath, permalinkPath, topicPath } from './permalink.ts';
import { type Names, type Place, type Problem, suggest } from '../problem.ts';

/** Anchors of marks and of what they lead to, which no heading can have. */
export const RESERVED = /^(source-\d.*|footnote-label|user-content-fn.*)$/;

// What a layout names and has named, and gives up to a heading of that name.
const OWN =
  /^(page--)?(main|q|sources|also-asked-as|related-articles|rail-contents|rail-topic|in-this-topic)$/;

/** Whether a page has this anchor, or had it, without a heading or a line of the ledger. */
export function isOwnAnchor(anchor: string): boolean {
  return RESERVED.test(anchor) || OWN.test(anchor);
}

/** Names the parts of a page: a heading of this name keeps it, and the part has one that no heading makes. */
export function toOwnAnchors(headings: readonly { slug: string }[]): (name: string) => string {
  const taken = new Set(headings.map(({ slug }) => slug));
  return (name) => (taken.has(name) ? `page--${name}` : name);
}

/** An address that a text names; what is relative has the address `to` which it stands for, if it is that of a page. */
interface Named extends Place {
  href: string;
  beside?: string;
  to?: string;
}

/** Which pages the content makes. */
export interface Targets {
  /** All articles, those that cannot be read too. */
  articles: Names;
  /** Those that can be read, by slug. */
  readable: ReadonlyMap<string, { id: string; isDraft: boolean; anchors: readonly string[] }>;
  topics: Names;
  comparisonNames: Names;
  choosers: Names;
  machines: Names;
  ledger: Ledger;
}

/** Finds links of articles that lead to no page of the content, or to no heading of an article. All other pages are known when the site is built. */
export function checkTargets(
  sources: readonly { slug: string; links: readonly Named[] }[],
  { articles, readable, topics, comparisonNames, choosers, machines, ledger }: Targets,
): Problem[] {
  const slugs = new Map([...readable].map(([own, { id }]) => [permalinkPath(id), own]));
  const moved = new Set(
    [...ledger].flatMap(([key, { to }]) =>
      isId(key) && to !== undefined ? [permalinkPath(key)] : [],
    ),
  );
  const check = (slug: string, { href, to = href, beside, ...place }: Named): Problem[] => {
    const isShown = (target: string) =>
      readable.get(target)?.isDraft !== true || readable.get(slug)?.isDraft === true;
    const broken = (hint: string | undefined, why = ''): Problem[] => [
      { ...place, code: 'broken-link', message: `broken link ${href}${why}`, hint },
    ];
    const [path = '', anchor = ''] = to.replace(/\?[^#]*/, '').split('#');
    const [, kind, name = ''] =
      /^\/(articles|topics|comparisons|k)\/([^/.]+)\/?$/i.exec(path) ?? [];
    if (path !== '' && kind === undefined) return [];
    if (findEntry(ledger, path)?.to !== undefined) return [];
    if (kind === 'topics')
      return topics.has(name) && path.endsWith('/')
        ? []
        : broken(suggest(path, [...topics.keys()].map(topicPath)));
    if (kind === 'comparisons')
      return comparisonNames.has(name) && path.endsWith('/')
        ? []
        : broken(suggest(path, [...comparisonNames.keys()].map(comparisonPath)));
    const target =
      path === ''
        ? slug
        : kind === 'k'
          ? slugs.get(permalinkPath(name))
          : kind === 'articles' && articles.has(name)
            ? name
            : undefined;
    // That there is no such file is told where files are looked at.
    if (target === undefined && beside !== undefined) return [];
    if (kind === 'k' && moved.has(permalinkPath(name))) return [];
    if (target === undefined || (path !== '' && !path.endsWith('/'))) {
      const pages = kind === 'k' ? [...slugs.keys()] : [...articles.keys()].map(articlePath);
      return broken(
        (kind === 'articles' && !articles.has(name) ? articles.explain?.(name) : undefined) ??
          suggest(path, pages),
      );
    }
    if (!isShown(target))
      return [
        {
          ...place,
          code: 'draft-target',
          message: `broken link ${href}, ${target} is a draft`,
          hint: 'Publish it too, or take the link away.',
        },
      ];
    const page = readable.get(target);
    // What a table, a chooser, a state machine or an error message brings is known when the page is built, as what the layout does.
    const [owner = '', ...own] = anchor.split('--');
    const isBrought =
      own.length > 0 &&
      (owner === 'error' ||
        [comparisonNames, choosers, machines].some((names) => names.has(owner)));
    if (anchor === '' || page === undefined || isBrought || isOwnAnchor(anchor)) return [];
    const known = page.anchors.includes(anchor) || ledger.has(`${page.id}#${anchor}`);
    return known
      ? []
      : broken(suggest(anchor, page.anchors), `, there is no anchor #${anchor} on that page`);
  };
  return sources.flatMap(({ slug, links }) => links.flatMap((link) => check(slug, link)));
}
