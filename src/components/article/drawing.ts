import type { Machine } from '#schemas/machine.ts';

const CELL = { width: 264, height: 156 };
const BOX = { width: 116, height: 46 };
const LINE = 18;
const LETTER = 7.6;
const GAP = 4;
const APART = 12;
const BEND = 74;
const ALONG = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8];

/** A box of the drawing; x and y are its centre, in the drawing's own units. */
interface DrawnState {
  id: string;
  label: string;
  final: boolean;
  x: number;
  y: number;
}

/** An arrow with what causes it, one line each. */
interface DrawnArrow {
  path: string;
  words: { text: string; x: number; y: number }[];
}

export interface Drawing {
  /** Where the drawing begins, in its own units. */
  left: number;
  top: number;
  width: number;
  height: number;
  box: typeof BOX;
  states: DrawnState[];
  arrows: DrawnArrow[];
}

interface Point {
  x: number;
  y: number;
}

/** A box around its centre. */
interface Box extends Point {
  width: number;
  height: number;
}

interface Line {
  from: Point;
  control: Point;
  to: Point;
  /** One unit to the right of its direction. */
  side: Point;
}

/** Places the states of a machine on its grid and draws its transitions: apart when they go both ways, bent around what is between. */
export function toDrawing({ states, transitions }: Machine): Drawing {
  const drawn = states.map(({ id, label, final = false, column, row }) => ({
    id,
    label,
    final,
    x: (column - 0.5) * CELL.width,
    y: (row - 0.5) * CELL.height,
  }));
  const lines = transitions.flatMap(({ from, to, by }) => {
    const start = drawn.find(({ id }) => id === from);
    const end = drawn.find(({ id }) => id === to);
    if (start === undefined || end === undefined) return [];
    const both = transitions.some((other) => other.from === to && other.to === from);
    const others = drawn.filter((state) => state !== start && state !== end);
    return [{ ...toLine(start, end, both ? APART : 0, others), by }];
  });
  const taken = drawn.map(({ x, y }): Box => ({ x, y, ...BOX }));
  const arrows = lines.map((line) => {
    const others = lines.filter((other) => other !== line).flatMap(toPoints);
    const place = findPlace(line, line.by, taken, others);
    taken.push(place);
    const top = place.y - ((line.by.length - 1) * LINE) / 2;
    return {
      path: `M${round(line.from)}Q${round(line.control)} ${round(line.to)}`,
      words: line.by.map((text, index) => ({
        text,
        x: Math.round(place.x),
        y: Math.round(top + index * LINE),
      })),
    };
  });
  const points = [...lines.flatMap(toPoints), ...taken.flatMap(toCorners)];
  const left = Math.floor(Math.min(...points.map(({ x }) => x)) - GAP);
  const top = Math.floor(Math.min(...points.map(({ y }) => y)) - GAP);
  return {
    left,
    top,
    width: Math.ceil(Math.max(...points.map(({ x }) => x)) + GAP - left),
    height: Math.ceil(Math.max(...points.map(({ y }) => y)) + GAP - top),
    box: BOX,
    states: drawn,
    arrows,
  };
}

function toLine(start: Point, end: Point, apart: number, others: readonly Point[]): Line {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  // To the right of the arrow's own direction, so that two opposite arrows lie on different sides.
  const side = { x: -(end.y - start.y) / length, y: (end.x - start.x) / length };
  const bend = others.some((other) => isBetween(start, end, other)) ? BEND : 0;
  const move = (point: Point, distance: number) => ({
    x: point.x + side.x * distance,
    y: point.y + side.y * distance,
  });
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const towards = move(middle, apart + bend);
  return {
    from: toBorder(start, move(start, apart), towards),
    control: bend === 0 ? towards : move(middle, apart + 2 * bend),
    to: toBorder(end, move(end, apart), towards),
    side,
  };
}

// Where the words stand beside their line, just clear of it: of several places the one that covers least of all else.
function findPlace(
  line: Line,
  by: readonly string[],
  boxes: readonly Box[],
  points: readonly Point[],
): Box {
  const width = Math.max(...by.map((text) => text.length)) * LETTER;
  const height = by.length * LINE;
  const off = (Math.abs(line.side.x) * width + Math.abs(line.side.y) * height) / 2 + GAP;
  const places = ALONG.flatMap((along) => {
    const point = toPoint(line, along);
    return [1, -1].map((hand) => ({
      x: point.x + hand * line.side.x * off,
      y: point.y + hand * line.side.y * off,
      width,
      height,
    }));
  });
  const toCover = (place: Box) =>
    points.filter((point) => overlap(place, { ...point, width: 0, height: 0 })).length +
    10 * boxes.filter((box) => overlap(place, box)).length;
  return places.reduce((best, place) => (toCover(place) < toCover(best) ? place : best));
}

function toCorners({ x, y, width, height }: Box): Point[] {
  return [-1, 1].map((side) => ({ x: x + (side * width) / 2, y: y + (side * height) / 2 }));
}

function overlap(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height
  );
}

function toPoints(line: Line): Point[] {
  return Array.from({ length: 41 }, (_, index) => toPoint(line, index / 40));
}

// A point of the curve, from 0 at its start to 1 at its end.
function toPoint({ from, control, to }: Line, along: number): Point {
  const mix = (a: number, b: number, c: number) =>
    a * (1 - along) ** 2 + 2 * b * along * (1 - along) + c * along ** 2;
  return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) };
}

function isBetween(start: Point, end: Point, other: Point): boolean {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const along = ((other.x - start.x) * dx + (other.y - start.y) * dy) / (dx * dx + dy * dy);
  const away = Math.abs((other.x - start.x) * dy - (other.y - start.y) * dx) / Math.hypot(dx, dy);
  return along > 0 && along < 1 && away < BOX.height / 2 + 8;
}

// Where the line from a point in a box towards another point leaves the box, with room for the head of an arrow.
function toBorder(centre: Point, inside: Point, towards: Point): Point {
  const dx = towards.x - inside.x || 1e-6;
  const dy = towards.y - inside.y || 1e-6;
  const scale = Math.min(
    (Math.sign(dx) * (BOX.width / 2 + 5) - (inside.x - centre.x)) / dx,
    (Math.sign(dy) * (BOX.height / 2 + 5) - (inside.y - centre.y)) / dy,
  );
  return { x: inside.x + dx * scale, y: inside.y + dy * scale };
}

function round({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
