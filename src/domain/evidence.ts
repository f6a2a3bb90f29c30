import type { Article } from '#schemas/article.ts';
import { type Requirement, requirements } from '#schemas/site.ts';

/** What tells how far an article can be relied on. */
export type Evidence = Pick<Article, 'owner' | 'reviewed'> & {
  /** What it cites. */
  citations: readonly unknown[];
};

/** What is said of an article that lacks it. */
export const lacking = {
  owner: 'No owner',
  review: 'Not reviewed yet',
  sources: 'No sources',
} as const satisfies Record<Requirement, string>;

/** What an article lacks that a site may require. */
export function listLacking({ owner, reviewed, citations }: Evidence): Requirement[] {
  const has = {
    owner: owner !== undefined,
    review: reviewed !== undefined,
    sources: citations.length > 0,
  };
  return requirements.filter((requirement) => !has[requirement]);
}

/** What readers may rely on, in one sentence: as much as is true of all these articles, and empty when there is none. */
export function toPromise(articles: readonly Evidence[]): string {
  if (articles.length === 0) return '';
  const lacks = new Set(articles.flatMap(listLacking));
  if (lacks.has('review'))
    return lacks.has('sources')
      ? 'Each article says whether and when its facts were checked.'
      : 'Every fact names its source, and each article says whether and when it was checked.';
  return lacks.has('sources')
    ? 'Each article names the date on which its facts were checked.'
    : 'Every fact names its source and the date on which it was checked.';
}
