import { type ComponentUse, isWholeComparison } from '#domain/checking/component.ts';
import { listShownErrors } from '#domain/checking/error.ts';
import type { DatedCitation } from '#domain/comparing/reference.ts';
import { listTableCitations } from '#domain/comparing/table.ts';
import type { EachCollection } from './read.ts';

/** All that an article cites, in its text, its tables and its error messages, in the order of the page. */
export function listCitations(
  slug: string,
  uses: readonly ComponentUse[],
  { comparisons, errors, machines }: Pick<EachCollection, 'comparisons' | 'errors' | 'machines'>,
): DatedCitation[] {
  return uses.flatMap((use): DatedCitation[] => {
    const find = <T>(entries: readonly { id: string; data: T }[], id: string) =>
      entries.find((entry) => entry.id === id)?.data;
    if (use.name === 'Cite') return [use.props];
    if (use.name === 'Errors')
      return listShownErrors([use], find(errors.entries, slug)?.errors ?? []).flatMap(
        ({ sources, checked }) => sources.map((citation) => ({ ...citation, checked })),
      );
    if (isWholeComparison(use)) {
      const comparison = find(comparisons.entries, use.props.id);
      return comparison === undefined ? [] : listTableCitations(comparison);
    }
    if (use.name !== 'StateTable') return [];
    const machine = find(machines.entries, use.props.id);
    return (machine?.states ?? []).flatMap(({ sources }) =>
      sources.map((citation) => ({ ...citation, checked: machine?.asOf })),
    );
  });
}
