import { expect, test } from 'vitest';
import { listNearby } from '#domain/size.ts';

const order = (length: number) => Array.from({ length }, (_, index) => index);

test('a reading order of fifty is shown whole', () =>
  expect(listNearby(order(50), (entry) => entry === 40)).toHaveLength(50));

test.each([
  [0, 0],
  [3, 0],
  [30, 25],
  [50, 40],
])('in a longer one, what stands at %i is shown with its neighbours from %i on', (here, first) => {
  const nearby = listNearby(order(51), (entry) => entry === here);
  expect(nearby).toEqual(order(11).map((index) => first + index));
  expect(nearby).toContain(here);
});

test('who is not in the order, such as what is retired, sees its beginning', () =>
  expect(listNearby(order(51), () => false)).toEqual(order(11)));
