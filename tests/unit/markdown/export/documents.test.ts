import { expect, test } from 'vitest';
import { toLlms, toMarkdownDocument } from '#markdown/export/documents.ts';
import type { Article } from '#schemas/article.ts';
import { bareArticle as article } from '../../../fixtures/article.ts';

const whole = { owner: 'Kitchen', reviewed: '2026-02-10', reviewBy: '2026-08-10' };

/** What stands above the prose of an article with these fields. */
function toFacts(fields: Partial<Article>, sources: string): string[] {
  const text = toMarkdownDocument(
    { ...article, ...fields },
    { headings: [], html: '', markdown: 'Tea.', sources },
    { permalink: '/k/1001/', topic: { title: 'Drinks', url: '/topics/drinks/' } },
  );
  return text.split('\n').filter((line) => line.startsWith('- '));
}

test('an article as Markdown says when it was reviewed, and by whom', () =>
  expect(toFacts(whole, '1. The book')).toEqual([
    '- Article: [KB-1001](/k/1001/)',
    '- Topic: [Drinks](/topics/drinks/)',
    '- Reviewed: 2026-02-10 by Kitchen',
    '- Next review by: 2026-08-10',
    '- Last changed: 2026-01-10',
  ]));

test('it says plainly what is lacking', () => {
  const [, , ...rest] = toFacts({}, '');
  expect(rest).toEqual([
    '- Not reviewed yet',
    '- No owner',
    '- Last changed: 2026-01-10',
    '- No sources',
  ]);
  expect(toFacts({ owner: 'Kitchen' }, '')).toContain('- Owner: Kitchen');
  expect(toFacts({ reviewed: '2026-02-10' }, '')).toEqual(
    expect.arrayContaining(['- Reviewed: 2026-02-10', '- No owner']),
  );
});

test('llms.txt promises what it is given, and nothing of itself', () => {
  const site = { name: 'Tea House', description: 'All about leaves.' };
  expect(toLlms(site, '', [], [])).toContain('\n\nThe links lead to the articles as Markdown.\n');
  expect(toLlms(site, 'Each cup was tasted.', [], [])).toContain(
    '\n\nEach cup was tasted. The links lead to the articles as Markdown.\n',
  );
});
