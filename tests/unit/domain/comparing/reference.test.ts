import { expect, test } from 'vitest';
import { ReferenceList, toLabel } from '#domain/comparing/reference.ts';

function labels(citations: [string, string?][]): string[] {
  const list = new ReferenceList<{ id: string }>();
  return citations
    .map(([id, section]) => list.cite({ id }, section))
    .map(({ reference, place }) => toLabel(reference, place));
}

test('sources are numbered in order of appearance', () =>
  expect(labels([['a'], ['b'], ['a']])).toEqual(['1', '2', '1']));
test('places in one source get letters', () =>
  expect(labels([['a', 'x'], ['b'], ['a', 'y'], ['a', 'x']])).toEqual(['1a', '2', '1b', '1a']));
test('what a page cites has a label, and what it does not cite has none', () => {
  const list = new ReferenceList<{ id: string }>();
  for (const section of ['x', 'y']) list.cite({ id: 'a' }, section);
  expect(list.toLabel('a', 'y')).toBe('1b');
  expect(list.toLabel('a', 'z')).toBeUndefined();
  expect(list.toLabel('b', undefined)).toBeUndefined();
});
test('letters go on after z', () => {
  const many = labels(
    Array.from({ length: 28 }, (_, index): [string, string] => ['a', `§${index}`]),
  );
  expect(many.slice(25)).toEqual(['1z', '1aa', '1ab']);
});
