import { expect, test } from 'vitest';
import { toArticleData, toScriptJson } from '#domain/output/structured-data.ts';
import { bareArticle } from '../../../fixtures/article.ts';
import { drinks } from '../../../fixtures/settings.ts';

test('no word in the data can end its element', () => {
  const data = { name: '</script><script>alert(1)</script> & "quotes" <!-- 🚀' };
  expect(toScriptJson(data)).not.toContain('<');
  expect(JSON.parse(toScriptJson(data))).toEqual(data);
});

test('an article names no author and no review that it does not have', () => {
  const toArticle = (more: object) => {
    const graph = toArticleData(
      { id: 'tea', data: { ...bareArticle, ...more } },
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
