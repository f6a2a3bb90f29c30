import { expect, test } from '@playwright/test';
import { ARTICLES, COMPARISONS } from '../fixtures/site.ts';

test.use({ javaScriptEnabled: false });

for (const slug of ARTICLES) {
  test(`${slug} can be read whole`, async ({ page }) => {
    await page.goto(`/articles/${slug}/`);
    await expect(page.getByText('The short answer')).toBeVisible();
    await expect(page.getByRole('article').locator('h2').last()).toBeVisible();
  });
}

for (const id of COMPARISONS) {
  test(`the table ${id} stands whole in its article`, async ({ page }) => {
    await page.goto(`/articles/${id}/`);
    const table = page.locator(`table#${id}`);
    await expect(table).toBeVisible();
    expect(await table.getByRole('rowheader').count()).toBeGreaterThanOrEqual(12 + 2);
    await expect(
      page.getByRole('region', { name: /./ }).and(page.locator('[tabindex="0"]')).first(),
    ).toBeVisible();
  });
}

test('a row is reached by its address', async ({ page }) => {
  await page.goto('/articles/vms-vs-containers/#vms-vs-containers--density');
  await expect(page.locator(':target')).toBeInViewport();
});

test('the search page offers every article, question and term instead', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('kernel');
  await page
    .getByRole('search')
    .filter({ has: page.getByRole('searchbox') })
    .getByRole('button', { name: 'Search' })
    .click();
  await expect(page).toHaveURL('/search/?q=kernel');
  await expect(page.locator('noscript p')).toBeVisible();
  for (const slug of ARTICLES)
    await expect(page.locator(`main a[href="/articles/${slug}/"]`)).toBeVisible();
  await expect(
    page.getByText('What is the difference between an image and a container?'),
  ).toBeVisible();
  await expect(page.locator('main a[href="/glossary/#hypervisor"]')).toBeVisible();
  await expect(page.getByRole('form', { name: 'Filters' })).toBeHidden();
});

test('the button of the header leads to the search page', async ({ page }) => {
  await page.goto('/articles/what-is-docker/');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\/\??$/);
});
