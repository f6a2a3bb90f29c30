import { expect, type Locator, type Page, test } from '../fixtures/test.ts';

const FLAKES =
  'The flakes are limescale from the kettle. Vinegar or citric acid dissolves them within an hour.';

// Where results are listed, and how each is asked.
const places = {
  'the search page': async (page: Page, query: string, filter = '') => {
    await page.goto(`/search/?q=${encodeURIComponent(query)}${filter}`);
    return page.getByRole('list', { name: 'Search results' }).locator('> li');
  },
  'the dialogue': async (page: Page, query: string) => {
    await page.goto('/glossary/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').fill(query);
    return dialog.getByRole('group');
  },
  'the suggestions': async (page: Page, query: string) => {
    await page.goto('/suggest/');
    await page.getByLabel('Ticket text').fill(query);
    return page.getByRole('list', { name: 'Suggested articles' }).locator('> li');
  },
} satisfies Record<string, (page: Page, query: string, filter?: string) => Promise<Locator>>;

for (const [place, ask] of Object.entries(places)) {
  test(`${place}: the short answer of an article stands in the first result, with the day of its check`, async ({
    page,
  }) => {
    const results = await ask(page, 'how do I descale a kettle that keeps hot');
    await expect(results.first()).toContainText(FLAKES);
    await expect(results.first()).toContainText('checked 20 January 2026');
    await expect(results.first().locator('a').first()).toHaveAttribute(
      'href',
      '/articles/flakes-in-the-tea/',
    );
    await expect(results.nth(1)).toBeVisible();
    await expect(results.getByText(/^checked /)).toHaveCount(1);
  });

  test(`${place}: a row that is named answers with its cells, and leads to itself`, async ({
    page,
  }) => {
    const results = await ask(page, 'what is the energy overhead of tea, coffee and cocoa');
    const row = results.first().locator('a[href$="#hot-drinks--energy"]');
    await expect(row).toHaveCount(1);
    await expect(results.first()).toContainText(
      'Tea: 2 kcal · Filter coffee: About 2.5 kcal · Cocoa: 150 to 1,200 kcal',
    );
    // Its own day, which is not that of the article
    await expect(results.first()).toContainText('checked January 2026');
  });

  test(`${place}: a message answers with its meaning, and leads to its entry`, async ({ page }) => {
    const results = await ask(page, 'kettle kitchen-2: refusing to heat: no water above MIN');
    await expect(results.first()).toContainText('The kettle is empty, and its switch knows it.');
    await expect(results.first()).toContainText('Fill it to the line MIN.');
    await expect(results.first()).toContainText(/checked \d+ \S+ \d{4}/);
    await expect(results.first().locator('a[href$="#error--no-water"]')).toHaveCount(1);
    await expect(results.first().locator('a').first()).toHaveAttribute(
      'href',
      '/articles/safe-kettle/',
    );
  });

  test(`${place}: what does not fit gives no answer`, async ({ page }) => {
    const results = await ask(
      page,
      'how hot must the water be in which I clean the glass after a Riesling',
    );
    await expect(page.getByText('Not covered here: Wine. The nearest:')).toBeVisible();
    await expect(results.first()).toContainText('Also: ');
    await expect(page.getByText(/^checked /)).toHaveCount(0);
  });
}

for (const place of ['the search page', 'the dialogue'] as const)
  test(`${place}: a term answers with its definition, and leads to its entry`, async ({ page }) => {
    const results = await places[place](page, 'tannin');
    await expect(results.first()).toContainText(
      'The bitter part of tea leaves, which dries the mouth.',
    );
    await expect(results.first().locator('a[href="/glossary/#tannin"]')).toHaveCount(1);
  });

test('what is only nearest gives no answer, and neither does what a filter leaves', async ({
  page,
}) => {
  await places['the search page'](page, 'zzqxv vbnmq horoscope kettle');
  const nearest = page.getByRole('list', { name: 'Nearest articles' });
  await expect(nearest.getByRole('link').first()).toBeVisible();
  await expect(page.getByText(/^checked /)).toHaveCount(0);
  const dialog = await places['the dialogue'](page, 'zzqxv vbnmq horoscope kettle');
  await expect(dialog.first()).toHaveAttribute('aria-label', /^Nearest: /);
  await page.waitForTimeout(500);
  await expect(page.getByText(/^checked /)).toHaveCount(0);
  const query = 'how do I descale a kettle that keeps hot';
  const all = await places['the search page'](page, query);
  await expect(all.first()).toContainText(FLAKES);
  const left = await places['the search page'](page, query, '&kind=comparison');
  await expect(left.first()).toContainText('Also: ');
  await expect(page.getByText(/^checked /)).toHaveCount(0);
  const kept = await places['the search page'](page, query, '&kind=how-to');
  await expect(kept.first()).toContainText(FLAKES);
});

test('an answer that cannot be loaded is left out, and its result stays', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.route('**/k/*.json', (route) => route.abort());
  const results = await places['the search page'](page, 'how do I descale a kettle');
  await expect(results.first().locator('mark').first()).toBeVisible();
  await expect(results.first()).toContainText('Where the flakes come from');
  expect(faults).toEqual([]);
});

for (const width of [320, 1440])
  test(`at ${width} pixels the answer does not move what a reader points at`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/k/*.json', async (route) => {
      await held;
      await route.continue();
    });
    const results = await places['the dialogue'](page, 'how do I descale a kettle');
    const second = results.nth(1).getByRole('option').first();
    await second.hover();
    const before = await second.boundingBox();
    release();
    await expect(results.first()).toContainText(FLAKES);
    expect(Math.abs(((await second.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  });
