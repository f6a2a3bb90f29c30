import { expect, test } from 'vitest';
import { formatQuantity, toCellState, toCellWords } from '../../../src/domain/cell.ts';

const sources = [{ source: 'book' }];

test.each([
  [{ n: 14, unit: 'capabilities' }, '14\u00a0capabilities'],
  [{ n: 44, unit: 'calls', approx: true }, 'about 44\u00a0calls'],
  [{ max: 125, unit: 'ms' }, 'at most 125\u00a0ms'],
  [{ min: 95, unit: '%' }, 'at least 95%'],
  [{ from: 30_000, to: 45_000, unit: 'ms' }, '30,000 to 45,000\u00a0ms'],
  [{ n: 0.06, unit: 'ms' }, '0.06\u00a0ms'],
])('%o reads %s', (quantity, words) => expect(formatQuantity(quantity)).toBe(words));

test('unknown is never no', () => {
  expect(toCellState({ kind: 'state' }, { unknown: 'nobody says', sources })).toBe('unknown');
  expect(toCellState({ kind: 'state' }, { value: 'no', sources })).toBe('no');
  expect(toCellState({ kind: 'text' }, { value: 'no', sources })).toBeUndefined();
  expect(toCellState({ kind: 'text' }, { notApplicable: 'there is none', sources })).toBe('not-applicable');
});

test('a list keeps its items apart, labels before figures', () => {
  const value = ['namespaces', { label: 'Firecracker', quantity: { max: 5, unit: 'MiB' } }];
  expect(toCellWords({ kind: 'list' }, { value, sources })).toEqual(['namespaces', 'Firecracker: at most 5\u00a0MiB']);
});
