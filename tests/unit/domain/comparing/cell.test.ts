import { expect, test } from 'vitest';
import {
  formatQuantity,
  toCellState,
  toCellWords,
  isSame,
  numberSayings,
  type Said,
} from '#domain/comparing/cell.ts';

const sources = [{ source: 'book' }];

test.each([
  [{ n: 14, unit: 'capabilities' }, '14\u00a0capabilities'],
  [{ n: 44, unit: 'calls', approx: true }, 'about 44\u00a0calls'],
  [{ max: 125, unit: 'ms' }, 'at most 125\u00a0ms'],
  [{ min: 95, unit: '%' }, 'at least 95%'],
  [{ from: 30_000, to: 45_000, unit: 'ms' }, '30,000 to 45,000\u00a0ms'],
  [{ n: 0.06, unit: 'ms' }, '0.06\u00a0ms'],
])('%o reads %s', (quantity, words) => expect(formatQuantity(quantity, 'en-GB')).toBe(words));

test('unknown is never no', () => {
  expect(toCellState({ kind: 'state' }, { unknown: 'nobody says', sources })).toBe('unknown');
  expect(toCellState({ kind: 'state' }, { value: 'no', sources })).toBe('no');
  expect(toCellState({ kind: 'text' }, { value: 'no', sources })).toBeUndefined();
  expect(toCellState({ kind: 'text' }, { notApplicable: 'there is none', sources })).toBe(
    'not-applicable',
  );
});

test('a list keeps its items apart, labels before figures', () => {
  const value = ['namespaces', { label: 'Firecracker', quantity: { max: 5, unit: 'MiB' } }];
  expect(toCellWords({ kind: 'list' }, { value, sources }, 'en-GB')).toEqual([
    'namespaces',
    'Firecracker: at most 5\u00a0MiB',
  ]);
});

test.each<[string, boolean, Partial<Said>, Partial<Said>]>([
  ['equal words', true, { words: 'the host' }, { words: 'the host' }],
  ['other words', false, { words: 'the host' }, { words: 'you' }],
  [
    'equal states, whatever their notes',
    true,
    { state: 'no', words: 'No', note: 'On Linux.' },
    { state: 'no', words: 'No' },
  ],
  ['a state and the same word as text', false, { state: 'no', words: 'No' }, { words: 'No' }],
  ['equal lists', true, { words: ['a', 'b'] }, { words: ['a', 'b'] }],
  ['lists in another order', false, { words: ['a', 'b'] }, { words: ['b', 'a'] }],
  [
    'two that are unknown for the same reason',
    false,
    { state: 'unknown', words: 'nobody says' },
    { state: 'unknown', words: 'nobody says' },
  ],
  [
    'partly, with equal notes',
    true,
    { state: 'partial', words: 'Partly', note: 'On Linux.' },
    { state: 'partial', words: 'Partly', note: 'On Linux.' },
  ],
  [
    'partly, with other notes',
    false,
    { state: 'partial', words: 'Partly', note: 'On Linux.' },
    { state: 'partial', words: 'Partly', note: 'Now.' },
  ],
])('%s are the same: %s', (_name, same, first, second) => {
  const toSaid = (said: Partial<Said>): Said => ({
    state: undefined,
    words: '',
    note: undefined,
    ...said,
  });
  expect(isSame([first, second].map(toSaid))).toBe(same);
  const none = { words: 'something else' };
  expect(numberSayings([none, first, second].map(toSaid))).toEqual(
    same ? [undefined, 0, 0] : [undefined, undefined, undefined],
  );
  expect(isSame([first, second, { words: 'something else' }].map(toSaid))).toBe(false);
});
