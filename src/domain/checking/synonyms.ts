import type { Synonyms } from '#schemas/synonyms.ts';
import { checkUnique, type Located, type Problem } from '../problem.ts';

/** Finds groups of one name, and words that stand in two groups: they would make one group of both. */
export function checkSynonyms(groups: readonly Located<Synonyms>[]): Problem[] {
  const words = groups.flatMap(({ data, at }) =>
    data.words.map((id, i) => ({
      id,
      data: id,
      at: (path: readonly PropertyKey[]) => at(['words', i, ...path]),
    })),
  );
  return [
    ...checkUnique(groups, 'id', ({ id }) => id),
    ...checkUnique(words, 'word', ({ id }) => id),
  ];
}
