import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A part of a file that another text takes the place of; places count in its text as the reader has it. */
export interface Edit {
  file: string;
  start: number;
  end: number;
  text: string;
}

/** Writes all edits, and leaves line ends and everything around as they are; returns the files. */
export function applyEdits(root: string, edits: readonly Edit[]): string[] {
  const files = Map.groupBy(edits, ({ file }) => file);
  for (const [file, own] of files) {
    const path = join(root, file);
    const bytes = readFileSync(path, 'utf8');
    const mark = bytes.startsWith('\uFEFF') ? '\uFEFF' : '';
    const text = own
      .toSorted((a, b) => b.start - a.start)
      .reduce(
        (all, { start, end, text: more }) => all.slice(0, start) + more + all.slice(end),
        bytes.slice(mark.length).replaceAll('\r\n', '\n'),
      );
    writeFileSync(path, mark + (bytes.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text));
  }
  return [...files.keys()];
}
