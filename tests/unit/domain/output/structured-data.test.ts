import { expect, test } from 'vitest';
import { toArticleData, toScriptJson } from '#domain/output/structured-data.ts';
import { articleSchema } from '#schemas/article.ts';
import { drinks } from '../../../fixtures/settings.ts';

test('no word in the data can end its element', () => {
  const data = { name: '</script><script>alert(1)</script> & "quotes" <!-- 🚀' };
  expect(toScriptJson(data)).not.toContain('<');
  expect(JSON.parse(toScriptJson(data))).toEqual(data);
});

test('an article names no author and no review that it does not have', () => {
  const data = articleSchema.parse({
    id: 'KB-1001',
    title: 'Tea',
    short: 'Tea',
    summary: 'What tea is.',
    answer: 'A brew.',
    topic: 'drinks',
    kind: 'concept',
    published: '2026-01-10',
    updated: '2026-01-10',
    status: 'published',
  });
  const toArticle = (more: object) => {
    const graph = toArticleData(
      { id: 'tea', data: { ...data, ...more } },
      { id: 'drinks', title: 'Drinks' },
      drinks,
    ) as { '@graph': [Record<string, unknown>] };
    const [{ author, mainEntityOfPage }] = graph['@graph'];
    return { author, page: mainEntityOfPage };
  };
  const page = { '@type': 'WebPage', '@id': 'https://drinks.example/articles/tea/' };
  expect(toArticle({})).toEqual({ author: undefined, page });
  expect(JSON.stringify(toArticle({}))).not.toMatch(/author|lastReviewed/);
  expect(toArticle({ owner: 'Kitchen', reviewed: '2026-02-10' })).toEqual({
    author: { '@type': 'Organization', name: 'Kitchen' },
    page: { ...page, lastReviewed: '2026-02-10' },
  });
});
