import type { Article } from '#schemas/article.ts';
import type { Term } from '#schemas/glossary.ts';
import { articlePath, permalinkPath } from '../linking/permalink.ts';
import type { Located, Place, Problem } from '../problem.ts';

/** A text with its links; `to` is the page that a relative one names. */
interface Text {
  id: string;
  links: readonly (Place & { href: string; to?: string })[];
}

/** Finds what still sends readers to a retired article: a warning, since its page says itself that it no longer holds. */
export function checkRetired(
  texts: readonly Text[],
  articles: readonly Located<Article>[],
  terms: readonly Located<Term>[],
): Problem[] {
  const retired = new Map(
    articles.flatMap(({ id, data }) => (data.retired === undefined ? [] : [[id, data] as const])),
  );
  if (retired.size === 0) return [];
  const paths = new Map(
    [...retired].flatMap(([slug, { id }]) => [
      [articlePath(slug), slug],
      [permalinkPath(id), slug],
    ]),
  );
  const warn = (slug: string | undefined, place: () => Place): Problem[] => {
    const successor = retired.get(slug ?? '')?.retired?.successor;
    return slug === undefined || !retired.has(slug)
      ? []
      : [
          {
            ...place(),
            code: 'retired-target',
            message: `leads to ${slug}, which is retired`,
            hint:
              successor === undefined
                ? 'Take it away, or name an article that holds.'
                : `Name ${successor}, which took its place.`,
          },
        ];
  };
  const current = ({ id }: { id: string }) => !retired.has(id);
  return [
    ...texts.filter(current).flatMap(({ links }) =>
      links.flatMap(({ href, to = href, file, line, column }) =>
        warn(paths.get(`${to.split(/[?#]/)[0]?.replace(/\/$/, '')}/`), () => ({
          file,
          line,
          column,
        })),
      ),
    ),
    ...articles
      .filter(current)
      .flatMap(({ data, at }) =>
        data.related.flatMap((slug, index) => warn(slug, () => at(['related', index]))),
      ),
    ...terms.flatMap(({ data, at }) => warn(data.article, () => at(['article']))),
  ];
}
