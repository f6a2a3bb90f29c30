import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answer, Engine } from '#search/engine.ts';

type Kind =
  | 'exact'
  | 'paraphrase'
  | 'misspelt'
  | 'ticket'
  | 'question'
  | 'real'
  | 'real-ticket'
  | 'mail-ticket'
  | 'nonsense'
  | 'unanswered'
  | 'unanswered-ticket';

/** A line of `content/golden.yaml`: what somebody types, and what must answer it. */
export interface Golden {
  kind: Kind;
  query: string;
  /** The slug of the article that should come first, or of each that answers as well; none for nonsense, for which nothing may be found, and for what no article answers, which has to be said. */
  article?: string | string[];
  /** The anchor of the section that answers; missing where the whole article does. */
  section?: string;
}

/** How well the queries of one kind are answered; shares from 0 to 1. */
export interface Measure {
  kind: Kind;
  queries: number;
  /** The right article first, or nothing found for nonsense; what no article answers, said so. */
  first: number;
  inThree: number;
  inFive: number;
  /** The mean of 1 ÷ rank: 1 when every right article comes first. */
  meanReciprocalRank: number;
  /** Those whose section is listed below one of the first three, of those that name one; not a number when none does. */
  section: number;
  /** Those of which it is said that no article answers them well. */
  doubted: number;
  /** The queries whose article did not come first, with its rank from 1, or 0. */
  missed: (Golden & { rank: number })[];
}

/** What each kind must reach, or the build of the site is not accepted. */
export const FLOORS: Record<
  Kind,
  Partial<Pick<Measure, 'first' | 'inThree' | 'inFive' | 'section'>>
> = {
  exact: { first: 0.95 },
  paraphrase: { first: 0.75, inThree: 0.9 },
  misspelt: { first: 0.85 },
  ticket: { inThree: 0.8, inFive: 0.92 },
  question: { first: 0.75, inThree: 0.9 },
  real: { inThree: 0.95, section: 0.85 },
  'real-ticket': { inThree: 0.95, section: 0.85 },
  'mail-ticket': { first: 1 },
  nonsense: { first: 1 },
  unanswered: { first: 0.8 },
  'unanswered-ticket': { first: 0.8 },
};

/** The largest part of the queries with an answer that may be called doubtful. */
export const MOST_DOUBTED = 0.05;

/** All golden queries. */
export function readGolden(): Golden[] {
  return parse(readFileSync('content/golden.yaml', 'utf8')) as Golden[];
}

/** Asks every golden query; tickets go through the suggestions. */
export async function measure(engine: Engine): Promise<Measure[]> {
  const ranked: (Golden & { rank: number; isDoubted: boolean; isListed: boolean })[] = [];
  for (const entry of readGolden()) {
    const answer = entry.kind.endsWith('ticket')
      ? await engine.suggest(entry.query)
      : await engine.find(entry.query);
    ranked.push({
      ...entry,
      rank: toRank(entry, answer),
      isDoubted: answer.doubt !== undefined,
      isListed: await isListed(engine, entry, answer),
    });
  }
  return [...Map.groupBy(ranked, ({ kind }) => kind)].map(([kind, entries]) => {
    const share = (most: number) =>
      entries.filter(({ rank }) => rank > 0 && rank <= most).length / entries.length;
    return {
      kind,
      queries: entries.length,
      first: share(1),
      inThree: share(3),
      inFive: share(5),
      meanReciprocalRank:
        entries.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / entries.length,
      section:
        entries.filter((entry) => entry.isListed).length /
        entries.filter((entry) => entry.section !== undefined).length,
      doubted: entries.filter(({ isDoubted }) => isDoubted).length / entries.length,
      missed: entries.filter(({ rank }) => rank !== 1),
    };
  });
}

function toRank({ kind, article }: Golden, { results, doubt }: Answer): number {
  if (kind.startsWith('unanswered')) return results.length === 0 || doubt !== undefined ? 1 : 0;
  if (kind === 'nonsense') return results.length === 0 ? 1 : 0;
  const urls = [article ?? []].flat().map((slug) => `/articles/${slug}/`);
  return results.findIndex(({ card }) => urls.some((url) => card.url.endsWith(url))) + 1;
}

async function isListed(
  engine: Engine,
  { section }: Golden,
  { results }: Answer,
): Promise<boolean> {
  if (section === undefined) return false;
  const listed = await Promise.all(
    results.slice(0, 3).map((result) => engine.findSections(result)),
  );
  return listed.flat().some(({ url }) => url.endsWith(`#${section}`));
}

/** The measures as a table. */
export function formatMeasures(measures: readonly Measure[]): string {
  const percent = (share: number) =>
    (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`).padStart(8);
  const rows = measures.map(
    ({ kind, queries, first, inThree, inFive, section, meanReciprocalRank, doubted }) =>
      `${kind.padEnd(18)}${String(queries).padStart(7)}  ${percent(first)}  ${percent(inThree)}  ${percent(inFive)}  ${percent(section)}  ${meanReciprocalRank.toFixed(3).padStart(6)}  ${percent(doubted)}`,
  );
  return [
    'kind              queries     first  in three   in five   section     MRR   doubted',
    ...rows,
  ].join('\n');
}
