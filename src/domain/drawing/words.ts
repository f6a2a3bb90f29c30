import { type Piece, parseCode } from '../code.ts';
import { type Box, type Point, toSegments } from './geometry.ts';
import type { Route } from './routes.ts';

// How wide a letter is at most, on average, in common faces; the size of words is 14.
const LETTER = { words: 8, code: 8.7 };
const LINE = 17;
// Between a line and the words beside it.
const OFF = { level: 4, upright: 7 };

/** The words at an arrow, line by line, and the place that they take. */
export interface Words extends Box {
  lines: { pieces: Piece[]; x: number; y: number }[];
  anchor: 'start' | 'middle' | 'end';
}

/** A place that words may take. */
type Place = Pick<Words, 'x' | 'y' | 'anchor'>;

/** How wide a line of words is at most. */
function toWidth(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { text, isCode }) => sum + text.length * LETTER[isCode ? 'code' : 'words'],
    0,
  );
}

/** Lets words stand beside a route where it is free, and if they may be broken, in as few lines as there is room for. */
export function placeWords(
  by: readonly string[],
  route: Route,
  mayBreak: boolean,
  isFree: (box: Box) => boolean,
): Words | undefined {
  const whole = by.map(parseCode);
  for (const lines of mayBreak ? listWraps(whole) : [whole]) {
    const size = {
      width: Math.max(...lines.map(toWidth)),
      height: lines.length * LINE,
    };
    const place = listPlaces(route, size).find((place) => isFree({ ...place, ...size }));
    if (place === undefined) continue;
    const share = { start: 0, middle: 0.5, end: 1 }[place.anchor];
    const x = place.x + share * size.width;
    return {
      ...{ ...place, ...size },
      lines: lines.map((pieces, index) => ({ pieces, x, y: place.y + (index + 0.75) * LINE })),
    };
  }
  return undefined;
}

// The words in ever more and shorter lines, down to one word in each.
function listWraps(lines: readonly Piece[][]): Piece[][][] {
  const widths = new Set(lines.flatMap(listWidths).toSorted((a, b) => b - a));
  return [...widths]
    .map((width) => lines.flatMap((line) => wrap(line, width)))
    .filter((wrapped, index, all) => index === 0 || wrapped.length > (all[index - 1]?.length ?? 0));
}

// The widths of all runs of words within a line.
function listWidths(line: readonly Piece[]): number[] {
  const words = toSingleWords(line);
  return words.flatMap((_, from) =>
    words.slice(from).map((_, index) => toWidth(join(words.slice(from, from + index + 1)))),
  );
}

function wrap(line: readonly Piece[], width: number): Piece[][] {
  const rows: Piece[][] = [];
  for (const word of toSingleWords(line)) {
    const row = rows.at(-1);
    if (row === undefined || toWidth(join([...row, word])) > width) rows.push([word]);
    else row.push(word);
  }
  return rows.map(join);
}

function toSingleWords(line: readonly Piece[]): Piece[] {
  return line.flatMap(({ text, isCode }) =>
    text
      .trim()
      .split(/\s+/)
      .map((word) => ({ text: word, isCode })),
  );
}

// Words of one face are one piece; a space stands before what follows.
function join(words: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last?.isCode === word.isCode)
      pieces.splice(-1, 1, { ...last, text: `${last.text} ${word.text}` });
    else pieces.push(last === undefined ? word : { ...word, text: ` ${word.text}` });
  }
  return pieces;
}

// Level parts of a route first, the longer ones first; on its free side, the middle first.
function listPlaces({ points, side }: Route, size: Pick<Box, 'width' | 'height'>): Place[] {
  const parts = toSegments(points).map((part, index) => ({
    part,
    forward: isForward(points[index], points[index + 1]),
  }));
  return parts
    .toSorted((a, b) => b.part.width - a.part.width || b.part.height - a.part.height)
    .flatMap(({ part, forward }) =>
      part.height === 0
        ? listLevelPlaces(part, toSides(side, forward), size)
        : listUprightPlaces(part, toSides(side, !forward), size),
    );
}

// Whether a part leads to the right, or down.
function isForward([fromX, fromY]: Point = [0, 0], [x, y]: Point = [0, 0]): boolean {
  return x > fromX || y > fromY;
}

// Left of the direction is above what leads to the right, and right of what leads down.
function toSides(side: Route['side'], isBefore: boolean): ('before' | 'after')[] {
  if (side === 'left') return [isBefore ? 'before' : 'after'];
  return ['before', 'after'];
}

function listLevelPlaces(
  { x, y, width: length }: Box,
  sides: ('before' | 'after')[],
  { width, height }: Pick<Box, 'width' | 'height'>,
): Place[] {
  return sides.flatMap((side): Place[] => {
    const top = side === 'before' ? y - OFF.level - height : y + OFF.level;
    return [
      { x: x + (length - width) / 2, y: top, anchor: 'middle' },
      { x: x + OFF.upright, y: top, anchor: 'start' },
      { x: x + length - OFF.upright - width, y: top, anchor: 'end' },
    ];
  });
}

function listUprightPlaces(
  { x, y, height: length }: Box,
  sides: ('before' | 'after')[],
  { width, height }: Pick<Box, 'width' | 'height'>,
): Place[] {
  const room = Math.max(0, (length - height) / 2 - OFF.upright);
  const steps = [0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1, -1];
  // Right of an upright line before left of it.
  return sides.toReversed().flatMap((side) =>
    steps.map((step): Place => ({
      x: side === 'before' ? x - OFF.upright - width : x + OFF.upright,
      y: y + (length - height) / 2 + step * room,
      anchor: side === 'before' ? 'end' : 'start',
    })),
  );
}
