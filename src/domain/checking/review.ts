import type { Article } from '#schemas/article.ts';
import type { Comparison } from '#schemas/comparison.ts';
import type { Source } from '#schemas/source.ts';
import { addDays, countDays, toLastDay } from '../date.ts';
import { compare } from '../order.ts';
import type { Located, Problem } from '../problem.ts';

/** Something with a date by which it must be checked again. */
export interface Review {
  kind: 'article' | 'comparison' | 'fact' | 'source';
  /** The id of the article (`KB-1001`), comparison, fact (`comparison#criterion`) or source. */
  id: string;
  title: string;
  /** The month or day by which it must be checked again. */
  due: string;
  /** Who answers for it, as far as an article says so. */
  owner?: string | undefined;
  file: string;
  line?: number | undefined;
}

/** A review with the days that are left; negative when it is overdue. */
export type DueReview = Review & { days: number };

/** When everything must be checked again: what has no date for that of its own, such as a fact or source, a year after its last check. */
export function listReviews(
  articles: readonly Located<Article>[],
  comparisons: readonly Located<Comparison>[],
  sources: readonly Located<Source>[],
): Review[] {
  return [
    ...articles.flatMap(({ data, at }): Review[] => {
      const { id, title, owner, reviewed, retired } = data;
      const due = data.reviewBy ?? (reviewed === undefined ? undefined : toNextYear(reviewed));
      // Nobody reviews a retired article: it says itself that it no longer holds.
      if (due === undefined || retired !== undefined) return [];
      const place = toPlace(at([data.reviewBy === undefined ? 'reviewed' : 'reviewBy']));
      return [{ kind: 'article', id, title, due, owner, ...place }];
    }),
    ...comparisons.flatMap((comparison): Review[] => [
      {
        kind: 'comparison',
        id: comparison.id,
        title: comparison.data.title,
        due: comparison.data.reviewBy,
        ...toPlace(comparison.at(['reviewBy'])),
      },
      ...listFacts(comparison),
    ]),
    // A text that is no longer online cannot be read again.
    ...sources.flatMap(({ id, data: { title, url, checked }, at }): Review[] =>
      url === undefined
        ? []
        : [{ kind: 'source', id, title, due: toNextYear(checked), ...toPlace(at(['checked'])) }],
    ),
  ];
}

/** The reviews that are overdue or due within so many days, oldest first. */
export function listDue(reviews: readonly Review[], today: string, within: number): DueReview[] {
  const limit = addDays(today, within);
  return reviews
    .filter(({ due }) => toLastDay(due) <= limit)
    .map((review) => ({ ...review, days: countDays(today, toLastDay(review.due)) }))
    .toSorted((a, b) => a.days - b.days || compare(a.kind, b.kind) || compare(a.id, b.id));
}

/** Finds reviews that are overdue: a warning, since old facts are better than a missing page. */
export function checkReviews(reviews: readonly Review[], today: string): Problem[] {
  return listDue(reviews, today, -1).map(({ file, line, due }) => ({
    file,
    line,
    code: 'review-due',
    message: `was to be reviewed by ${due}`,
    hint: 'Check its facts and set the new dates.',
  }));
}

// Facts that are checked with their whole comparison have no dates of their own, and are reviewed with it.
function listFacts({ id, data, at }: Located<Comparison>): Review[] {
  return data.groups.flatMap(({ criteria }, group) =>
    criteria.flatMap((criterion, index): Review[] => {
      const [oldest] = Object.values(criterion.cells)
        .flatMap(({ checked = criterion.asOf }) => checked ?? [])
        .toSorted((a, b) => compare(toLastDay(a), toLastDay(b)));
      if (oldest === undefined) return [];
      const place = toPlace(at(['groups', group, 'criteria', index]));
      return [
        {
          kind: 'fact',
          id: `${id}#${criterion.id}`,
          title: criterion.label,
          due: toNextYear(oldest),
          ...place,
        },
      ];
    }),
  );
}

function toNextYear(text: string): string {
  const [year = '', ...rest] = text.split('-');
  const next = [Number(year) + 1, ...rest].join('-');
  // No other year has a 29 February after one that has it.
  return next.replace('-02-29', '-02-28');
}

function toPlace({ file, line }: Pick<Review, 'file' | 'line'>): Pick<Review, 'file' | 'line'> {
  return { file, line };
}
