/** A place in a drawing, in its own units. */
export type Point = readonly [x: number, y: number];

/** A rectangle by its upper left corner; one without width or height is a line. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The width of a narrow page, in which letters of 14 are nearly 12 pixels high on a phone of 320. */
export const PAGE = { x: 0, width: 341 };

/** The straight parts of a line with right angles. */
export function toSegments(points: readonly Point[]): Box[] {
  return points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return {
      ...{ x: Math.min(x, fromX), y: Math.min(y, fromY) },
      ...{ width: Math.abs(x - fromX), height: Math.abs(y - fromY) },
    };
  });
}

/** The lines around a box. */
export function toBorder({ x, y, width, height }: Box): Box[] {
  const [right, bottom] = [x + width, y + height];
  return toSegments([
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
    [x, y],
  ]);
}

/** The same box with a margin around it, which may be another one above and below. */
export function grow({ x, y, width, height }: Box, margin: number, above = margin): Box {
  return {
    ...{ x: x - margin, y: y - above },
    ...{ width: width + 2 * margin, height: height + 2 * above },
  };
}

/** Whether two boxes have more in common than an edge. */
export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Whether one box is within another. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The smallest box around others. */
export function toExtent(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    ...{ x, y },
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
