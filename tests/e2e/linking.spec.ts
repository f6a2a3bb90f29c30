import { expect, test } from '../fixtures/test.ts';

const ROW = 'hot-drinks--vessel';

test('the link of a row leads back to it, in sight and not covered', async ({ page, context }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/');
  const row = page.locator(`#${ROW}`);
  await row.scrollIntoViewIfNeeded();
  await row.hover();
  await row.getByRole('link', { name: 'Vessel', exact: true }).click();
  await expect(page).toHaveURL(`/articles/tea-coffee-or-cocoa/#${ROW}`);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator(`#${ROW}`)).toBeInViewport();
  const covered = await other.evaluate((id) => {
    const head = document.querySelector(`#${id} th`);
    const box = head?.getBoundingClientRect();
    return (
      box === undefined || document.elementFromPoint(box.x + 12, box.y + 12)?.closest('th') !== head
    );
  }, ROW);
  expect(covered).toBe(false);
});

test('the same row has the same anchor on the page of its table', async ({ page }) => {
  await page.goto(`/comparisons/hot-drinks/#${ROW}`);
  await expect(page.locator(`#${ROW}`)).toBeInViewport();
});

test('a heading has a link to itself', async ({ page }) => {
  await page.goto('/articles/filter-or-espresso/');
  const heading = page.getByRole('article').locator('h2[id]').first();
  await heading.hover();
  await heading.getByRole('link').click();
  await expect(page.locator(':target')).toHaveText((await heading.textContent()) ?? '');
});

test('a fact in the text leads to its row', async ({ page }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/');
  await page.locator('p a[href*="--"]').first().click();
  await expect(page.locator('tr:target')).toBeInViewport();
});

for (const [path, slug, anchor] of [
  ['/k/1001/', 'tea-coffee-or-cocoa', '#the-cup'],
  ['/k/1002/', 'filter-or-espresso', '#sources'],
  ['/k/1012/', 'chicory', '#where-does-it-grow'],
  ['/k/1020/', 'what-is-tea', '#green'],
  ['/which-cup/', 'tea-coffee-or-cocoa', '#hot-drinks--strength'],
  ['/old%20kitchen/hot%20drinks/', 'tea-coffee-or-cocoa', '#leaves'],
] as const) {
  test(`${path} is the whole article ${slug}, not a redirect that loses the anchor`, async ({
    page,
  }) => {
    const response = await page.goto(path + anchor);
    expect(response?.status()).toBe(200);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      new RegExp(`/articles/${slug}/$`),
    );
    await expect(page.locator(':target')).toBeInViewport();
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  });
}

test('an article shows its id, which is its permalink', async ({ page }) => {
  await page.goto('/articles/filter-or-espresso/');
  await expect(page.getByRole('link', { name: 'KB-1002, permanent link' })).toHaveAttribute(
    'href',
    '/k/1002/',
  );
});

test('an article names its own address', async ({ page }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    /^https:\/\/.+\/articles\/tea-coffee-or-cocoa\/$/,
  );
});
