import type { Drawing } from './drawing.ts';
import { type Box, grow, holds, overlaps, toBorder, toSegments } from './geometry.ts';
import { isNear, runsThrough } from './routes.ts';

/** What a drawing cannot show: of an arrow, or of the frame if nothing is named. */
export interface Fault {
  from?: string;
  to?: string;
  fault: string;
}

/** Finds arrows that lie on each other or on the frame, run through a state or leave the page, words that have no room, and states that the frame reaches over. */
export function listFaults(drawing: Drawing): Fault[] {
  const { arrows, states, frame } = drawing;
  const border = frame ? toBorder(frame) : [];
  const faults = arrows.flatMap((arrow, index) => {
    const { from, to, words } = arrow;
    const lines = toSegments(arrow.points);
    const liesOn = (others: readonly Box[]) =>
      lines.some((line) => others.some((other) => isNear(line, other)));
    const other = arrows.slice(0, index).find(({ points }) => liesOn(toSegments(points)));
    const state = states.find((box) => box.id !== from && box.id !== to && runsThrough(arrow, box));
    const isOutside = lines.some((line) => !holds(drawing, line));
    return [
      other && `lies on the arrow from ${other.from || 'the frame'} to ${other.to}`,
      liesOn(border) && 'lies on the frame',
      state && `runs through ${state.id}`,
      isOutside && 'leaves the page',
      words === undefined && 'has no room for its words',
    ].flatMap((fault) => (fault ? [{ from, to, fault }] : []));
  });
  const covered = frame && states.find((state) => !state.framed && overlaps(grow(frame, 4), state));
  return [...faults, ...(covered ? [{ fault: `reaches over ${covered.id}` }] : [])];
}
