import type { Machine } from '#schemas/machine.ts';
import { FRAME, toDrawing } from '../drawing/drawing.ts';
import { type Fault, listFaults } from '../drawing/faults.ts';
import { checkFuture, checkKnown, type Located, type Names, type Problem } from '../problem.ts';

/** Finds states used but not defined, states that cannot be reached or left, places taken twice, unknown sources, and what its drawings cannot show. */
export function checkMachine(
  { data, at }: Located<Machine>,
  known: { articles: Names; sources: Names; today: string },
): Problem[] {
  const ids = data.states.map(({ id }) => id);
  const problems = [
    ...checkKnown('article', data.article, known.articles, at(['article'])),
    ...checkFuture(at, ['asOf'], data.asOf, known.today),
  ];
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index)
      problems.push({
        ...at(['states', index, 'id']),
        code: 'used-twice',
        message: `the state ${id} is defined twice`,
        hint: 'Choose another name, or remove it.',
      });
  }
  if (new Set(ids).size < ids.length) return problems;
  const places = new Map<string, string>();
  for (const [index, { id, column, row, final, sources }] of data.states.entries()) {
    const place = `${column}/${row}`;
    const other = places.get(place);
    if (other !== undefined)
      problems.push({
        ...at(['states', index, 'column']),
        code: 'taken-place',
        message: `${id} stands where ${other} stands`,
        hint: 'Choose another column or row.',
      });
    places.set(place, id);
    for (const [item, { source }] of sources.entries())
      problems.push(
        ...checkKnown('source', source, known.sources, at(['states', index, 'sources', item])),
      );
    const leaves = data.transitions.some(({ from }) => from === id);
    if (leaves === (final === true) && data.transitions.every(({ from }) => ids.includes(from))) {
      problems.push({
        ...at(['states', index, 'id']),
        code: 'unconnected-state',
        message:
          final === true ? `${id} is final, but a transition leaves it` : `nothing leaves ${id}`,
        hint: 'Add a transition, or mark the state as final.',
      });
    }
    // A transition to a state that does not exist may have meant this one.
    if (
      index > 0 &&
      data.transitions.every(({ to }) => ids.includes(to)) &&
      !data.transitions.some(({ to }) => to === id)
    ) {
      problems.push({
        ...at(['states', index, 'id']),
        code: 'unconnected-state',
        message: `nothing leads to ${id}`,
        hint: 'Add a transition to it; only the first state is entered from outside.',
      });
    }
  }
  const named = [
    ...data.transitions.flatMap(({ from, to }, index) => [
      { id: from, path: ['transitions', index, 'from'] },
      { id: to, path: ['transitions', index, 'to'] },
    ]),
    ...(data.frame?.states ?? []).map((id, index) => ({ id, path: ['frame', 'states', index] })),
  ];
  for (const { id, path } of named) problems.push(...checkKnown('state', id, ids, at(path)));
  return problems.length > 0 ? problems : checkDrawings(data, at);
}

// A fault of both drawings is told once.
function checkDrawings(data: Machine, at: Located<Machine>['at']): Problem[] {
  const wide = listFaults(toDrawing(data, 'wide'));
  const isKnown = ({ from, to }: Fault) =>
    wide.some((other) => other.from === from && other.to === to);
  const narrow = listFaults(toDrawing(data, 'narrow')).filter((fault) => !isKnown(fault));
  const toProblem = ({ from, to, fault }: Fault, place: string): Problem => {
    // An arrow from the frame stands for several transitions: the first to the same state is as good as any.
    const index = data.transitions.findIndex(
      (way) => way.to === to && (from === FRAME || way.from === from),
    );
    const what =
      from === undefined ? 'the frame' : `the arrow from ${from || 'the frame'} to ${to}`;
    return {
      ...at(from === undefined ? ['frame'] : ['transitions', index]),
      code: 'crowded-drawing',
      message: `${what} ${fault}${place}`,
      hint: 'Move states to other columns or rows; on a phone columns become rows, and the middle one of three rows has most room.',
    };
  };
  return [
    ...wide.map((fault) => toProblem(fault, '')),
    ...narrow.map((fault) => toProblem(fault, ' in the drawing for a phone')),
  ];
}
