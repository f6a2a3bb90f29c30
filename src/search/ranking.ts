import type { Card } from './card.ts';
import { toStems } from './words.ts';

/** How the index scores a word: the length of a page counts little, and where a word stands beside the text counts much. */
export const RANKING = {
  pageLength: 0.2,
  metaWeights: { title: 10, names: 8, questions: 4, symptoms: 4, errors: 4, summary: 3, id: 0 },
};

/** What one search of the index says of a page. */
export interface Scored {
  id: string;
  score: number;
}

/** A word that is searched for. */
export interface Probe<T extends Scored = Scored> {
  word: string;
  /** The whole word, when only its beginning was typed. */
  meant: string;
  /** How sure it is that this word was meant, from 0 to 1: a corrected one counts less. */
  trust: number;
  hits: readonly T[];
}

/** The pages that one or more of the words were found on. */
export interface Candidate<T extends Scored = Scored> {
  id: string;
  score: number;
  /** What each word found here. */
  found: { probe: Probe<T>; hit: T }[];
}

/** What the ranking weighs against each other; found by trying, with the golden queries as judges. */
export interface Weights {
  /** How much a page gains that holds all words over one that holds some. */
  coverage: number;
  /** How much it counts that a phrase of the article is like the query, against the index's own score. */
  likeness: number;
  /** How much the second and third most alike phrase count. */
  runnersUp: readonly number[];
  /** How much it counts that the article's phrases use the words often. */
  topicality: number;
}

export const QUERY_WEIGHTS: Weights = {
  coverage: 0.5,
  likeness: 3.7,
  runnersUp: [0.5, 0.5],
  topicality: 0.17,
};
export const TICKET_WEIGHTS: Weights = {
  coverage: 1,
  likeness: 6,
  runnersUp: [0.55, 0.8],

  topicality: 0.24,
};

/** How much a word tells that stands on `count` of `all` pages: 0 when it stands on all. */
export function toRarity(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** The pages that hold the words, best first: rare words count more, and so do pages that hold many of them. */
export function mergeProbes<T extends Scored>(
  probes: readonly Probe<T>[],
  all: number,
  { coverage }: Weights,
): Candidate<T>[] {
  const merged = new Map<string, Candidate<T> & { share: number }>();
  let total = 0;
  for (const probe of probes) {
    const weight = probe.trust * Math.max(toRarity(probe.hits.length, all), 0.02) ** 0.15;
    total += weight;
    for (const hit of probe.hits) {
      const entry = merged.get(hit.id) ?? { id: hit.id, score: 0, share: 0, found: [] };
      entry.score += weight * hit.score ** 0.55;
      entry.share += weight;
      entry.found.push({ probe, hit });
      merged.set(hit.id, entry);
    }
  }
  return [...merged.values()]
    .map(({ share, ...entry }) => ({ ...entry, score: entry.score * (share / total) ** coverage }))
    .sort((a, b) => b.score - a.score);
}

/** A query as the ranking compares it. */
export interface Question {
  /** The query in small letters without punctuation. */
  plain: string;
  /** What it asks for, as concepts, with how sure it is that each was meant, from 0 to 1. */
  concepts: ReadonlyMap<string, number>;
}

/** An article prepared for comparison. */
export interface Profile {
  card: Card;
  /** The concepts of each phrase, and of each criterion. */
  phrases: readonly ReadonlySet<string>[];
  criteria: readonly ReadonlySet<string>[];
  /** How many phrases hold each concept. */
  counts: ReadonlyMap<string, number>;
  /** How many concepts the phrases hold in all. */
  length: number;
}

export function toProfile(card: Card, toConcept: (stem: string) => string): Profile {
  const texts = [card.summary, ...card.names, ...card.errors].map((text) =>
    toStems(text).join(' '),
  );
  const toSets = (phrases: Iterable<string>) =>
    [...phrases].filter(Boolean).map((phrase) => new Set(phrase.split(' ').map(toConcept)));
  const phrases = toSets(new Set([...texts, ...card.phrases]));
  const counts = new Map<string, number>();
  for (const concept of phrases.flatMap((phrase) => [...phrase]))
    counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return {
    card,
    phrases,
    criteria: toSets(card.criteria),
    counts,
    length: phrases.reduce((sum, { size }) => sum + size, 0),
  };
}

/** Why a page stands where it stands. */
export interface Reasons {
  /** The score of the index, 1 for the best page. */
  words: number;
  /** How like its most alike phrases are. */
  likeness: number;
  /** How much more its phrases use the words than those of the others do. */
  topicality: number;
  /** The phrase that is most alike, as stems or concepts. */
  closest: string;
  total: number;
}

/** How far ahead an exact name or error message puts an article, in units of likeness. */
const EXACT = 1.5;
const NEARLY = 0.8;

/** Ranks pages by their phrases; `words` is what the index gave each, 1 for the best. */
export function rankProfiles(
  pages: readonly { profile: Profile; words: number }[],
  question: Question,
  weights: Weights,
): Reasons[] {
  const { concepts } = question;
  const all = pages.reduce((sum, { profile }) => sum + profile.length, 0);
  const background = new Map(
    [...concepts.keys()].map((concept) => [
      concept,
      pages.reduce((sum, { profile }) => sum + (profile.counts.get(concept) ?? 0), 0),
    ]),
  );
  // What few phrases hold tells more.
  const telling = new Map(
    [...concepts].map(([concept, trust]) => [
      concept,
      trust * Math.max(Math.log(1 + all / 8 / ((background.get(concept) ?? 0) + 2)), 0.1) ** 0.43,
    ]),
  );
  const asked = new Set(concepts.keys());
  return pages.map(({ profile, words }) => {
    const criteria = profile.criteria.map((phrase) => ({
      phrase,
      alike: toLikeness(asked, phrase, telling),
    }));
    const phrases = [
      { phrase: ['its name or error message'], alike: toExactness(profile.card, question.plain) },
      // A criterion counts when little else is asked for: its row is the answer then, and else it is one of thirty.
      ...criteria
        .filter(({ alike }) => alike > NEARLY)
        .map(({ phrase, alike }) => ({ phrase, alike: alike > 0.99 ? EXACT : alike })),
      ...profile.phrases.map((phrase) => ({ phrase, alike: toLikeness(asked, phrase, telling) })),
    ].sort((a, b) => b.alike - a.alike);
    const alike = phrases.map((phrase) => phrase.alike);
    const likeness = sumWeighted([1, ...weights.runnersUp], alike);
    let topicality = 0;
    for (const [concept, tells] of telling) {
      const expected = ((background.get(concept) ?? 0) + 0.5) / (all + 1);
      const observed = ((profile.counts.get(concept) ?? 0) + 40 * expected) / (profile.length + 40);
      topicality += tells ** 0.6 * Math.log(observed / expected);
    }
    const closest = [...(phrases[0]?.phrase ?? [])].join(' ');
    return {
      words,
      likeness,
      topicality,
      closest,
      total: words + weights.likeness * likeness + weights.topicality * topicality,
    };
  });
}

/** How much two sets of concepts share, from 0 to 1, weighed by how much each concept tells. */
function toLikeness(
  asked: ReadonlySet<string>,
  phrase: ReadonlySet<string>,
  telling: ReadonlyMap<string, number>,
): number {
  let [shared, count, wanted] = [0, 0, 0];
  for (const concept of asked) {
    const tells = telling.get(concept) ?? 0;
    wanted += tells;
    if (!phrase.has(concept)) continue;
    shared += tells;
    count += 1;
  }
  return count === 0
    ? 0
    : (2 * shared) / (wanted + shared + 0.7 * (phrase.size - count) * (wanted / asked.size));
}

// A name letter for letter, an error message within the text, or the text within an error message; of these a long one tells more.
function toExactness({ names, errors }: Card, plain: string): number {
  if (names.includes(plain) || errors.includes(plain)) return EXACT;
  const shared = errors.flatMap((error) =>
    ` ${plain} `.includes(` ${error} `) ? [error] : error.includes(plain) ? [plain] : [],
  );
  const length = Math.max(0, ...shared.map((text) => text.split(' ').length));
  return length < 2 ? 0 : EXACT * Math.min(1, 0.4 + length / 6);
}

function sumWeighted(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0);
}
