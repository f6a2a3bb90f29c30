import type { Source } from '#schemas/source.ts';
import type { Term } from '#schemas/glossary.ts';
import {
  checkFuture,
  checkKnown,
  checkUnique,
  type Located,
  type Names,
  type Problem,
} from '../problem.ts';

/** Finds source ids used twice, pages that two sources name, and check dates in the future. */
export function checkSources(sources: readonly Located<Source>[], today: string): Problem[] {
  return [
    ...checkUnique(sources, 'id', ({ id }) => id),
    ...checkUnique(
      sources,
      'url',
      ({ id, data }) => data.url?.replace(/\/$/, '') ?? id,
      'Cite that one, with section, and delete this.',
    ),
    ...sources.flatMap(({ data: { checked, published }, at }) => [
      ...checkFuture(at, ['checked'], checked, today, 'the check date'),
      ...checkFuture(at, ['published'], published, today),
    ]),
  ];
}

/** Finds terms used twice and terms explained by an article that does not exist. */
export function checkTerms(terms: readonly Located<Term>[], articles: Names): Problem[] {
  return [
    ...checkUnique(terms, 'id', ({ id }) => id),
    ...checkUnique(terms, 'term', ({ data }) => data.term.toLowerCase()),
    ...terms.flatMap(({ data: { article }, at }) =>
      article === undefined ? [] : checkKnown('article', article, articles, at(['article'])),
    ),
  ];
}
