import { type Box, grow, overlaps, PAGE, type Point, toSegments } from './geometry.ts';

/** Where an arrow runs: with right angles, from box to box. */
export interface Route {
  points: readonly Point[];
  /** On which side its words stand, seen along it: one of two opposite arrows has only one that is free. */
  side: 'left' | 'any';
}

/** What is to be joined. */
export interface Ends {
  start: Box;
  end: Box;
  /** Whether there is a way back, which runs beside it. */
  isPair: boolean;
}

// How far from the middle each of two opposite arrows runs: wider where words may stand between them and others.
const APART = { upright: 16, level: 9.5 };
// Lines that are nearer than this look like one.
const NEAR = 10;
const CLEAR = 6;
// How far a way around leads past what stands between.
const ROUND = 26;

/** Finds a route for each way, the plainest that keeps clear of boxes and of the routes before it. */
export function toRoutes<T extends Ends>(
  ways: readonly T[],
  boxes: readonly Box[],
  laid: readonly Route[],
  isNarrow: boolean,
): (T & Route)[] {
  const found: (T & Route)[] = [];
  // Straight ways first: the others have a choice.
  for (const way of ways.toSorted((a, b) => Number(isStraight(b)) - Number(isStraight(a)))) {
    const back = found.find(
      ({ start, end }) => way.isPair && start === way.end && end === way.start,
    );
    const others = boxes.filter((box) => box !== way.start && box !== way.end);
    const toCostOf = (route: Route) =>
      toCost(way.isPair ? [route, toOpposite(route)] : [route], others, [...laid, ...found]);
    const route = back
      ? toOpposite(back)
      : listRoutes(way, boxes, isNarrow).reduce((best, other) =>
          toCostOf(other) < toCostOf(best) ? other : best,
        );
    found.push({ ...way, ...route });
  }
  return found;
}

/** Whether two lines have a stretch in common, or run so close that they seem to. */
export function isNear(one: Box, other: Box): boolean {
  const isUpright = one.width === 0;
  if (isUpright !== (other.width === 0)) return false;
  return isUpright
    ? overlaps(grow(one, NEAR / 2, 0), grow(other, NEAR / 2, 0))
    : overlaps(grow(one, 0, NEAR / 2), grow(other, 0, NEAR / 2));
}

/** Whether a route runs through a box, or along its edge. */
export function runsThrough({ points }: Route, box: Box): boolean {
  return toSegments(points).some((segment) => overlaps(segment, grow(box, CLEAR)));
}

function toCost(routes: readonly Route[], boxes: readonly Box[], laid: readonly Route[]): number {
  let cost = 0;
  for (const route of routes) {
    for (const box of boxes) if (runsThrough(route, box)) cost += 100;
    for (const line of toSegments(route.points))
      for (const other of laid.flatMap(({ points }) => toSegments(points)))
        if (isNear(line, other)) cost += 100;
        else if (overlaps(line, other)) cost += 1;
  }
  return cost;
}

function isStraight({ start, end }: Ends): boolean {
  const [x, y] = toMiddle(end);
  return (x > start.x && x < start.x + start.width) || (y > start.y && y < start.y + start.height);
}

// The ways from one box to another, the plainest first.
function listRoutes(
  { start, end, isPair }: Ends,
  boxes: readonly Box[],
  isNarrow: boolean,
): Route[] {
  const [ax, ay] = toMiddle(start);
  const [bx, by] = toMiddle(end);
  const [right, down] = [bx > ax ? 1 : -1, by > ay ? 1 : -1];
  const leave = { x: ax + (right * start.width) / 2, y: ay + (down * start.height) / 2 };
  const enter = { x: bx - (right * end.width) / 2, y: by - (down * end.height) / 2 };
  // One of two opposite arrows keeps to the left of its own direction.
  const toRoute = (...points: Point[]): Route =>
    isPair ? { points: shift(points), side: 'left' } : { points, side: 'any' };
  const top = Math.min(start.y, end.y) - ROUND;
  const around = toRoute([ax, start.y], [ax, top], [bx, top], [bx, end.y]);
  // Beside the two, or beside all.
  const beside = [[start, end], boxes].map((passed) => {
    const outside = Math.max(...passed.map((box) => box.x + box.width)) + ROUND;
    const x = isNarrow ? Math.min(outside, PAGE.width - CLEAR) : outside;
    return toRoute([start.x + start.width, ay], [x, ay], [x, by], [end.x + end.width, by]);
  });
  if (by > start.y && by < start.y + start.height)
    return [toRoute([leave.x, by], [enter.x, by]), around];
  if (bx > start.x && bx < start.x + start.width)
    return [toRoute([bx, leave.y], [bx, enter.y]), ...beside];
  // Where there is little room, it is left to the words between.
  const out = isNarrow && !isPair ? (right * start.width) / 4 : 0;
  return [
    toRoute([leave.x, ay], [bx + out, ay], [bx + out, enter.y]),
    toRoute([ax - out, leave.y], [ax - out, by], [enter.x, by]),
    around,
    ...beside,
  ];
}

function toOpposite({ points, side }: Route): Route {
  // What keeps to the left of its direction was moved by as much as the way back is, to the other side.
  return { points: shift(shift(points, -1).toReversed()), side };
}

// Moves a line to the left of its direction.
function shift(points: readonly Point[], sign = 1): Point[] {
  const moved = points.map(([x, y]): [number, number] => [x, y]);
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index] ?? to;
    const [one, other] = [moved[index], moved[index + 1]];
    if (one === undefined || other === undefined) continue;
    const isUpright = from[0] === to[0];
    const forward = isUpright ? to[1] > from[1] : from[0] > to[0];
    const off = sign * (forward ? 1 : -1) * APART[isUpright ? 'upright' : 'level'];
    for (const point of [one, other]) point[isUpright ? 0 : 1] += off;
  }
  return moved;
}

function toMiddle({ x, y, width, height }: Box): Point {
  return [x + width / 2, y + height / 2];
}
