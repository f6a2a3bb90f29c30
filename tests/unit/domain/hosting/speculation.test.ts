import { expect, test } from 'vitest';
import { toCommonHeaders } from '#domain/hosting/policy.ts';
import { toSpeculationRules } from '#domain/hosting/speculation.ts';
import { drinks } from '../../../fixtures/settings.ts';

const [rule] = toSpeculationRules(drinks).prefetch;

// The rules that forbid, as a browser would read them.
function isLeftOut(path: string): boolean {
  const patterns =
    rule?.where.and.flatMap((part) => ('not' in part ? (part.not.href_matches ?? []) : [])) ?? [];
  return patterns.some((pattern) =>
    new URLPattern(pattern, 'https://kb.example').test(path, 'https://kb.example'),
  );
}

test.each([
  '/',
  '/articles/what-is-a-drink/',
  '/glossary/#tea',
  '/search/?q=tea',
  '/comparisons/tea-vs-coffee/',
])('%s is loaded ahead', (path) => {
  expect(isLeftOut(path)).toBe(false);
});

test.each([
  '/k/1001/',
  '/k/1001/#tea',
  '/articles/tea.md',
  '/feed.xml',
  '/comparisons/tea.csv',
  '/api/articles.json',
])('%s is not loaded ahead', (path) => {
  expect(isLeftOut(path)).toBe(true);
});

test('the header names the file of the rules as a list of strings, whose strings stand in quotes', () => {
  expect(toCommonHeaders(drinks)['Speculation-Rules']).toBe('"/speculation-rules.json"');
});
