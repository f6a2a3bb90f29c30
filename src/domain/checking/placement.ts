import type { Located, Problem } from '../problem.ts';
import { isWholeComparison, type ComponentUse } from './component.ts';

/** An article as a home of tables, choosers and state machines. */
export interface Placement {
  isDraft: boolean;
  components: readonly ComponentUse[];
}

/** Finds tables, choosers and state machines that their home does not show, so that all links to them lead to nothing. */
export function checkPlacements(
  entries: readonly Located<{ article: string }>[],
  names: readonly ('Comparison' | 'Chooser' | 'StateDiagram' | 'StateTable')[],
  homes: ReadonlyMap<string, Placement>,
): Problem[] {
  const shows = (id: string, { components }: Placement) =>
    components.some(
      (use) =>
        names.some((name) => name === use.name && 'id' in use.props && use.props.id === id) &&
        (use.name !== 'Comparison' || isWholeComparison(use)),
    );
  return entries.flatMap(({ id, data: { article }, at }): Problem[] => {
    const home = homes.get(article);
    // What is shown elsewhere is told there, and what belongs to a draft is one too.
    if (
      home === undefined ||
      home.isDraft ||
      [...homes.values()].some((other) => other !== home && shows(id, other))
    )
      return [];
    if (shows(id, home)) return [];
    return [
      {
        ...at(['article']),
        code: 'not-shown',
        message: `its article ${article} does not show it`,
        hint: `Write there: <${names[0]} id="${id}" />`,
      },
    ];
  });
}
