import { expect, test } from 'vitest';
import { formatProblems } from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { makeProject } from '../../../fixtures/project.ts';
import { drinks } from '../../../fixtures/settings.ts';

function warn(successor: string, text: string) {
  const { root, change } = makeProject();
  change({
    'articles/water.md': [
      'status: published',
      `retired: { on: 2026-02-01, reason: It is dry.${successor} }`,
    ],
    'articles/tea.mdx': ['comes from leaves.', `comes from leaves. ${text}`],
    'glossary.yaml': ['article: tea', 'article: water'],
  });
  const { problems, warnings } = checkContent(readContent(root), '2026-03-01', drinks);
  expect(problems).toEqual([]);
  return formatProblems(warnings, 'warning');
}

test('what leads to a retired article is told, with its successor', () => {
  expect(
    warn(
      ', successor: tea',
      '[a](/articles/water/#where-it-comes-from) [b](/k/1002/) [c](water.md)',
    ),
  ).toMatchInlineSnapshot(`
    "content/articles/tea.mdx:10:11  leads to water, which is retired  [retired-target]
      Name tea, which took its place.
    content/articles/tea.mdx:21:46  leads to water, which is retired  [retired-target]
    content/articles/tea.mdx:21:88  leads to water, which is retired  [retired-target]
    content/articles/tea.mdx:21:102  leads to water, which is retired  [retired-target]
    content/glossary.yaml:5:3  leads to water, which is retired  [retired-target]
    5 warnings in 2 files."
  `);
});

test('without a successor, another one is to be named, and what leads elsewhere is not told', () => {
  expect(warn('', '[a](#what-is-tea) [b](https://example.org/articles/water/)'))
    .toMatchInlineSnapshot(`
      "content/articles/tea.mdx:10:11  leads to water, which is retired  [retired-target]
        Take it away, or name an article that holds.
      content/glossary.yaml:5:3  leads to water, which is retired  [retired-target]
      2 warnings in 2 files."
    `);
});
