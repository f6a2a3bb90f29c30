import { expect, test } from '../fixtures/test.ts';

// The page that shows every component has a long list of few articles.
const PAGE = '/style/';

test('a long list shows the articles whose names hold all words, and says how many', async ({
  page,
}) => {
  await page.goto(PAGE);
  const index = page.locator('list-index');
  const field = index.getByRole('searchbox', { name: 'Filter by name' });
  const names = index.getByRole('listitem').filter({ has: page.locator('a[href*="/articles/"]') });
  const total = await names.count();
  const status = index.getByRole('status');
  await expect(status).toHaveText(`${total} articles`);
  await field.fill('tea COFF');
  await expect(names).toHaveText([/tea.*coffee/i]);
  await expect(status).toHaveText(`1 of ${total} articles`);
  await expect(index.getByRole('heading')).toHaveCount(1);
  await expect(index.getByRole('navigation').getByRole('link')).toHaveCount(1);
  await field.fill('zebra');
  await expect(status).toHaveText(`0 of ${total} articles`);
  await field.fill('');
  await expect(names).toHaveCount(total);
});

test('the letters of a long list lead to their first articles', async ({ page }) => {
  await page.goto(PAGE);
  const letters = page.getByRole('navigation', { name: 'Articles by letter' });
  const last = letters.getByRole('link').last();
  const letter = (await last.textContent())?.trim() ?? '';
  await last.click();
  await expect(page.locator(':target')).toHaveText(letter);
  await expect(page.locator(':target')).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a long list is whole, and has no field that does nothing', async ({ page }) => {
    await page.goto(PAGE);
    const index = page.locator('list-index');
    await expect(index.getByRole('searchbox')).toHaveCount(0);
    await expect(index.locator('a[href*="/articles/"]').last()).toBeVisible();
    await expect(index.getByRole('navigation')).toBeVisible();
  });
});

test('an article names its section and stands in the order of its topic', async ({ page }) => {
  await page.goto('/articles/safe-kettle/');
  const order = page.getByRole('navigation', { name: 'Reading order' });
  await expect(order).toContainText('Care › Kettles, 2 of 2');
  await expect(order.getByRole('link', { name: /‹/ })).toHaveAttribute(
    'href',
    '/articles/who-cleans-what/',
  );
  await order.getByRole('link', { name: 'Kettles' }).click();
  await expect(page).toHaveURL('/topics/care/#kettles');
  await expect(page.locator(':target')).toHaveText('Kettles');
});
