import { expect, type Page, test } from '@playwright/test';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const options = (page: Page) => dialog(page).getByRole('listbox').getByRole('option');

test.beforeEach(async ({ page }) => {
  await page.goto('/articles/images-vs-containers/');
});

for (const path of [
  '/',
  '/glossary/',
  '/comparisons/vms-vs-containers/',
  '/suggest/',
  '/no/such/page/',
]) {
  test(`/ and Ctrl K open it on ${path}`, async ({ page }) => {
    await page.goto(path);
    for (const key of ['/', 'Control+k', 'Meta+k']) {
      await page.keyboard.press(key);
      await expect(field(page)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
    }
  });
}

test('on the search page the keys lead to its own field', async ({ page }) => {
  await page.goto('/search/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toHaveValue('/');
});

test('the button opens it, and focus returns to the button', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Search' });
  await button.click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await button.press('Enter');
  await dialog(page).getByRole('button', { name: 'Close the search' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test('a click beside it closes it', async ({ page }) => {
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.mouse.click(10, 400);
  await expect(dialog(page)).toBeHidden();
});

test('arrows choose, the field keeps the focus, Enter follows', async ({ page }) => {
  await page.keyboard.press('/');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await field(page).pressSequentially('memory overhead', { delay: 20 });
  await expect(options(page).filter({ hasText: /^Memory overhead/ })).toBeVisible();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(options(page).and(page.locator('[aria-selected="true"]'))).toHaveCount(1);
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(
    await options(page).nth(1).getAttribute('id'),
  );
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const href = await options(page).first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(href ?? '');
});

test('another question takes the choice back', async ({ page }) => {
  await page.keyboard.press('/');
  await field(page).fill('docker');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(' compose');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=docker+compose');
});

test('letters typed before it is there are not lost', async ({ page }) => {
  await page.route('**/search-dialog*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.keyboard.type('/docker compose', { delay: 30 });
  await expect(field(page)).toHaveValue('docker compose');
  await expect(options(page).first()).toBeVisible();
});

test('when it cannot be loaded, the search page opens', async ({ page }) => {
  await page.route('**/search-dialog*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL('/search/');
});

test('what is found is announced, and Enter without a choice leads to all results', async ({
  page,
}) => {
  await page.keyboard.press('/');
  await field(page).fill('dokcer compose');
  await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ results for “docker compose”/);
  await expect(dialog(page).getByText('Showing results for docker compose')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=dokcer+compose');
});

test('a result on the same page closes it and marks the words', async ({ page }) => {
  await page.keyboard.press('/');
  await field(page).fill('difference between a tag and a digest');
  await options(page)
    .filter({ hasText: 'What is the difference between a tag and a digest?' })
    .first()
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/#what-is-the-difference-between-a-tag-and-a-digest$/);
  await expect(page.locator(':target')).toBeInViewport();
  expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBeGreaterThan(0);
});

test('what was opened is offered again, on this device only, until it is erased', async ({
  page,
}) => {
  await page.keyboard.press('/');
  await field(page).fill('hypervisor');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/articles/vms-vs-containers/**');
  await page.keyboard.press('/');
  const recent = dialog(page).getByRole('region', { name: 'Recent searches' });
  await recent.getByRole('button', { name: 'hypervisor' }).click();
  await expect(options(page).first()).toBeVisible();
  await field(page).fill('');
  await recent.getByRole('button', { name: 'Clear recent searches' }).click();
  await expect(recent).toBeHidden();
});

test('the key / can be switched off; Ctrl K stays', async ({ page }) => {
  await page.keyboard.press('/');
  await dialog(page)
    .getByRole('checkbox', { name: /opens the search/ })
    .uncheck();
  await page.reload();
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
});

test('typing fast and clearing leaves nothing behind', async ({ page }) => {
  await page.keyboard.press('/');
  await field(page).pressSequentially('namespaces and cgroups');
  for (let i = 0; i < 22; i++) await page.keyboard.press('Backspace');
  await page.waitForTimeout(500);
  await expect(options(page)).toHaveCount(0);
  await expect(dialog(page).getByRole('status')).toHaveText('');
});

test('it fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.getByRole('button', { name: 'Search' }).click();
  await field(page).fill('why is my container killed');
  await expect(options(page).first()).toBeInViewport();
  const box = await dialog(page).boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 320 });
  expect(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(
    true,
  );
});

test('nothing of the search is loaded before a reader shows the intent', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((path) => /pagefind|search/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Search' }).hover();
  await expect
    .poll(() => requests.some((path) => path.endsWith('/pagefind/pagefind.js')))
    .toBe(true);
});

test('the first results for a word weigh at most 120 KB, those for a ticket at most 165 KB', async ({
  page,
  context,
}) => {
  // What comes with the first sign of a reader is none of the search.
  await page.keyboard.press('Shift');
  await page.waitForLoadState('networkidle');
  const before = await weigh(page);
  await page.keyboard.press('/');
  await field(page).fill('docker');
  await expect(
    options(page)
      .filter({ has: page.locator('mark') })
      .first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  const word = (await weigh(page)) - before;
  expect(word).toBeGreaterThan(70_000);
  expect(word).toBeLessThanOrEqual(120_000);

  const other = await context.newPage();
  await other.goto('/suggest/');
  await other.waitForLoadState('networkidle');
  const empty = await weigh(other);
  await other
    .getByLabel('Ticket text')
    .fill(
      'Hello, every time I do docker compose pull and up -d my nextcloud starts with the installation wizard again as if it were new. Where has my data gone, it is the third time now, we had to restore the backup on Monday.',
    );
  await expect(
    other.getByRole('list', { name: 'Suggested articles' }).getByRole('listitem').first(),
  ).toBeVisible();
  await other.waitForLoadState('networkidle');
  const ticket = (await weigh(other)) - empty;
  expect(ticket).toBeGreaterThan(70_000);
  expect(ticket).toBeLessThanOrEqual(165_000);
});

// The bytes of all that the page has loaded, compressed as they came.
async function weigh(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
}
