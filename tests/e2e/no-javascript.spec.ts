import { expect, test } from '../fixtures/test.ts';
import { readShelf } from '../fixtures/shelf.ts';

test.use({ javaScriptEnabled: false });

const { current, comparisons } = readShelf('tests/fixtures/shelf');

for (const slug of current) {
  test(`${slug} can be read whole`, async ({ page }) => {
    await page.goto(`/articles/${slug}/`);
    await expect(page.getByText('The short answer')).toBeVisible();
    await expect(page.getByRole('article').locator('h2').last()).toBeVisible();
  });
}

for (const [id, { article, groups }] of comparisons) {
  test(`the table ${id} stands whole in its article`, async ({ page }) => {
    await page.goto(`/articles/${article}/`);
    const table = page.locator(`table#${id}`);
    await expect(table).toBeVisible();
    await expect(table.getByRole('rowheader')).toHaveCount(
      groups.length + groups.flatMap(({ criteria }) => criteria).length,
    );
    await expect(
      page.getByRole('region', { name: /./ }).and(page.locator('[tabindex="0"]')).first(),
    ).toBeVisible();
  });
}

test('a row is reached by its address', async ({ page }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/#hot-drinks--strength');
  await expect(page.locator(':target')).toBeInViewport();
});

test('the search page offers every article, question and term instead', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('kettle');
  await page
    .getByRole('search')
    .filter({ has: page.getByRole('searchbox') })
    .getByRole('button', { name: 'Search' })
    .click();
  await expect(page).toHaveURL('/search/?q=kettle');
  await expect(page.locator('noscript p')).toBeVisible();
  for (const slug of current)
    await expect(page.locator(`main a[href="/articles/${slug}/"]`).first()).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'What is the difference between tea and coffee?' }),
  ).toHaveAttribute('href', /^\/articles\/./);
  await expect(page.locator('main a[href="/glossary/#tannin"]')).toBeVisible();
  await expect(page.getByRole('form', { name: 'Filters' })).toBeHidden();
});

test('the button of the header leads to the search page', async ({ page }) => {
  await page.goto('/articles/what-is-tea/');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\/\??$/);
});
