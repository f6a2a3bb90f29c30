import type { Machine } from '#schemas/machine.ts';

const STATE = { width: 104, height: 40 };
const LINE = 18;
const LETTER = 8;
const SPACE = 8;
const PADDING = 24;
// How far from the middle each of two opposite arrows runs: wider where their words stand between them.
const APART = { x: 18, y: 9.5 };
const ANCHORS = { above: 'middle', below: 'middle', left: 'end', right: 'start' } as const;
// Stands for the frame where an arrow begins.
const FRAME = '';

/** Places the states of a machine on its grid and draws its transitions with right angles, the words of each on its free side. */
export function toDrawing(machine: Machine): Drawing {
  const transitions = listTransitions(machine);
  const words = transitions.flatMap(({ by }) => by);
  const rise = (Math.max(...transitions.map(({ by }) => by.length)) + 1) * LINE + 2 * SPACE;
  const gap = toWidth(words) + 2 * SPACE + (machine.frame ? PADDING : 0);
  const states = machine.states.map(({ id, label, final = false, column, row }) => ({
    ...{ id, label, final, ...STATE },
    x: (column - 1) * (STATE.width + gap),
    y: (row - 1) * (STATE.height + rise),
  }));
  const arrows = drawArrows(states, states, transitions, rise);
  if (machine.frame === undefined) return { ...toExtent(states, arrows, SPACE), states, arrows };
  const { label, states: ids } = machine.frame;
  const inside = toExtent(
    states.filter(({ id }) => ids.includes(id)),
    arrows.filter(({ from, to }) => ids.includes(from) && ids.includes(to)),
    PADDING,
  );
  const frame = { id: FRAME, label, ...inside };
  arrows.push(...drawArrows([frame], states, transitions, rise));
  return { ...toExtent([...states, frame], arrows, SPACE), states, frame, arrows };
}

/** Each line of an arrow's words with its place. */
export function listLines({ by, side, words }: Arrow) {
  const anchor = ANCHORS[side];
  const x = words.x + { start: 0, middle: 0.5, end: 1 }[anchor] * words.width;
  return by.map((text, index) => ({ text, anchor, x, y: words.y + (index + 0.75) * LINE }));
}

// What leads from every state of the frame to the same one outside is drawn once, from the frame.
function listTransitions({ transitions, frame }: Machine): Transition[] {
  const ids = frame?.states ?? [];
  const { [FRAME]: single = [], ...leaving } = Object.groupBy(transitions, ({ from, to }) =>
    ids.includes(from) && !ids.includes(to) ? to : FRAME,
  );
  const shared = Object.entries(leaving).flatMap(([to, ways = []]): Transition[] =>
    ways.length < ids.length
      ? ways
      : [{ from: FRAME, to, by: [...new Set(ways.flatMap(({ by }) => by))] }],
  );
  return [...single, ...shared];
}

function drawArrows(
  starts: readonly LabelledBox[],
  states: readonly LabelledBox[],
  transitions: readonly Transition[],
  rise: number,
): Arrow[] {
  const routes = transitions.flatMap((transition) => {
    const start = starts.find(({ id }) => id === transition.from);
    const end = states.find(({ id }) => id === transition.to);
    if (start === undefined || end === undefined) return [];
    const isPair = transitions.some(({ from, to }) => from === end.id && to === start.id);
    const others = states.filter((state) => state !== start && state !== end);
    const ways = listRoutes(start, end, isPair, rise);
    const way = ways.find(({ points }) => !others.some((box) => crosses(points, box)));
    return [{ ...transition, ...(way ?? ways[0]) }];
  });
  // Words beside upright arrows give way to those above and below level ones.
  const taken: Box[] = [];
  return routes
    .toSorted((one, other) => Number(isUpright(one)) - Number(isUpright(other)))
    .map((route) => {
      const places = listPlaces(route);
      const words = places.find((place) => !taken.some((box) => overlaps(place, box))) ?? places[0];
      taken.push(words);
      return { ...route, words };
    });
}

// The ways from one box to another, the plainest first.
function listRoutes(start: Box, end: Box, isPair: boolean, rise: number): [Route, ...Route[]] {
  const [ax, ay] = [start.x + start.width / 2, start.y + start.height / 2];
  const [bx, by] = [end.x + end.width / 2, end.y + end.height / 2];
  const [right, down] = [bx > ax ? 1 : -1, by > ay ? 1 : -1];
  const leave = { x: ax + (right * start.width) / 2, y: ay + (down * start.height) / 2 };
  const enter = { x: bx - (right * end.width) / 2, y: by - (down * end.height) / 2 };
  const top = Math.min(start.y, end.y) - rise + SPACE;
  const around = toRoute('above', [ax, start.y], [ax, top], [bx, top], [bx, end.y]);
  // Each of two opposite arrows keeps to the left of its own direction.
  if (by > start.y && by < start.y + start.height) {
    const y = by - (isPair ? right * APART.y : 0);
    return [toRoute(isPair && right < 0 ? 'below' : 'above', [leave.x, y], [enter.x, y]), around];
  }
  if (bx > start.x && bx < start.x + start.width) {
    const x = bx + (isPair ? down * APART.x : 0);
    return [toRoute(isPair && down < 0 ? 'left' : 'right', [x, leave.y], [x, enter.y]), around];
  }
  return [
    toRoute(down > 0 ? 'above' : 'below', [leave.x, ay], [bx, ay], [bx, enter.y]),
    toRoute(down > 0 ? 'below' : 'above', [ax, leave.y], [ax, by], [enter.x, by]),
    around,
  ];
}

// Where the words may stand: beside the level part of the way, or at three heights of an upright one.
function listPlaces(route: Transition & Route): [Box, ...Box[]] {
  const { by, side, points } = route;
  const parts = points.slice(1).map((to, index) => [points[index] ?? to, to] as const);
  const [from, to] = parts.find(([a, b]) => a[1] === b[1]) ?? parts[0] ?? [points[0], points[0]];
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const [width, height] = [toWidth(by), by.length * LINE];
  const middle = x - width / 2;
  const left = { above: middle, below: middle, left: x - SPACE - width, right: x + SPACE }[side];
  const toBox = (top: number): Box => ({ x: left, y: top, width, height });
  if (side === 'above') return [toBox(y - SPACE / 2 - height)];
  if (side === 'below') return [toBox(y + SPACE / 2)];
  const room = (Math.abs(to[1] - from[1]) - height) / 2 - SPACE;
  return [0, -room, room].map((off) => toBox(y - height / 2 + off)) as [Box, ...Box[]];
}

function toRoute(side: Route['side'], ...points: [Point, ...Point[]]): Route {
  return { side, points };
}

function isUpright({ points: [first, ...rest] }: Route): boolean {
  return rest.every(([x]) => x === first[0]);
}

function toWidth(words: readonly string[]): number {
  return Math.max(...words.map(({ length }) => length)) * LETTER;
}

function crosses(points: Route['points'], box: Box): boolean {
  return points.slice(1).some(([x, y], index) => {
    const [otherX, otherY] = points[index] ?? [x, y];
    const line = { x: Math.min(x, otherX), y: Math.min(y, otherY) };
    return overlaps({ ...line, width: Math.abs(x - otherX), height: Math.abs(y - otherY) }, box);
  });
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function toExtent(boxes: readonly Box[], arrows: readonly Arrow[], padding: number): Box {
  const turns = arrows.flatMap(({ points }) =>
    points.map(([x, y]) => ({ x, y, width: 0, height: 0 })),
  );
  const all = [...boxes, ...turns, ...arrows.map(({ words }) => words)];
  const x = Math.min(...all.map((box) => box.x)) - padding;
  const y = Math.min(...all.map((box) => box.y)) - padding;
  const right = Math.max(...all.map((box) => box.x + box.width)) + padding;
  const bottom = Math.max(...all.map((box) => box.y + box.height)) + padding;
  return { x, y, width: right - x, height: bottom - y };
}

type Transition = Pick<Machine['transitions'][number], 'from' | 'to' | 'by'>;
type Point = readonly [x: number, y: number];

/** A rectangle by its upper left corner, in the drawing's own units. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A state, or the frame around several. */
interface LabelledBox extends Box {
  id: string;
  label: string;
}

/** A way from box to box, and on which side of it its words stand. */
interface Route {
  points: readonly [Point, ...Point[]];
  side: keyof typeof ANCHORS;
}

/** A transition as an arrow; `words` is the place of what causes it, one line each. */
interface Arrow extends Transition, Route {
  words: Box;
}

export interface Drawing extends Box {
  states: (LabelledBox & { final: boolean })[];
  frame?: LabelledBox;
  arrows: Arrow[];
}
