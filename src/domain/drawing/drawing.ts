import type { Machine } from '#schemas/machine.ts';
import { type Box, grow, overlaps, PAGE, toBorder, toExtent, toSegments } from './geometry.ts';
import { type Cell, toGrid } from './grid.ts';
import { type Route, toRoutes } from './routes.ts';
import { placeWords, type Words } from './words.ts';

/** From left to right, or for a narrow page from top to bottom. */
export type Form = 'wide' | 'narrow';

/** A state, or the frame around several. */
interface LabelledBox extends Box {
  id: string;
  label: string;
}

/** What leads from one state to another, or from the frame. */
interface Way {
  from: string;
  to: string;
  by: string[];
}

/** A way as an arrow; its words are missing where they have no room. */
interface Arrow extends Way, Route {
  words: Words | undefined;
}

export interface Drawing extends Box {
  states: (LabelledBox & { tinted: boolean; final: boolean; framed: boolean })[];
  frame?: LabelledBox;
  arrows: Arrow[];
}

/** Stands for the frame where an arrow begins. */
export const FRAME = '';

const STATE = { wide: { width: 104, height: 40 }, narrow: { width: 90, height: 36 } };
// What is left free within the frame; above, its label stands there.
const PADDING = { wide: 20, narrow: 12 };
const HEAD = 26;
const EDGE = 4;
const GAP = 30;
const STEP = 4;
const TRIES = 80;

/** Places the states of a machine and draws its transitions with right angles; moves rows and columns apart until all words have room. */
export function toDrawing(machine: Machine, form: Form): Drawing {
  const cells = toGrid(machine, form);
  const gaps: Gaps = { column: [], row: [] };
  for (let tries = 0; ; tries++) {
    const drawing = draw(machine, form, cells, gaps);
    const cramped = listCramped(drawing);
    if (cramped.length === 0 || tries === TRIES) return drawing;
    for (const { from, to } of cramped) {
      const starts = from === FRAME ? (machine.frame?.states ?? []) : [from];
      widen(
        gaps,
        form,
        starts.flatMap((id) => cells.get(id) ?? []),
        cells.get(to),
      );
    }
  }
}

function draw(machine: Machine, form: Form, cells: Cells, gaps: Gaps): Drawing {
  const inside = machine.frame?.states ?? [];
  const states = machine.states.map(({ id, label, tinted = false, final = false }) => ({
    ...{ id, label, tinted, final, framed: inside.includes(id) },
    ...toPlace(cells, id, form, gaps),
  }));
  const { true: shared = [], false: own = [] } = Object.groupBy(
    listWays(machine),
    ({ from }) => `${from === FRAME}`,
  );
  const route = (ways: readonly Way[], starts: readonly LabelledBox[], laid: readonly Route[]) => {
    const known = ways.flatMap((way) => {
      const start = starts.find(({ id }) => id === way.from);
      const end = states.find(({ id }) => id === way.to);
      const isPair = ways.some(({ from, to }) => from === way.to && to === way.from);
      return start && end ? [{ ...way, start, end, isPair }] : [];
    });
    const clear = states.filter(({ id }) => starts === states || !inside.includes(id));
    return toRoutes(known, clear, laid, form === 'narrow');
  };
  const routes = route(own, states, []);
  const isInner = ({ from, to }: Way) => inside.includes(from) && inside.includes(to);
  const taken: Box[] = [...states, ...routes.flatMap(({ points }) => toSegments(points))];
  const inner = addWords(routes.filter(isInner), taken, form);
  const frame =
    machine.frame &&
    toFrame(
      machine.frame.label,
      [...states.filter(({ id }) => inside.includes(id)), ...listBoxes(inner)],
      form,
    );
  const others = routes.filter((way) => !isInner(way));
  if (frame !== undefined) {
    const leaving = route(shared, [frame], routes);
    taken.push(...toBorder(frame), ...leaving.flatMap(({ points }) => toSegments(points)));
    others.push(...leaving);
  }
  const arrows = [...inner, ...addWords(others, taken, form)];
  const all = toExtent([...states, ...(frame ? [frame] : []), ...listBoxes(arrows)]);
  const size = form === 'wide' ? all : { ...all, x: PAGE.x, width: PAGE.width };
  return { ...grow(size, 1), states, ...(frame && { frame }), arrows };
}

// What leads from every state of the frame to the same one outside is drawn once, from the frame.
function listWays({ transitions, frame }: Machine): Way[] {
  const ids = frame?.states ?? [];
  const { [FRAME]: single = [], ...leaving } = Object.groupBy(transitions, ({ from, to }) =>
    ids.includes(from) && !ids.includes(to) ? to : FRAME,
  );
  const shared = Object.entries(leaving).flatMap(([to, ways = []]): Way[] => {
    if (ways.length < ids.length) return ways;
    const causes = new Set(ways.flatMap(({ by }) => by));
    const isSame = ways.every(({ by }) => by.length === causes.size);
    return [{ from: FRAME, to, by: isSame ? [...causes] : (frame?.by ?? [...causes]) }];
  });
  return [...single, ...shared];
}

function toPlace(cells: Cells, id: string, form: Form, gaps: Gaps): Box {
  const { column, row } = cells.get(id) ?? { column: 0, row: 0 };
  const size = STATE[form];
  const sum = (list: readonly number[], to: number) =>
    Array.from({ length: to }, (_, index) => GAP + (list[index] ?? 0)).reduce((a, b) => a + b, 0);
  const y = row * size.height + sum(gaps.row, row);
  if (form === 'wide') return { ...size, x: column * size.width + sum(gaps.column, column), y };
  // A narrow page is as wide as it is: its columns share it.
  const count = 1 + Math.max(...[...cells.values()].map((cell) => cell.column));
  const room = PAGE.width - size.width - 2 * PADDING.narrow;
  const share = count < 3 ? (column + 0.5) / count : column / (count - 1);
  return { ...size, x: PADDING.narrow + room * share, y };
}

// Words at level lines first: those beside upright ones have more places.
function addWords(ways: readonly (Way & Route)[], taken: Box[], form: Form): Arrow[] {
  const isUpright = ({ points: [first, ...rest] }: Route) => rest.every(([x]) => x === first?.[0]);
  return ways
    .toSorted((a, b) => Number(isUpright(a)) - Number(isUpright(b)))
    .map((way) => {
      const words = placeWords(
        way.by,
        way,
        form === 'narrow',
        (box) =>
          (form === 'wide' || (box.x >= EDGE && box.x + box.width <= PAGE.width - EDGE)) &&
          !taken.some((other) => overlaps(other, grow(box, 6, 3))),
      );
      if (words) taken.push(words);
      return { ...way, words };
    });
}

function toFrame(label: string, boxes: readonly Box[], form: Form): LabelledBox {
  const inner = grow(toExtent(boxes), PADDING[form]);
  const left = form === 'wide' ? inner.x : Math.max(inner.x, PAGE.x);
  const right = inner.x + inner.width;
  const width = (form === 'wide' ? right : Math.min(right, PAGE.width)) - left;
  const head = HEAD - PADDING[form];
  return { id: FRAME, label, x: left, y: inner.y - head, width, height: inner.height + head };
}

function listBoxes(arrows: readonly Arrow[]): Box[] {
  return arrows.flatMap(({ points, words }) => [...toSegments(points), ...(words ? [words] : [])]);
}

// The ways whose words have no room, and those of a state that stands too near to a frame that it is not in.
function listCramped({ arrows, states, frame }: Drawing): Way[] {
  const near = states.filter(
    (state) => !state.framed && frame && overlaps(grow(frame, HEAD), state),
  );
  return arrows.filter(
    ({ from, to, words }) => words === undefined || near.some(({ id }) => id === from || id === to),
  );
}

// Moves apart what lies before the farther end of a way, and before the nearer one if it has a level part there: columns where the
// whole way is level and there is room for more, else rows.
function widen(gaps: Gaps, form: Form, starts: readonly Cell[], end: Cell | undefined): void {
  const [start] = end ? starts.toSorted((a, b) => toDistance(a, end) - toDistance(b, end)) : [];
  if (start === undefined || end === undefined) return;
  const axis = form === 'wide' && start.row === end.row ? 'column' : 'row';
  const [near = 0, far = 0] = [start[axis], end[axis]].toSorted((a, b) => a - b);
  const isStraight = start.column === end.column || start.row === end.row;
  for (const index of new Set([Math.max(far, 1), ...(isStraight || near === 0 ? [] : [near])]))
    gaps[axis][index - 1] = (gaps[axis][index - 1] ?? 0) + STEP;
}

function toDistance(one: Cell, other: Cell): number {
  return Math.abs(one.column - other.column) + Math.abs(one.row - other.row);
}

type Cells = ReadonlyMap<string, Cell>;

/** What is added between neighbouring columns and rows. */
interface Gaps {
  column: number[];
  row: number[];
}
