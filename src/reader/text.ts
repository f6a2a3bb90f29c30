import { isUtf8 } from 'node:buffer';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from '#domain/problem.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';

/** A file of content: its text, or why it cannot be read. */
export type Text = { text: string; problems: [] } | { text?: undefined; problems: Problem[] };

type Fault = Omit<Problem, 'file'>;

// What no editor shows, or what says that letters were lost; a line break is \n or \r\n.
const HIDDEN: readonly {
  code: ProblemCode;
  pattern: RegExp;
  name: (character: string) => string;
  hint: string;
}[] = [
  {
    code: 'hidden-character',
    pattern: /\r(?!\n)/g,
    name: () => 'lines that end as on old Macs',
    hint: 'Save it with the line ends of Unix or Windows.',
  },
  {
    code: 'hidden-character',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g,
    name: (character) => `the control character ${character}`,
    hint: 'Delete it.',
  },
  {
    code: 'hidden-character',
    pattern: /[\u200B\u2028\u2029\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/g,
    name: (character) => `the invisible character ${character}`,
    hint: 'Delete it; it makes text read other than it is.',
  },
  {
    code: 'wrong-encoding',
    pattern: /\uFFFD/g,
    name: () => 'a character that was lost in a wrong encoding',
    hint: 'Write it again, and save the file as UTF-8.',
  },
  {
    code: 'merge-conflict',
    pattern: /^(?:<{7}|>{7})(?: .*)?$/gm,
    name: () => 'a mark of a merge conflict',
    hint: 'Choose what holds and delete the marks; one that is meant as text stands behind a space.',
  },
];

/** Reads a file below `content/`, which must be UTF-8 without anything hidden; a byte order mark is taken off and line ends are made equal. */
export function readText(root: string, file: string): Text {
  const bytes = readBytes(root, file);
  const text = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : '';
  const faults = bytes instanceof Uint8Array ? listFaults(bytes, text, file) : [bytes];
  if (faults.length > 0) return { problems: faults.map((fault) => ({ file, ...fault })) };
  return { text: text.replaceAll('\r\n', '\n'), problems: [] };
}

/** The bytes of a file below this folder, or why they cannot be read. */
export function readBytes(root: string, file: string, folder = 'content'): Uint8Array | Fault {
  const hint = 'Put the file itself here.';
  try {
    const path = realpathSync(join(root, file));
    if (!path.startsWith(realpathSync(join(root, folder)) + sep))
      return { code: 'unreadable-file', message: `is a link that leads out of ${folder}/`, hint };
    if (!statSync(path).isFile())
      return {
        code: 'unreadable-file',
        message: 'is no file',
        hint: 'Rename the folder, or put a file in its place.',
      };
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT' || reason === 'ELOOP')
      return { code: 'unreadable-file', message: 'is a link that leads nowhere', hint };
    return {
      code: 'unreadable-file',
      message: `cannot be read (${reason})`,
      hint: 'Allow whoever builds the site to read it.',
    };
  }
}

function listFaults(bytes: Uint8Array, text: string, file: string): Fault[] {
  const toPlace = (offset: number) => {
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return [{ code: 'wrong-encoding', message: 'is encoded as UTF-16', hint: 'Save it as UTF-8.' }];
  // The decoder puts this character where it cannot read on.
  if (!isUtf8(bytes))
    return [
      {
        ...toPlace(text.indexOf('\uFFFD')),
        code: 'wrong-encoding',
        message: 'is not UTF-8 from here on',
        hint: 'Save it as UTF-8.',
      },
    ];
  if (text.trim() === '')
    return [{ line: 1, code: 'empty-file', message: 'is empty', hint: toHint(file) }];
  // Of each kind the first: a file that has one often has many.
  return HIDDEN.flatMap(({ code, pattern, name, hint }) =>
    [...text.matchAll(pattern).take(1)].map(({ 0: found, index }) => ({
      ...toPlace(index),
      code,
      message: name(toCode(found)),
      hint,
    })),
  );
}

function toHint(file: string): string {
  if (file.endsWith('.json')) return 'A record without lines is {}.';
  if (!file.endsWith('.yaml'))
    return 'Write it or delete it; npm run new -- "Title" starts an article.';
  return file.split('/').length > 2 ? 'Fill it or delete it.' : 'A list without entries is [].';
}

function toCode(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
