import { expect, test } from 'vitest';
import { type Evidence, listLacking, toPromise } from '#domain/evidence.ts';

const whole: Evidence = { owner: 'Kitchen', reviewed: '2026-02-10', citations: [{}] };
const { reviewed: _reviewed, ...unreviewed } = whole;
const { owner: _owner, ...ownerless } = whole;
const unsourced = { ...whole, citations: [] };

test('what an article lacks is named as settings require it', () => {
  expect(listLacking(whole)).toEqual([]);
  expect(listLacking(ownerless)).toEqual(['owner']);
  expect(listLacking({ citations: [] })).toEqual(['owner', 'review', 'sources']);
});

test.each<[string, Evidence[], string]>([
  [
    'all has both',
    [whole, ownerless],
    'Every fact names its source and the date on which it was checked.',
  ],
  [
    'one was never reviewed',
    [whole, unreviewed],
    'Every fact names its source, and each article says whether and when it was checked.',
  ],
  [
    'one has no source',
    [whole, unsourced],
    'Each article names the date on which its facts were checked.',
  ],
  [
    'one has neither',
    [whole, { citations: [] }],
    'Each article says whether and when its facts were checked.',
  ],
  [
    'one lacks this and one that',
    [unsourced, unreviewed],
    'Each article says whether and when its facts were checked.',
  ],
  ['there is no article', [], ''],
])('readers are promised only what holds for all: %s', (_name, articles, promise) =>
  expect(toPromise(articles)).toBe(promise),
);
