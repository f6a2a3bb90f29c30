import { expect, test } from 'vitest';
import { formatAnchors, parseAnchors } from '#search/anchors.ts';

const anchors = [
  { element: 'h2', id: 'tea', text: 'What is tea?', location: 7 },
  { element: 'text', location: 10 },
  { element: 'code', text: 'pour --hot', location: 12 },
  { element: 'tr', id: 'drinks--milk', title: 'Milk', location: 90 },
];

test('anchors come back as they were written', () => {
  expect(parseAnchors(formatAnchors(anchors))).toEqual(anchors);
});

test('of none, none are read', () => {
  expect(parseAnchors(formatAnchors([]))).toEqual([]);
});

test('what separates them is a space in a text', () => {
  const [anchor] = parseAnchors(
    formatAnchors([{ element: 'h2', id: 'a', text: 'One\ttab\nand line', location: 0 }]),
  );
  expect(anchor?.text).toBe('One tab and line');
});
