import { expect, test } from 'vitest';
import { findNearest } from '#domain/nearest.ts';

test.each([
  // A name that was cut short is nearer than one that is spelled alike.
  ['coffee-machines', ['coffee-milled', 'coffee-machine-limits'], 'coffee-machine-limits'],
  ['kettle-lockdowns', ['kettle-locks', 'kettle-lockdown-modes'], 'kettle-lockdown-modes'],
  ['water-leve', ['water-levels', 'water-store'], 'water-levels'],
  ['kettle-over', ['kettle-overheating-guard', 'kettle-overview'], 'kettle-overview'],
  ['tea-cup', ['pea-cup', 'tea-cop', 'sea-cup'], 'tea-cop'],
  ['tee', ['tea', 'teapots-and-cups'], 'tea'],
  ['zebra', ['tea', 'water'], undefined],
])('of what is near %s it finds what is meant', (word, candidates, nearest) =>
  expect(findNearest(word, candidates)).toBe(nearest),
);
