/** A stretch of a text; what stands between backticks is code. */
export interface Piece {
  text: string;
  isCode: boolean;
}

/** The parts of a line in which code stands between backticks. */
export function parseCode(line: string): Piece[] {
  return line
    .split('`')
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
