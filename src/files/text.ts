import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Problem } from '../domain/problem.ts';

/** A file of content: its text, or why it cannot be read. */
export type Text = { text: string; problems: [] } | { text?: undefined; problems: Problem[] };

const EMPTY: Record<string, string> = {
  '.json': 'A record without lines is {}.',
  '.yaml': 'A list without entries is [].',
};

// What no editor shows, or what says that letters were lost; a line break is \n or \r\n.
const HIDDEN: readonly [RegExp, (code: string) => string, string][] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  [/\r(?!\n)/, () => 'lines that end as on old Macs', 'Save it with the line ends of Unix or Windows.'],
  [/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/, (code) => `the control character ${code}`, 'Delete it.'],
  [
    /[\u200B\u2028\u2029\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/,
    (code) => `the invisible character ${code}`,
    'Delete it; it makes text read other than it is.',
  ],
  [/\uFFFD/, () => 'a character that was lost in a wrong encoding', 'Write it again, and save the file as UTF-8.'],
];

/** Reads a file below `content/`, which must be UTF-8 without anything hidden; a byte order mark is taken off and line ends are made equal. */
export function readText(root: string, file: string): Text {
  const fail = (message: string, hint: string, line?: number, column?: number): Text => ({
    problems: [{ file, line, column, message, hint }],
  });
  let bytes: Uint8Array;
  try {
    const path = realpathSync(join(root, file));
    if (!path.startsWith(realpathSync(join(root, 'content')) + sep))
      return fail('is a link that leads out of content/', 'Put the file itself here.');
    if (!statSync(path).isFile()) return fail('is no file', 'Rename the folder, or put a file in its place.');
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ELOOP'
      ? fail('is a link that leads nowhere', 'Put the file itself here.')
      : fail(`cannot be read (${code})`, 'Allow whoever builds the site to read it.');
  }
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (wide !== undefined) return fail(`is encoded as ${wide.slice(0, 6).toUpperCase()}`, 'Save it as UTF-8.');
  const broken = findBrokenByte(bytes);
  if (broken !== undefined)
    return fail('is not UTF-8 from here on', 'Save it as UTF-8.', ...toLineColumn(new TextDecoder().decode(bytes.subarray(0, broken))));
  const raw = new TextDecoder().decode(bytes);
  if (raw.trim() === '')
    return fail(
      'is empty',
      (file.split('/').length > 2 && extname(file) === '.yaml' ? 'Fill it or delete it.' : EMPTY[extname(file)]) ??
        'Write it or delete it; npm run new -- "Title" starts an article.',
      1,
    );
  for (const [pattern, name, hint] of HIDDEN) {
    const found = pattern.exec(raw);
    if (found !== null) return fail(name(toCode(found[0])), hint, ...toLineColumn(raw.slice(0, found.index)));
  }
  const text = raw.replaceAll('\r\n', '\n');
  const conflicts = [...text.matchAll(/^(?:<{7}|>{7})(?: .*)?$/gm)];
  if (conflicts.length > 0) {
    return {
      problems: conflicts.map(({ 0: marker, index }) => ({
        file,
        ...at(toLineColumn(text.slice(0, index))),
        message: `the mark of a merge conflict: ${marker}`,
        hint: 'Choose what holds and delete the marks; one that is meant as text stands behind a space.',
      })),
    };
  }
  return { text, problems: [] };
}

// The decoder stops at the first wrong byte, but does not say where; halving finds it.
function findBrokenByte(bytes: Uint8Array): number | undefined {
  const isRight = (end: number) => {
    try {
      // As a stream, so that half a character at the end is no fault.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: end < bytes.length });
      return true;
    } catch {
      return false;
    }
  };
  if (isRight(bytes.length)) return undefined;
  let [right, wrong] = [0, bytes.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (isRight(middle)) right = middle;
    else wrong = middle;
  }
  return right;
}

function toLineColumn(before: string): [line: number, column: number] {
  const lines = before.split(/\r\n|\r|\n/);
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}

function at([line, column]: [number, number]): { line: number; column: number } {
  return { line, column };
}

function toCode(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
