import { expect, test } from 'vitest';
import { formatAnchors, parseAnchors } from '#search/anchors.ts';

const PAGE = 'The sky above a cup is blue. What is tea? Leaves in pour --hot water.';
const anchors = [
  { element: 'h2', id: 'tea', text: 'What is tea?', location: 7 },
  { element: 'text', location: 10 },
  { element: 'code', text: 'pour --hot', location: 12 },
  { element: 'tr', id: 'drinks--milk', title: 'Milk', location: 90 },
];

test('anchors come back as they were written', () => {
  expect(parseAnchors(formatAnchors(anchors, PAGE), PAGE)).toEqual(anchors);
});

test('of none, none are read', () => {
  expect(parseAnchors(formatAnchors([], PAGE), PAGE)).toEqual([]);
});

test('what separates them is a space in a text', () => {
  const [anchor] = parseAnchors(
    formatAnchors([{ element: 'h2', id: 'a', text: 'One\ttab\nand line', location: 0 }], PAGE),
    PAGE,
  );
  expect(anchor?.text).toBe('One tab and line');
});

test('a text that the page has at its place is not written again', () => {
  expect(formatAnchors(anchors, PAGE)).not.toContain('What is tea?');
  expect(formatAnchors(anchors, '')).toContain('=What is tea?');
  const number = [{ element: 'code', text: '8080', location: 3 }];
  for (const page of ['a b c 8080', '8080'])
    expect(parseAnchors(formatAnchors(number, page), page)).toEqual(number);
});
