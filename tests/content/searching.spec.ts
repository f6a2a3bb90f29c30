import { existsSync, statSync } from 'node:fs';
import { expect, type Page, test } from '../fixtures/test.ts';
import { type Golden, readGolden } from './relevance/measure.ts';

/** A query that somebody typed: the first of its kind and form. */
const find = (kind: Golden['kind'], form = /./) =>
  readGolden().find((entry) => entry.kind === kind && form.test(entry.query))?.query ?? '';

test('the first results for a word weigh at most 110 KB, those for a ticket at most 165 KB', async ({
  page,
  context,
}) => {
  await page.goto('/');
  // What comes with the first sign of a reader is none of the search.
  await page.keyboard.press('Shift');
  await page.waitForLoadState('networkidle');
  const before = await weigh(page);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('combobox').fill(find('exact', /^\w+$/));
  const options = dialog.getByRole('listbox').getByRole('option');
  await expect(options.filter({ has: page.locator('mark') }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const word = (await weigh(page)) - before;
  expect(word).toBeGreaterThan(70_000);
  expect(word).toBeLessThanOrEqual(110_000);

  const other = await context.newPage();
  await other.goto('/suggest/');
  await other.waitForLoadState('networkidle');
  const empty = await weigh(other);
  await other.getByLabel('Ticket text').fill(find('ticket'));
  await expect(
    other.getByRole('list', { name: 'Suggested articles' }).getByRole('listitem').first(),
  ).toBeVisible();
  await other.waitForLoadState('networkidle');
  const ticket = (await weigh(other)) - empty;
  expect(ticket).toBeGreaterThan(70_000);
  expect(ticket).toBeLessThanOrEqual(165_000);
});

// The bytes of all that the page has loaded, as the servers that we print configurations for send them: in Brotli, where `npm run pack` made it.
async function weigh(page: Page): Promise<number> {
  const urls = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  return urls.reduce((sum, url) => {
    const file = `dist${new URL(url).pathname}`;
    return sum + statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
  }, 0);
}
