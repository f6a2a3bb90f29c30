import type { Machine } from '../schemas/machine.ts';

const CELL = { width: 264, height: 156 };
const BOX = { width: 116, height: 46 };
const LINE = 18;
const LETTER = 7.6;
const GAP = 3;
const APART = 12;
const BEND = 74;

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

/** Places the states of a machine on its grid and draws its transitions: apart when they go both ways, bent around what is between. */
export function toDrawing({ states, transitions }: Machine): Drawing {
  const drawn = states.map(({ id, label, final = false, column, row }) => ({
    id,
    label,
    final,
    x: (column - 0.5) * CELL.width,
    y: (row - 0.5) * CELL.height,
  }));
  const arrows = transitions.flatMap(({ from, to, by }) => {
    const start = drawn.find(({ id }) => id === from);
    const end = drawn.find(({ id }) => id === to);
    if (start === undefined || end === undefined) return [];
    const both = transitions.some((other) => other.from === to && other.to === from);
    const others = drawn.filter((state) => state !== start && state !== end);
    return [toArrow(start, end, by, both ? APART : 0, others)];
  });
  return {
    width: Math.max(...states.map(({ column }) => column)) * CELL.width,
    height: Math.max(...states.map(({ row }) => row)) * CELL.height,
    box: BOX,
    states: drawn,
    arrows,
  };
}

function toArrow(start: Point, end: Point, by: readonly string[], apart: number, others: readonly Point[]): DrawnArrow {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  // To the right of the arrow's own direction, so that two opposite arrows lie on different sides.
  const side = { x: -(end.y - start.y) / length, y: (end.x - start.x) / length };
  const bend = others.some((other) => isBetween(start, end, other)) ? BEND : 0;
  const move = (point: Point, distance: number) => ({ x: point.x + side.x * distance, y: point.y + side.y * distance });
  const middle = move({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, apart + bend);
  const from = toBorder(move(start, apart), middle);
  const to = toBorder(move(end, apart), middle);
  const control = bend === 0 ? middle : move({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, apart + 2 * bend);
  // The words stand beside the line, as far off as they are large: on the arrow's own side, but below a level line.
  const hand = apart === 0 && bend === 0 && side.y < -0.9 ? -1 : 1;
  const wide = Math.max(...by.map((text) => text.length)) * LETTER;
  const tall = by.length * LINE;
  const x = (from.x + to.x) / 2 + hand * side.x * (bend + wide / 2 + GAP);
  const top = (from.y + to.y) / 2 + hand * side.y * (bend + tall / 2 + GAP) - ((by.length - 1) * LINE) / 2;
  return {
    path: `M${round(from)}Q${round(control)} ${round(to)}`,
    words: by.map((text, index) => ({
      text,
      x: Math.round(x),
      y: Math.round(top + index * LINE),
    })),
  };
}

function isBetween(start: Point, end: Point, other: Point): boolean {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const along = ((other.x - start.x) * dx + (other.y - start.y) * dy) / (dx * dx + dy * dy);
  const away = Math.abs((other.x - start.x) * dy - (other.y - start.y) * dx) / Math.hypot(dx, dy);
  return along > 0 && along < 1 && away < BOX.height / 2 + 8;
}

// Where the line from the middle of a box towards a point leaves the box, with room for the head of an arrow.
function toBorder(centre: Point, towards: Point): Point {
  const dx = towards.x - centre.x;
  const dy = towards.y - centre.y;
  const scale = Math.min((BOX.width / 2 + 5) / Math.abs(dx || 1e-6), (BOX.height / 2 + 5) / Math.abs(dy || 1e-6));
  return { x: centre.x + dx * scale, y: centre.y + dy * scale };
}

function round({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
