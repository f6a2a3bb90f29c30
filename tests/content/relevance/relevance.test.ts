import { beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#cli/library.ts';
import { Engine } from '#search/engine.ts';
import { config } from '#site.config.ts';
import { FLOORS, formatMeasures, type Measure, measure, MOST_DOUBTED } from './measure.ts';

let measures: Measure[] = [];

beforeAll(async () => {
  measures = await measure(new Engine(await openLibrary('dist', config.idPrefix)));
  console.log(`\n${formatMeasures(measures)}\n`);
}, 120_000);

describe('the right article comes first', () => {
  test.each(Object.entries(FLOORS))('%s queries reach their floor', (kind, floors) => {
    const found = measures.find((entry) => entry.kind === kind);
    expect(found?.queries).toBeGreaterThan(0);
    for (const [figure, floor] of Object.entries(floors)) {
      const missed = found?.missed.map(({ query, rank }) => `${rank || '–'} ${query}`).join('\n');
      expect(
        found?.[figure as keyof typeof floors],
        `${figure} of ${kind}; missed:\n${missed}`,
      ).toBeGreaterThanOrEqual(floor);
    }
  });

  test('few that an article answers are called doubtful', () => {
    const answered = measures.filter(({ kind }) => !/^(nonsense|unanswered)/.test(kind));
    const queries = answered.reduce((sum, measure) => sum + measure.queries, 0);
    const doubted = answered.reduce((sum, measure) => sum + measure.doubted * measure.queries, 0);
    expect(doubted / queries).toBeGreaterThan(0);
    expect(doubted / queries).toBeLessThanOrEqual(MOST_DOUBTED);
  });

  test('there are enough queries to tell', () => {
    expect(measures.reduce((sum, { queries }) => sum + queries, 0)).toBeGreaterThanOrEqual(250);
  });
});
