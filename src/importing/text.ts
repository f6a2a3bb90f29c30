/** A text that is changed step by step, with the line of its file from which each of its lines comes. */
export interface Text {
  text: string;
  lines: readonly number[];
}

/** A part of a text that another one takes the place of. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** A text whose first line is this line of its file. */
export function toText(text: string, firstLine = 1): Text {
  return { text, lines: text.split('\n').map((_, index) => firstLine + index) };
}

/** The line of the file from which what stands at an offset comes. */
export function toLine({ text, lines }: Text, offset: number): number {
  return lines[countLines(text, 0, offset)] ?? lines.at(-1) ?? 1;
}

/** Makes all changes and keeps every other byte; of changes that overlap, the first one counts. */
export function change(source: Text, changes: readonly Change[]): Text {
  const parts: string[] = [];
  const lines = [source.lines[0] ?? 1];
  let at = 0;
  let index = 0;
  let isStart = true;
  for (const { start, end, text } of changes.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const kept = source.text.slice(at, start);
    for (let line = countLines(kept, 0, kept.length); line > 0; line -= 1)
      lines.push(source.lines[++index] ?? 1);
    const old = countLines(source.text, start, end);
    const now = countLines(text, 0, text.length);
    for (let line = 1; line <= now; line += 1)
      lines.push(source.lines[index + Math.min(line, old)] ?? 1);
    index += old;
    parts.push(kept, text);
    // A line of which nothing is left before this place comes from here.
    const last = [text, kept].find((part) => part !== '');
    if (last === undefined ? isStart : last.endsWith('\n'))
      lines[lines.length - 1] = source.lines[index] ?? 1;
    isStart &&= last === undefined;
    at = end;
  }
  const rest = source.text.slice(at);
  for (let line = countLines(rest, 0, rest.length); line > 0; line -= 1)
    lines.push(source.lines[++index] ?? 1);
  return { text: parts.join('') + rest, lines };
}

/** What takes the place of a match; the answer `undefined` keeps it. */
export type Replacement = (match: RegExpExecArray, line: number) => string | undefined;

/** Replaces what a pattern matches outside of code. */
export function replaceAll(source: Text, pattern: RegExp, toReplacement: Replacement): Text {
  const hidden = hideCode(source.text);
  const changes = [...hidden.matchAll(pattern)].flatMap((match): Change[] => {
    const end = match.index + match[0].length;
    // The pattern is matched where code is hidden, and its parts are read where it is not.
    const shown = new RegExp(pattern.source, pattern.flags.replace('g', 'y'));
    shown.lastIndex = match.index;
    const whole = match[0].includes(HIDDEN) ? (shown.exec(source.text) ?? match) : match;
    const text = toReplacement(whole, toLine(source, match.index));
    return text === undefined ? [] : [{ start: match.index, end, text }];
  });
  return changes.length === 0 ? source : change(source, changes);
}

/** Stands for a sign of code. */
export const HIDDEN = '\u0001';
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})/;

/** The text with a stand-in for each sign of code, so that offsets stay; indented code is left, since many systems indent what is none. */
export function hideCode(text: string): string {
  let fence: string | undefined;
  const lines = text.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim().replace(/^[>\s]*/, '') === mark) fence = undefined;
      return hide(line);
    }
    if (mark !== undefined && !line.slice(line.indexOf(mark) + mark.length).includes('`')) {
      fence = mark;
      return hide(line);
    }
    return line;
  });
  return lines
    .join('\n')
    .replace(/(?<![\\`])(`+)(?!`)((?:[^`\n]|\n(?!\s*\n)|(?!\1(?!`))`)*?[^`])\1(?!`)/g, hide);
}

function hide(code: string): string {
  return code.replace(/[^\n]/g, HIDDEN);
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}
