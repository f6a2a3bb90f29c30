import type { Machine } from '#schemas/machine.ts';
import type { Form } from './drawing.ts';

/** The place of a state, counted from 0. */
export interface Cell {
  column: number;
  row: number;
}

/**
 * The place of each state. On a narrow page columns become rows: of each column the state of the fullest row comes first, and those
 * beside it stand a row below, so that words have the whole width.
 */
export function toGrid({ states }: Machine, form: Form): Map<string, Cell> {
  const columns = [...new Set(states.map(({ column }) => column))].toSorted((a, b) => a - b);
  const rows = [...new Set(states.map(({ row }) => row))].toSorted((a, b) => a - b);
  if (form === 'wide')
    return new Map(
      states.map(({ id, column, row }) => [
        id,
        { column: columns.indexOf(column), row: rows.indexOf(row) },
      ]),
    );
  const count = (row: number) => states.filter((state) => state.row === row).length;
  const spine = rows.toSorted((a, b) => count(b) - count(a))[0];
  const steps = columns.flatMap((column) =>
    [true, false]
      .map((isSpine) =>
        states.filter((state) => state.column === column && (state.row === spine) === isSpine),
      )
      .filter((step) => step.length > 0),
  );
  return new Map(
    steps.flatMap((step, row) =>
      step.map((state) => [state.id, { column: rows.indexOf(state.row), row }]),
    ),
  );
}
