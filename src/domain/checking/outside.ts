import type { Outside } from '#schemas/outside.ts';
import { checkUnique, type Located, type Problem } from '../problem.ts';

/** Finds subjects of one name, and names that stand at two subjects. */
export function checkOutside(subjects: readonly Located<Outside>[]): Problem[] {
  const names = subjects.flatMap(({ data, at }) =>
    data.names.map((name, i) => ({
      id: name,
      data: name.toLowerCase(),
      at: (path: readonly PropertyKey[]) => at(['names', i, ...path]),
    })),
  );
  return [
    ...checkUnique(subjects, 'id', ({ id }) => id),
    ...checkUnique(names, 'name', ({ data }) => data),
  ];
}
