import type { Problem } from './problem.ts';

/** One record of a CSV file with the line on which it starts. */
export interface Row {
  line: number;
  cells: string[];
}

/** Reads CSV as help desks and spreadsheets write it: quoted cells over several lines, commas, semicolons or tabs. */
export function parseCsv(text: string): {
  rows: Row[];
  problem?: Omit<Problem, 'file'>;
} {
  const source = text.replace(/^\uFEFF/, '');
  const separator = findSeparator(source);
  const rows: Row[] = [];
  let row: Row = { line: 1, cells: [] };
  let line = 1;
  let at = 0;
  const endRow = () => {
    // An empty line is no record.
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
    row = { line: ++line, cells: [] };
  };
  while (at < source.length) {
    let cell = '';
    if (source[at] === '"') {
      const start = line;
      let end = at + 1;
      while (source[end] !== '"' || source[end + 1] === '"') {
        if (end >= source.length) return { rows, problem: toProblem(start) };
        if (source[end] === '\n') line += 1;
        end += source[end] === '"' ? 2 : 1;
      }
      cell = source.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    // What follows a closing quote, against the rules, is kept.
    const rest = at;
    while (
      at < source.length &&
      source[at] !== separator &&
      source[at] !== '\n' &&
      source[at] !== '\r'
    )
      at += 1;
    row.cells.push(cell + source.slice(rest, at));
    if (source[at] === separator) {
      at += 1;
      if (at === source.length) row.cells.push('');
      continue;
    }
    if (source[at] === '\r' && source[at + 1] === '\n') at += 1;
    at += 1;
    endRow();
  }
  if (row.cells.length > 0) endRow();
  return { rows };
}

// https://owasp.org/www-community/attacks/CSV_Injection; a plain number that is negative is none.
const FORMULA = /^[=+\-@\t\r]./s;
const NUMBER = /^[-+]\d+(?:[.,]\d+)*$/;

/**
 * Writes CSV as RFC 4180 has it; the byte order mark makes spreadsheets read it as UTF-8. A cell that a spreadsheet would take for a
 * formula, since it begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number, has an apostrophe before it, which
 * spreadsheets read as "this is text" and other programs take away.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const quote = (text: string) => {
    const cell = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  return `\uFEFF${rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

function toProblem(line: number): Omit<Problem, 'file'> {
  return {
    line,
    code: 'broken-csv',
    message: 'a quote is opened and never closed',
    hint: 'Export the file again, or mend the line.',
  };
}

// The header tells: its names rarely hold any of the three.
function findSeparator(text: string): string {
  const header = text.split(/\r?\n|\r/, 1)[0]?.replace(/"[^"]*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((separator) => ({
    separator,
    count: header.split(separator).length,
  }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ',';
}
