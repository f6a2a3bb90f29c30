import type { Result } from './candidates.ts';
import type { Memory } from './library.ts';
import { toStems } from './words.ts';

/** Why no article seems to answer a query well. */
export interface Doubt {
  /** The subjects that it names and no article covers; none when it is only unlike all that the articles answer. */
  subjects: string[];
}

/** What tells that an article answers, weighed against the likeness of its phrases: logistic regressions over 1,179 questions that have an answer here and 170 that have none. */
interface Signs {
  topicality: number;
  /** The part of the words that no article has. */
  ignored: number;
  /** Below this sum, an answer is doubtful: three to four in a hundred of the answered questions are. */
  least: number;
}

const QUERY_SIGNS: Signs = { topicality: 0.058, ignored: -2.81, least: 0.534 };
const TICKET_SIGNS: Signs = { topicality: 0.0316, ignored: -4.107, least: -0.523 };
// The longest name of a subject, in words.
const LONGEST_NAME = 4;

/** Whether the best of the results hardly answers what was asked, and why; `ignored` is the part of its words that no article has. */
export async function findDoubt(
  library: Memory,
  text: string,
  [best]: readonly Result[],
  ignored: number,
  isTicket: boolean,
): Promise<Doubt | undefined> {
  if (best?.reasons === undefined) return undefined;
  const { likeness, topicality } = best.reasons;
  const signs = isTicket ? TICKET_SIGNS : QUERY_SIGNS;
  const sum = likeness + signs.topicality * topicality + signs.ignored * ignored;
  const subjects = await findOutside(library, text, best);
  return subjects.length > 0 || sum < signs.least ? { subjects } : undefined;
}

// Subjects that the text names, but for those that the article speaks of.
async function findOutside(library: Memory, text: string, best: Result): Promise<string[]> {
  const { outside, names } = await library.language();
  const spoken = [...best.card.phrases, ...best.card.names.map((name) => toStems(name).join(' '))];
  const stems = toStems(text);
  const found = stems.flatMap((_, from) =>
    Array.from({ length: LONGEST_NAME }, (_, i) => stems.slice(from, from + i + 1).join(' ')),
  );
  const named = [...new Set(found)].filter(
    (name) =>
      outside.has(name) &&
      !names.has(name) &&
      !spoken.some((phrase) => ` ${phrase} `.includes(` ${name} `)),
  );
  return [...new Set(named.flatMap((name) => outside.get(name) ?? []))];
}
