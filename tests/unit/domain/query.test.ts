import { expect, test } from 'vitest';
import { mergeHits, toExcerptParts, toTerms } from '../../../src/domain/query.ts';

test('the words of a question that carry meaning are kept, others dropped', () => {
  expect(toTerms('Why is my container slower than the VM it runs in?')).toEqual(['container', 'slower', 'vm', 'runs']);
  expect(toTerms('is the a')).toEqual([]);
});

test('a page with more of the words comes first', () => {
  const hit = (id: string, score: number) => ({ id, score });
  expect(mergeHits([[hit('both', 1), hit('one', 1)], [hit('both', 1)]], 3).map(({ id }) => id)).toEqual(['both', 'one']);
});

test('a rare word weighs more than a common one', () => {
  const hit = (id: string) => ({ id, score: 2 });
  const common = [hit('a'), hit('b'), hit('c'), hit('d')];
  expect(mergeHits([common, [hit('z')]], 5)[0]?.id).toBe('z');
});

test('an excerpt becomes text, with its markup undone and nothing else read as HTML', () => {
  expect(toExcerptParts('a <mark>kernel</mark> &lt;img src=x&gt; &amp;lt;')).toEqual([
    { text: 'a ', marked: false },
    { text: 'kernel', marked: true },
    { text: ' <img src=x> &lt;', marked: false },
  ]);
});
