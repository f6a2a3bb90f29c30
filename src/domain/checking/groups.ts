import { checkUnique, type Located, type Problem } from '../problem.ts';

/** Finds groups of one id, and words that stand in two groups, in any case; `list` is the field that has the words. */
export function checkGroups<List extends string>(
  groups: readonly Located<{ id: string } & Record<List, readonly string[]>>[],
  list: List,
  word: string,
): Problem[] {
  const words = groups.flatMap(({ data, at }) =>
    data[list].map((id, i) => ({
      id,
      data: id.toLowerCase(),
      at: (path: readonly PropertyKey[]) => at([list, i, ...path]),
    })),
  );
  return [
    ...checkUnique(groups, 'id', ({ id }) => id),
    ...checkUnique(words, word, ({ data }) => data),
  ];
}
