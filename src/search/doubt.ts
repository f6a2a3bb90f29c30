import type { Result } from './candidates.ts';
import type { Memory } from './library.ts';
import { toStems, toTerms } from './words.ts';

/** Why no article seems to answer a query well. */
export interface Doubt {
  /** The subjects that it names and no article covers; none when it is only unlike all that the articles answer. */
  subjects: string[];
}

/** What tells that an article answers, weighed against the likeness of its phrases: logistic regressions over 1,001 questions that have an answer here and 147 that have none. */
export interface Signs {
  topicality: number;
  /** The part of the words that no article has. */
  ignored: number;
  /** Below this sum, an answer is doubtful: three to four in a hundred of the answered questions are. */
  least: number;
}

export const QUERY_SIGNS: Signs = { topicality: 0.0385, ignored: -2.914, least: 0.52 };
export const TICKET_SIGNS: Signs = { topicality: 0.014, ignored: -2.041, least: -0.1 };

/** Whether the best of the results hardly answers a text, and why; `ignored` are its words that no article has. */
export async function findDoubt(
  library: Memory,
  text: string,
  [best]: readonly Result[],
  ignored: readonly string[],
  signs: Signs,
): Promise<Doubt | undefined> {
  if (best?.reasons === undefined) return undefined;
  const { likeness, topicality } = best.reasons;
  const unknown = ignored.length / toTerms(text).length;
  const sum = likeness + signs.topicality * topicality + signs.ignored * unknown;
  const subjects = await findOutside(library, text, best);
  return subjects.length > 0 || sum < signs.least ? { subjects } : undefined;
}

// Subjects that the text names, but for those that the article speaks of.
async function findOutside(library: Memory, text: string, { card }: Result): Promise<string[]> {
  const { outside, names } = await library.language();
  const toPhrase = (stems: string) => ` ${stems} `;
  const asked = toPhrase(toStems(text).join(' '));
  const spoken = [...card.phrases, ...card.names.map((name) => toStems(name).join(' '))].map(
    toPhrase,
  );
  const named = [...outside].filter(
    ([name]) =>
      asked.includes(toPhrase(name)) &&
      !names.has(name) &&
      !spoken.some((phrase) => phrase.includes(toPhrase(name))),
  );
  return [...new Set(named.map(([, subject]) => subject))];
}
