import type { Cell, Comparison, Criterion } from '../schemas/comparison.ts';
import type { Citation, Source } from '../schemas/source.ts';
import { toRowAnchor } from './anchor.ts';
import { type CellState, toCellState, toCellWords } from './cell.ts';

/** A numbered source of a table. */
export interface Reference {
  n: number;
  source: Source;
  section: string | undefined;
  /** Month or day on which the fact was checked. */
  checked: string;
}

export interface TableCell {
  subject: string;
  state: CellState | undefined;
  words: string | string[];
  note: string | undefined;
  /** Set when the source itself was not read: who is reported to say so. */
  reportedBy: string | undefined;
  references: Reference[];
}

export interface TableRow {
  id: string;
  anchor: string;
  criterion: Criterion;
  cells: TableCell[];
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
}

/** Which rows and columns to show, by id; all when left out. */
export interface Subset {
  rows?: string[] | undefined;
  subjects?: string[] | undefined;
}

/** Shapes a comparison for printing: picks rows and columns and numbers the sources in order of appearance. */
export function toTable(
  { id, data: comparison }: { id: string; data: Comparison },
  sources: ReadonlyMap<string, Source>,
  { rows, subjects: columns }: Subset = {},
): Table {
  const references: Reference[] = [];
  const subjects = comparison.subjects.filter((subject) => columns?.includes(subject.id) ?? true);
  const groups = comparison.groups
    .map((group) => ({
      id: group.id,
      label: group.label,
      why: group.why,
      rows: group.criteria
        .filter((criterion) => rows?.includes(criterion.id) ?? true)
        .map((criterion) => ({
          id: criterion.id,
          anchor: toRowAnchor(id, criterion.id),
          criterion,
          cells: subjects.flatMap((subject) => {
            const cell = criterion.cells[subject.id];
            const since = cell?.checked ?? criterion.asOf ?? comparison.asOf;
            return cell === undefined ? [] : [toTableCell(subject.label, criterion, cell, since, sources, references)];
          }),
        })),
    }))
    .filter((group) => group.rows.length > 0);
  const used = new Set(groups.flatMap((group) => group.rows.flatMap((row) => row.cells.map((cell) => cell.state))));
  const order: CellState[] = ['yes', 'partial', 'no', 'unknown', 'not-applicable'];
  return {
    id,
    comparison,
    subjects,
    groups,
    references,
    states: order.filter((state) => used.has(state)),
    whole: rows === undefined && columns === undefined,
  };
}

/** The numbered sources of an article, in the order in which it cites them. */
export function toReferences(citations: readonly Citation[], sources: ReadonlyMap<string, Source>): Reference[] {
  return citations.flatMap(({ source: key, section }, index) => {
    const source = sources.get(key);
    return source === undefined ? [] : [{ n: index + 1, source, section, checked: source.checked }];
  });
}

function toTableCell(
  subject: string,
  criterion: Criterion,
  cell: Cell,
  checked: string,
  sources: ReadonlyMap<string, Source>,
  references: Reference[],
): TableCell {
  const own = cell.sources.flatMap(({ source: key, section }) => {
    const source = sources.get(key);
    if (source === undefined) return [];
    let reference = references.find((known) => known.source === source && known.section === section && known.checked === checked);
    if (reference === undefined) {
      reference = { n: references.length + 1, source, section, checked };
      references.push(reference);
    }
    return [reference];
  });
  const state = toCellState(criterion, cell);
  const secondHand = own.length > 0 && own.every(({ source }) => source.read === 'second-hand');
  return {
    subject,
    state,
    words: toCellWords(criterion, cell),
    note: cell.note,
    reportedBy: secondHand && state !== 'unknown' ? own.map(({ source }) => source.publisher).join(', ') : undefined,
    references: own,
  };
}
