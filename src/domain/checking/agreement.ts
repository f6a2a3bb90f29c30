import type { Cell, Comparison, Criterion } from '#schemas/comparison.ts';
import { toAnchor } from '../linking/anchor.ts';
import type { Located, Place, Problem } from '../problem.ts';

/** A value of a table, with what tells that another table has the same fact. */
interface Fact {
  comparison: string;
  criterion: Criterion;
  subject: Comparison['subjects'][number];
  value: string;
  asOf: string;
  place: Place;
}

/** Finds facts that two tables state differently: the same row of the same column, at the same time and in the same scope. */
export function checkAgreement(comparisons: readonly Located<Comparison>[]): Problem[] {
  const facts = comparisons.flatMap(listFacts);
  return facts.flatMap((fact, index): Problem[] => {
    const other = facts
      .slice(0, index)
      .find((earlier) => isSameFact(fact, earlier) && fact.value !== earlier.value);
    if (other === undefined) return [];
    const { file, line } = other.place;
    return [
      {
        ...fact.place,
        code: 'conflicting-facts',
        message: `${fact.subject.label}, ${fact.criterion.label}: the table ${other.comparison} says otherwise`,
        hint: `It stands in ${file}:${line ?? 1}. Correct one, or say in \`scope\` or \`asOf\` for what each holds.`,
      },
    ];
  });
}

function listFacts({ id, data, at }: Located<Comparison>): Fact[] {
  return data.groups.flatMap(({ criteria }, group) =>
    criteria.flatMap((criterion, row) =>
      data.subjects.flatMap((subject): Fact[] => {
        const cell = criterion.cells[subject.id];
        const value = cell === undefined ? undefined : toValue(criterion, cell);
        if (value === undefined) return [];
        const path = ['groups', group, 'criteria', row, 'cells', subject.id];
        const asOf = criterion.asOf ?? data.asOf;
        return [{ comparison: id, criterion, subject, value, asOf, place: at(path) }];
      }),
    ),
  );
}

// Texts and lists say one thing in many ways.
function toValue({ kind }: Criterion, cell: Cell): string | undefined {
  if (!('value' in cell) || kind === 'text' || kind === 'list') return undefined;
  if (typeof cell.value !== 'object') return cell.value;
  return JSON.stringify({ ...cell.value, approx: undefined });
}

function isSameFact(a: Fact, b: Fact): boolean {
  const isSame = (
    one: { id: string; label: string },
    other: { id: string; label: string },
  ): boolean => one.id === other.id || toAnchor(one.label) === toAnchor(other.label);
  return (
    a.comparison !== b.comparison &&
    a.criterion.kind === b.criterion.kind &&
    a.criterion.scope === b.criterion.scope &&
    a.asOf.slice(0, 7) === b.asOf.slice(0, 7) &&
    isSame(a.criterion, b.criterion) &&
    isSame(a.subject, b.subject)
  );
}
