import { expect, test } from 'vitest';
import { formatDate, isFuture, isPast } from '#domain/date.ts';

test.each([
  ['2026-11-20', 'en-GB', '20 November 2026'],
  ['2026-01-01', 'en-GB', '1 January 2026'],
  ['2023-10', 'en-GB', 'October 2023'],
  ['2026-11-20', 'en-US', 'November 20, 2026'],
])('%s is printed in %s as %s', (text, locale, words) =>
  expect(formatDate(text, locale)).toBe(words),
);

test.each([
  ['2026-11', '2026-11-20', false, false],
  ['2026-10', '2026-11-20', true, false],
  ['2026-12', '2026-11-20', false, true],
  ['2026-11-20', '2026-11-20', false, false],
  ['2026-11-19', '2026-11-20', true, false],
  ['2026-11-21', '2026-11-20', false, true],
])('%s seen on %s: past %s, future %s', (text, today, past, future) => {
  expect(isPast(text, today)).toBe(past);
  expect(isFuture(text, today)).toBe(future);
});
