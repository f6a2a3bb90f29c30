import type { Card, Facets } from './card.ts';
import type { Hit, Memory } from './library.ts';
import {
  type Candidate,
  mergeProbes,
  type Reasons,
  rankProfiles,
  toRarity,
  type Weights,
} from './ranking.ts';
import type { Word } from './reading.ts';
import { toPlain, toStem } from './words.ts';

/** An article that was found. */
export interface Result {
  card: Card;
  /** Missing when the article was asked for by its id. */
  reasons?: Reasons;
  /** The words that were found. */
  words: string[];
  /** Those of them that are worth marking: no word of more than half of the articles, unless the query has no rarer one. */
  marks: string[];
  candidate: Candidate<Hit>;
  /** What was asked for, as concepts, and how much each tells: more, the surer it is that it was meant, and the rarer it is. */
  asked: ReadonlyMap<string, number>;
}

/** Articles that were found, best first. */
export interface Found {
  results: Result[];
  /** How many articles were found in all. */
  total: number;
  /** How many of them have each topic and kind, each count with the other filter applied. */
  counts?: { topic: Map<string, number>; kind: Map<string, number> };
}

/** What is looked for, and how much each part of it weighs. */
export interface Search {
  words: readonly Word[];
  /** Words that take part in the comparison but are not looked up. */
  others: readonly Word[];
  text: string;
  weights: Weights;
  /** How many articles are compared at most. */
  most: number;
  filter?: Partial<Facets> | undefined;
  /** The page that must be compared, whatever the index thinks of it. */
  best?: string | undefined;
}

// The part of the best page's score that a page must have to be found.
const RELEVANT = 0.12;
// How rare a word counts that stands in all articles, and how little it tells of a section that a word is rare among articles.
const COMMONEST = 0.1;
const RARITY = 0.3;

/** Finds the pages that hold the words, and ranks those that hold most by how like their phrases are. */
export async function rank(library: Memory, search: Search): Promise<Found> {
  const { words, others, text, weights, most, filter, best: favourite } = search;
  const { articles, toConcept } = await library.language();
  const probes = await Promise.all(
    words.map(async (word) => ({ ...word, hits: await library.search(word.word) })),
  );
  const merged = mergeProbes(probes, articles, weights);
  const best = merged[0]?.score ?? 0;
  const relevant = merged.filter(({ score }) => score >= best * RELEVANT);
  const facets = filter && (await library.facets());
  const fits = ({ id }: { id: string }, ...fields: (keyof Facets)[]) =>
    fields.every(
      (field) => filter?.[field] === undefined || facets?.get(id)?.[field] === filter[field],
    );
  const kept = relevant.filter((page) => fits(page, 'topic', 'kind'));
  const compared = kept
    .toSorted((a, b) => Number(b.id === favourite) - Number(a.id === favourite))
    .slice(0, most);
  const pages = await Promise.all(
    compared.map(async (candidate) => ({
      candidate,
      words: best === 0 ? 0 : candidate.score / best,
      profile: await library.profile(candidate.id),
    })),
  );
  const concepts = new Map(
    [...others, ...words].map(({ meant, trust }) => [toConcept(toStem(meant)), trust]),
  );
  const rarities = new Map(
    probes.map(({ word, hits }) => [word, Math.max(COMMONEST, toRarity(hits.length, articles))]),
  );
  const commonest = Math.min(...rarities.values());
  const asked = new Map(
    [...others, ...words].map(({ word, meant, trust }) => [
      toConcept(toStem(meant)),
      trust * (rarities.get(word) ?? commonest) ** RARITY,
    ]),
  );
  const telling = Math.max(articles / 2, Math.min(...probes.map(({ hits }) => hits.length)));
  const reasons = rankProfiles(pages, { plain: toPlain(text), concepts }, weights);
  const results = pages.map(({ candidate, profile }, i): Result => {
    const found = candidate.found.map(({ probe }) => probe);
    return {
      card: profile.card,
      candidate,
      asked,
      words: found.map(({ meant }) => meant),
      marks: found.filter(({ hits }) => hits.length <= telling).map(({ meant }) => meant),
      ...(reasons[i] && { reasons: reasons[i] }),
    };
  });
  const tally = (field: keyof Facets, other: keyof Facets) => {
    const groups = Map.groupBy(
      relevant.filter((page) => fits(page, other)),
      ({ id }) => facets?.get(id)?.[field] ?? '',
    );
    return new Map([...groups].map(([value, members]) => [value, members.length]));
  };
  return {
    results: results.sort((a, b) => (b.reasons?.total ?? 0) - (a.reasons?.total ?? 0)),
    total: kept.length,
    ...(filter && { counts: { topic: tally('topic', 'kind'), kind: tally('kind', 'topic') } }),
  };
}
