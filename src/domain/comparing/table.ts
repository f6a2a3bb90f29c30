import type { Cell, Comparison, Criterion } from '#schemas/comparison.ts';
import type { Source } from '#schemas/source.ts';
import { toRowAnchor } from '../linking/anchor.ts';
import { type CellState, isSame, numberSayings, toCellState, toCellWords } from './cell.ts';
import { type DatedCitation, type Mark, type Reference, ReferenceList } from './reference.ts';

export interface TableCell {
  subject: string;
  state: CellState | undefined;
  words: string | string[];
  note: string | undefined;
  /** Set when the source itself was not read: who is reported to say so. */
  reportedBy: string | undefined;
  marks: Mark[];
}

interface TableRow {
  id: string;
  anchor: string;
  criterion: Criterion;
  cells: TableCell[];
  /** For each cell the number of what it says, which it shares with those that say the same; undefined for what no other says. */
  sayings: (number | undefined)[];
  /** True when all its cells say the same. */
  same: boolean;
}

/** A comparison as it is printed. */
export interface Table {
  id: string;
  comparison: Comparison;
  subjects: Comparison['subjects'];
  groups: { id: string; label: string; why: string | undefined; rows: TableRow[] }[];
  references: Reference[];
  /** The states that occur, for the legend. */
  states: CellState[];
  /** False when rows or columns were left out. */
  whole: boolean;
  /** The article whose permalink leads to its rows; undefined while that is a draft or retired. */
  home?: { id: string; title: string; answer: string } | undefined;
}

/** Which rows and columns to show, by id; all when left out. */
export interface Subset {
  rows?: string[] | undefined;
  subjects?: string[] | undefined;
}

/** Every citation of a comparison in the order of its cells, with the date on which that cell was checked. */
export function listTableCitations(comparison: Comparison): DatedCitation[] {
  return comparison.groups.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) =>
      comparison.subjects.flatMap(({ id }) => {
        const checked = toChecked(comparison, criterion, criterion.cells[id]);
        return (criterion.cells[id]?.sources ?? []).map((citation) => ({ ...citation, checked }));
      }),
    ),
  );
}

// The month or day on which a cell was checked.
function toChecked({ asOf }: Comparison, criterion: Criterion, cell: Cell | undefined): string {
  return cell?.checked ?? criterion.asOf ?? asOf;
}

/** Shapes a comparison for printing: picks rows and columns, and cites its sources in the list of the page, or in one of its own. */
export function toTable(
  { id, data: comparison }: { id: string; data: Comparison },
  sources: ReadonlyMap<string, Source>,
  locale: string,
  { rows, subjects: columns }: Subset = {},
  list = new ReferenceList(),
): Table {
  const subjects = comparison.subjects.filter((subject) => columns?.includes(subject.id) ?? true);
  const groups = comparison.groups
    .map((group) => ({
      id: group.id,
      label: group.label,
      why: group.why,
      rows: group.criteria
        .filter((criterion) => rows?.includes(criterion.id) ?? true)
        .map((criterion) => {
          const cells = subjects.flatMap((subject) => {
            const cell = criterion.cells[subject.id];
            const since = toChecked(comparison, criterion, cell);
            return cell === undefined
              ? []
              : [toTableCell(subject.label, criterion, cell, { since, sources, list, locale })];
          });
          return {
            id: criterion.id,
            anchor: toRowAnchor(id, criterion.id),
            criterion,
            cells,
            sayings: numberSayings(cells),
            same: isSame(cells),
          };
        }),
    }))
    .filter((group) => group.rows.length > 0);
  const used = new Set(
    groups.flatMap((group) => group.rows.flatMap((row) => row.cells.map((cell) => cell.state))),
  );
  const order: CellState[] = ['yes', 'partial', 'no', 'unknown', 'not-applicable'];
  return {
    id,
    comparison,
    subjects,
    groups,
    references: list.references,
    states: order.filter((state) => used.has(state)),
    whole: rows === undefined && columns === undefined,
  };
}

function toTableCell(
  subject: string,
  criterion: Criterion,
  cell: Cell,
  {
    since,
    sources,
    list,
    locale,
  }: {
    since: string;
    sources: ReadonlyMap<string, Source>;
    list: ReferenceList;
    locale: string;
  },
): TableCell {
  const marks = cell.sources.flatMap(({ source: key, section }) => {
    const source = sources.get(key);
    return source === undefined ? [] : [list.cite(source, section, since)];
  });
  const state = toCellState(criterion, cell);
  const secondHand =
    marks.length > 0 && marks.every(({ reference }) => reference.source.read === 'second-hand');
  const publishers = new Set(marks.map(({ reference }) => reference.source.publisher));
  return {
    subject,
    state,
    words: toCellWords(criterion, cell, locale),
    note: cell.note,
    reportedBy: secondHand && state !== 'unknown' ? [...publishers].join(', ') : undefined,
    marks,
  };
}
