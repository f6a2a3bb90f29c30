import type { ErrorMessage } from '#schemas/error.ts';

/** What the search tells of a message. */
export type Explained = Pick<ErrorMessage, 'message' | 'meaning' | 'causes'>;

/** A stretch of an error message: fixed words, or in braces the name of what changes from case to case. */
export interface MessagePart {
  text: string;
  changes: boolean;
}

/** The parts of a message as its author writes it, in which a lower-case word in braces stands for what changes. */
export function parseMessage(message: string): MessagePart[] {
  return message
    .split(/(\{[a-z][a-z0-9-]*\})/)
    .map((text, index) => ({ text, changes: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The letters and digits of its fixed words: how much there is to know it by. */
export function countFixed(message: string): number {
  return parseMessage(message)
    .filter(({ changes }) => !changes)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

// What terminals, mail programs and web pages do to a message: colours, quotation marks and dashes of another kind, escapes, lines that wrap.
const COLOUR = new RegExp(String.raw`${'\u001B'}\[[\d;]*[A-Za-z]`, 'g');
const QUOTES = /["'“”„«»‘’‚‹›`´\\]/g;
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [COLOUR, ''],
  [/&(?:quot|apos|#0?3[49]);/g, ''],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
  [/[‐‑‒–—−]/g, '-'],
  [/…/g, '...'],
  // A line that wraps may begin with the mark of a quotation, or end with that of an encoded mail.
  [/=?\r?\n(?:[^\S\n]*[>|])*/g, ''],
  [QUOTES, ''],
  [/\s/g, ''],
];

/** A text in the form in which it is compared with messages: small letters, without spaces and quotation marks. */
export function toComparable(text: string): string {
  return REPLACED.reduce((result, [from, to]) => result.replace(from, to), text).toLowerCase();
}

/** A message with nothing that is not compared: small letters, no quotation marks, and one letter for what changes. */
export function toSpare(message: string): string {
  return parseMessage(message)
    .map(({ text, changes }) => (changes ? '{x}' : text.replace(QUOTES, '').toLowerCase()))
    .join('');
}

/** The fixed words of a message in comparable form, in their order. */
export function toFixed(message: string): string[] {
  return parseMessage(message)
    .filter(({ changes }) => !changes)
    .map(({ text }) => toComparable(text))
    .filter((text) => text !== '');
}

// What changes is a name, a path, an address or an identifier; it may be nothing.
const LONGEST_CHANGE = 200;

/** Whether a text in comparable form holds all fixed words of a message in their order, with no more between them than can change. */
export function holds(text: string, [first, ...others]: readonly string[]): boolean {
  if (first === undefined) return false;
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1))
    if (holdsAfter(text, at + first.length, others)) return true;
  return false;
}

function holdsAfter(text: string, from: number, [next, ...others]: readonly string[]): boolean {
  if (next === undefined) return true;
  const last = from + LONGEST_CHANGE;
  for (let at = text.indexOf(next, from); at !== -1 && at <= last; at = text.indexOf(next, at + 1))
    if (holdsAfter(text, at + next.length, others)) return true;
  return false;
}
