import { toCellWords } from '#domain/comparing/cell.ts';
import type { Place } from '#domain/problem.ts';
import type { Content } from '#reader/content.ts';
import { toStems } from '#search/words.ts';

/** A cell of a table, and the articles that print it. */
export interface Fact {
  /** What to write in an article. */
  component: string;
  /** The heads of its row and column. */
  row: string;
  column: string;
  /** What it says. */
  words: string;
  place: Place;
  quotedBy: { slug: string; place: Place }[];
}

/** The cells with a value that have all words of a query, in any form, in their head, in that of their row or in themselves. */
export function findFacts(query: string, { reading, articles }: Content, locale: string): Fact[] {
  const wanted = toStems(query);
  const uses = [...articles.values()].flatMap(({ id: slug, components }) =>
    components.map((use) => ({ slug, use })),
  );
  return reading.collections.comparisons.entries.flatMap(({ id, data, at }) =>
    data.groups.flatMap(({ criteria }, group) =>
      criteria.flatMap((criterion, row) =>
        data.subjects.flatMap((subject): Fact[] => {
          const cell = criterion.cells[subject.id];
          if (cell === undefined || !('value' in cell)) return [];
          const words = [toCellWords(criterion, cell, locale)].flat().join(', ');
          const text = [
            data.title,
            criterion.label,
            criterion.why,
            subject.label,
            words,
            cell.note,
          ];
          const stems = new Set(toStems(text.join(' ')));
          if (wanted.length === 0 || !wanted.every((stem) => stems.has(stem))) return [];
          const isQuoted = ({ use }: (typeof uses)[number]) =>
            use.name === 'Fact'
              ? use.props.comparison === id &&
                use.props.criterion === criterion.id &&
                use.props.subject === subject.id
              : use.name === 'Comparison' &&
                use.props.id === id &&
                (use.props.rows?.includes(criterion.id) ?? true) &&
                (use.props.subjects?.includes(subject.id) ?? true);
          return [
            {
              component: `<Fact comparison="${id}" criterion="${criterion.id}" subject="${subject.id}" />`,
              ...{ row: criterion.label, column: subject.label, words },
              place: at(['groups', group, 'criteria', row, 'cells', subject.id]),
              quotedBy: uses.filter(isQuoted).map(({ slug, use }) => ({ slug, place: use.at([]) })),
            },
          ];
        }),
      ),
    ),
  );
}
