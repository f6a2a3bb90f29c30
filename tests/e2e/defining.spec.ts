import { expect, type Page, test } from '@playwright/test';

const popup = (page: Page) => page.getByRole('note').and(page.locator(':popover-open'));
const term = (page: Page) => page.getByRole('article').locator('a.term').first();

test.beforeEach(async ({ page }) => {
  await page.goto('/articles/vms-vs-containers/');
});

test('hovering a term shows its definition, which holds the link to the glossary', async ({ page }) => {
  await term(page).hover();
  await expect(popup(page)).toBeVisible();
  await popup(page).getByRole('link', { name: 'In the glossary' }).click();
  await expect(page).toHaveURL(/\/glossary\/#[a-z0-9-]+$/);
});

test('focus shows it too, Escape closes it, and the term stays a link', async ({ page }) => {
  await term(page).focus();
  await expect(popup(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(popup(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/glossary\/#/);
});

test('nothing of it is loaded before a reader asks', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => /\/glossary\/.+\.json$/.test(url))).toEqual([]);
});

test('a definition that arrives after the reader has left does not open', async ({ page }) => {
  await page.route('**/glossary/*.json', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  const asked = page.waitForRequest('**/glossary/*.json');
  await term(page).hover();
  await asked;
  await page.mouse.move(0, 0);
  await page.waitForResponse('**/glossary/*.json');
  await page.waitForTimeout(300);
  await expect(popup(page)).toHaveCount(0);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true });

  test('the first tap opens the definition, the second follows the link', async ({ page }) => {
    await term(page).tap();
    await expect(popup(page)).toBeVisible();
    await expect(page).toHaveURL(/\/articles\//);
    await term(page).tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });
});
