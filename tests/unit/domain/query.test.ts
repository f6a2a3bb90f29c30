import { expect, test } from 'vitest';
import { mergeHits, toExcerptParts, toLikeness, toTerms } from '../../../src/domain/query.ts';

test('the words of a question that carry meaning are kept, others dropped', () => {
  expect(toTerms('Why is my container slower than the VM it runs in?')).toEqual(['container', 'slower', 'vm', 'runs']);
  expect(toTerms('is the a')).toEqual([]);
});

const hit = (id: string, score = 1) => ({ id, score });
const order = (...searches: Parameters<typeof mergeHits<ReturnType<typeof hit>>>) => mergeHits(...searches).map((merged) => merged.hit.id);

test('a page with more of the words comes first', () => {
  expect(order([[hit('both'), hit('one')], [hit('both')]], [], 3)).toEqual(['both', 'one']);
});

test('a rare word weighs more than a common one', () => {
  expect(order([[hit('a'), hit('b'), hit('c'), hit('d')], [hit('z')]], [], 5)[0]).toBe('z');
});

test('a page that has all words together gains by it', () => {
  expect(
    order(
      [
        [hit('a', 4), hit('b')],
        [hit('a', 4), hit('b')],
      ],
      [hit('b')],
      9,
    ),
  ).toEqual(['a', 'b']);
  expect(
    order(
      [
        [hit('a'), hit('b')],
        [hit('a'), hit('b')],
      ],
      [hit('b')],
      9,
    ),
  ).toEqual(['b', 'a']);
});

test('likeness is 1 for the same words, whatever their number, and 0 for none', () => {
  expect(toLikeness(toTerms('images and containers'), ['An image or a container?'])).toBe(1);
  expect(toLikeness(toTerms('images and containers'), ['Virtual machines', 'Docker images'])).toBe(0.5);
  expect(toLikeness(toTerms('kernel'), ['Docker', ''])).toBe(0);
});

test('an excerpt becomes text, with its markup undone and nothing else read as HTML', () => {
  expect(toExcerptParts('a <mark>kernel</mark> &lt;img src=x&gt; &amp;lt;')).toEqual([
    { text: 'a ', marked: false },
    { text: 'kernel', marked: true },
    { text: ' <img src=x> &lt;', marked: false },
  ]);
});
