import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test } from 'vitest';
import LastReviewed from '#components/site/LastReviewed.astro';

async function show(reviewed: readonly (string | undefined)[]): Promise<string> {
  const container = await AstroContainer.create();
  const articles = reviewed.map((day, index) => ({
    id: `a-${index}`,
    data: { short: `Article ${index}`, reviewed: day },
  }));
  const html = await container.renderToString(LastReviewed, { props: { articles } });
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test('the last review is named with its articles', async () =>
  expect(await show(['2026-01-02', undefined, '2026-01-01'])).toMatch(
    /^Last reviewed .*2026.*: Article 0$/,
  ));

test('nothing is said where nothing was reviewed', async () => {
  expect(await show([undefined])).toBe('');
  expect(await show([])).toBe('');
});
