import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toSections } from '../fixtures/sections.ts';

/** Where a claim of the old articles stands today, or why it was left out. */
type Claim =
  | { claim: string; article: string; anchor: string; words: string }
  | { claim: string; leftOut: string };

/** How many claims each of the five old articles made. */
const COUNTS = { S0: 59, S1: 63, S2: 42, S3: 60, S4: 64 };

const claims = parse(readFileSync('tests/claims.yaml', 'utf8')) as Claim[];
const pages = new Map<string, Map<string, string>>();

test('every claim of the old articles has exactly one entry', () => {
  const expected = Object.entries(COUNTS).flatMap(([source, count]) =>
    Array.from({ length: count }, (_, index) => `${source}-${String(index + 1).padStart(2, '0')}`),
  );
  expect(claims.map(({ claim }) => claim)).toEqual(expected);
});

describe('each claim stands where the map says', () => {
  for (const entry of claims) {
    if ('leftOut' in entry) {
      test(`${entry.claim} is left out for a reason`, () =>
        expect(entry.leftOut.split(' ').length).toBeGreaterThan(1));
    } else {
      test(`${entry.claim} in ${entry.article}#${entry.anchor}`, () => {
        expect(entry.words.trim().split(/\s+/).length).toBeGreaterThanOrEqual(2);
        expect(entry.words.trim().split(/\s+/).length).toBeLessThanOrEqual(5);
        expect(normalise(getSections(entry.article).get(entry.anchor) ?? '')).toContain(
          normalise(entry.words),
        );
      });
    }
  }
});

function getSections(article: string): Map<string, string> {
  const sections =
    pages.get(article) ?? toSections(readFileSync(`dist/articles/${article}/index.html`, 'utf8'));
  pages.set(article, sections);
  return sections;
}

function normalise(words: string): string {
  return words
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
