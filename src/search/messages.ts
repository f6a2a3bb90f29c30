import { holds, toComparable, toFixed, toSpare } from '#domain/message.ts';
import type { ErrorMessages } from '#schemas/error.ts';
import { toStems } from './words.ts';

/** An error message as the search knows it. */
export interface KnownMessage {
  id: string;
  /** The index's id of the article that explains it. */
  page: string;
  /** Its words, and those of other versions and programs, as `toSpare` writes them. */
  wordings: string[];
}

/** What a text says of messages. */
export interface Recognised {
  /** Those that it holds, the longest first. */
  messages: KnownMessage[];
  /** Whether it looks like a message, none of which is known. */
  isUnknown: boolean;
  /** The known one that shares most words with it. */
  nearest?: KnownMessage;
}

// So few letters or words are no message yet, and not worth the loading.
const FEWEST_LETTERS = 14;
// Who pastes the end of a message has most of it.
const MOST_OF_IT = 0.6;
const FEWEST_FIXED = 18;
const LETTER = /[\p{L}\p{N}]/u;
// The part of the words of a text and a message that both must share to be called near.
const NEAR = 0.34;
// What stands in messages and hardly ever in a sentence.
const SIGNS =
  /(?:^|\s)(?:\w+:\s+)?(?:error|fatal|failed|warning|denied|docker|panic|err)\b[^.?!\n]{0,40}:\s|\berrno\b|\b(?:rpc|exec|runc|runtime|daemon|http|tls|x509)\b[^.?!\n]{0,60}:\s|\bcode = \w+/i;

/** The messages of articles as the search keeps them; `pages` holds the index's id of each article by slug. */
export function toKnownMessages(
  errors: ReadonlyMap<string, ErrorMessages>,
  pages: ReadonlyMap<string, string>,
): KnownMessage[] {
  return [...errors].flatMap(([slug, { errors: own }]) => {
    const page = pages.get(slug);
    return page === undefined
      ? []
      : own.map(({ id, message, also }) => ({
          id,
          page,
          wordings: [...new Set([message, ...also].map(toSpare))],
        }));
  });
}

/**
 * Messages as a text, in which articles, messages and wordings stand on lines that begin with none, one or two spaces. Compressed, it weighs
 * an eleventh less than JSON.
 */
export function formatMessages(messages: readonly KnownMessage[]): string {
  return [...Map.groupBy(messages, ({ page }) => page)]
    .flatMap(([page, own]) => [
      page,
      ...own.flatMap(({ id, wordings }) => [` ${id}`, ...wordings.map((text) => `  ${text}`)]),
    ])
    .join('\n');
}

/** Reads what `formatMessages` has written. */
export function parseMessages(text: string): KnownMessage[] {
  const messages: KnownMessage[] = [];
  let page = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('  ')) messages.at(-1)?.wordings.push(line.slice(2));
    else if (line.startsWith(' ')) messages.push({ id: line.slice(1), page, wordings: [] });
    else page = line;
  }
  return messages;
}

/** Whether a text is long enough to be looked through for messages. */
export function mayHold(text: string): boolean {
  return toComparable(text).length >= FEWEST_LETTERS;
}

/** Finds the messages that a text holds, whatever stands around them. */
export function recognise(text: string, known: readonly KnownMessage[]): Recognised {
  const comparable = toComparable(text);
  const piece = trim(comparable);
  const messages = known
    .map((message) => ({ message, length: measure(comparable, piece, message.wordings) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ message }) => message)
    // What a longer one says as well is not said twice.
    .filter(
      (message, index, all) => !all.slice(0, index).some((longer) => isPart(message, longer)),
    );
  const isUnknown = messages.length === 0 && SIGNS.test(text);
  const nearest = isUnknown ? findNearest(text, known) : undefined;
  return { messages, isUnknown, ...(nearest && { nearest }) };
}

// How many letters of the longest wording a text holds, and as a fraction of 1 how much of the wording that is.
function measure(text: string, piece: string, wordings: readonly string[]): number {
  return Math.max(
    ...wordings.map((wording) => {
      const fixed = listParts(wording);
      const all = fixed.reduce((sum, { length }) => sum + length, 0);
      if (holds(text, fixed)) return all + 1;
      const longest = fixed.toSorted((a, b) => b.length - a.length)[0] ?? '';
      const cut = trim(longest);
      const isMost = cut.length >= Math.max(FEWEST_FIXED, all * MOST_OF_IT);
      // What is missing was cut off, and is not said by somebody else.
      const isCut =
        (longest === fixed[0] || piece.startsWith(cut)) &&
        (longest === fixed.at(-1) || piece.endsWith(cut));
      if (isMost && isCut && text.includes(cut)) return cut.length + cut.length / all;
      // A piece of it that was typed or cut out.
      return fixed.some((part) => part.includes(piece)) ? piece.length + piece.length / all : 0;
    }),
  );
}

// All messages are compared with every text that is typed.
const parts = new Map<string, readonly string[]>();
function listParts(wording: string): readonly string[] {
  const known = parts.get(wording) ?? toFixed(wording);
  parts.set(wording, known);
  return known;
}

// Without the punctuation at either end, which may be cut off.
function trim(text: string): string {
  const start = Math.max(0, text.search(LETTER));
  let end = text.length;
  while (end > start && !LETTER.test(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}

function isPart({ wordings }: KnownMessage, longer: KnownMessage): boolean {
  const all = longer.wordings.map(toComparable);
  return wordings.some((wording) => all.some((text) => holds(text, listParts(wording))));
}

function findNearest(text: string, known: readonly KnownMessage[]): KnownMessage | undefined {
  const asked = new Set(toStems(text));
  const rated = known.flatMap((message) =>
    message.wordings.map((wording) => {
      const words = toStems(wording.replace(/\{[^}]*\}/g, ' '));
      const shared = words.filter((word) => asked.has(word)).length;
      return { message, score: shared < 2 ? 0 : shared / words.length };
    }),
  );
  const best = rated.toSorted((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score >= NEAR ? best.message : undefined;
}
