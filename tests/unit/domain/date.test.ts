import { expect, test } from 'vitest';
import { formatDate, isFuture, isPast } from '#domain/date.ts';

test.each([
  ['2026-11-20', '20 November 2026'],
  ['2026-01-01', '1 January 2026'],
  ['2023-10', 'October 2023'],
])('%s is printed as %s', (text, words) => expect(formatDate(text)).toBe(words));

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
