import { expect, type Page, test } from '../fixtures/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const options = (page: Page) => dialog(page).getByRole('listbox').getByRole('option');

test.beforeEach(async ({ page }) => {
  await page.goto('/articles/filter-or-espresso/');
});

for (const path of ['/', '/glossary/', '/comparisons/hot-drinks/', '/suggest/', '/no/such/page/']) {
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
  await field(page).pressSequentially('energy overhead', { delay: 20 });
  await expect(options(page).filter({ hasText: /^Energy overhead/ })).toBeVisible();
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

test('it shows results as the search page does, and all that leads somewhere is an option', async ({
  page,
}) => {
  const toWords = (texts: string[]) =>
    texts.map((text) => text.replace(/\s+/g, ' ').trim()).join(' ');
  await page.goto('/search/?q=hot+water+cup');
  const first = page.getByRole('list', { name: 'Search results' }).locator('> li').first();
  await expect(first.locator('mark').first()).toBeVisible();
  const listed = toWords(await first.allTextContents());
  await page.goto('/articles/filter-or-espresso/');
  await page.keyboard.press('/');
  await field(page).fill('hot water cup');
  await expect(options(page).nth(1).locator('mark').first()).toBeVisible();
  const group = dialog(page).getByRole('group').first();
  const shorten = (text: string) => text.replaceAll(' ', '');
  expect(shorten(toWords(await group.allTextContents()))).toBe(shorten(listed));
  await expect(group.getByRole('option')).toHaveCount(await group.locator('a').count());
});

test('it leads to the answers for a ticket, and keeps the place of what copies', async ({
  page,
}) => {
  await page.keyboard.press('/');
  await field(page).fill('tannin');
  await expect(options(page).first()).toBeVisible();
  const height = () =>
    dialog(page)
      .locator('footer')
      .evaluate((foot) => foot.clientHeight);
  const before = await height();
  await page.keyboard.press('ArrowDown');
  await expect(
    dialog(page).getByRole('button', { name: 'Copy the highlighted result' }),
  ).toBeVisible();
  expect(await height()).toBe(before);
  await dialog(page).getByRole('link', { name: 'Answering a ticket?' }).click();
  await expect(page).toHaveURL('/suggest/');
});

test('on a site that leads to no desk it does not speak of tickets', async ({ page }) => {
  await page.locator('footer a[href="/suggest/"]').evaluate((link) => link.remove());
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await expect(dialog(page).getByText('Answering a ticket?')).toHaveCount(0);
});

test('another question takes the choice back', async ({ page }) => {
  await page.keyboard.press('/');
  await field(page).fill('coffee');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(' filter');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=coffee+filter');
});

test('letters typed before it is there are not lost', async ({ page }) => {
  await page.route('**/search-dialog*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.keyboard.type('/coffee filter', { delay: 30 });
  await expect(field(page)).toHaveValue('coffee filter');
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
  await field(page).fill('cofefe filter');
  await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ results for “coffee filter”/);
  await expect(dialog(page).getByText('Showing results for coffee filter')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=cofefe+filter');
});

test('a result on the same page closes it and marks the words', async ({ page }) => {
  await page.keyboard.press('/');
  await field(page).fill('difference between a blend and a roast');
  await options(page)
    .filter({ hasText: 'What is the difference between a blend and a roast?' })
    .first()
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/#what-is-the-difference-between-a-blend-and-a-roast$/);
  await expect(page.locator(':target')).toBeInViewport();
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('found')?.size))
    .toBeGreaterThan(0);
});

test('what was opened is offered again, on this device only, until it is erased', async ({
  page,
}) => {
  await page.keyboard.press('/');
  await field(page).fill('tannin');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/articles/what-is-tea/**');
  await page.keyboard.press('/');
  const recent = dialog(page).getByRole('region', { name: 'Recent searches' });
  await recent.getByRole('button', { name: 'tannin' }).click();
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
  await page.keyboard.type('/tea');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  // Had the key been heard, the letters behind it would be here.
  await expect(field(page)).toHaveValue('');
});

test('typing fast and clearing leaves nothing behind', async ({ page }) => {
  await page.clock.install();
  await page.keyboard.press('/');
  await field(page).pressSequentially('infusions and caffeine');
  for (let i = 0; i < 22; i++) await page.keyboard.press('Backspace');
  await page.clock.runFor(2000);
  await expect(options(page)).toHaveCount(0);
  await expect(dialog(page).getByRole('status')).toHaveText('');
});

test('it fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.getByRole('button', { name: 'Search' }).click();
  await field(page).fill('why is my cup bitter');
  await expect(options(page).first()).toBeInViewport();
  const box = await dialog(page).boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 320 });
  expect(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(
    true,
  );
});

test('Ctrl and ⌘ Enter open what is chosen in a new tab, and all results when nothing is', async ({
  page,
  context,
}) => {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+Enter');
  await field(page).fill('tannin');
  await expect(options(page).first().locator('..').locator('mark').first()).toBeVisible();
  for (const key of ['Control+Enter', 'Meta+Enter']) {
    for (const isChosen of [false, true]) {
      if (isChosen) await page.keyboard.press('ArrowDown');
      const href = isChosen
        ? await options(page).first().getAttribute('href')
        : '/search/?q=tannin';
      const opened = context.waitForEvent('page');
      await page.keyboard.press(key);
      await expect(await opened).toHaveURL(href ?? '');
      await (await opened).close();
      await expect(field(page)).toBeFocused();
    }
    await page.keyboard.press('ArrowUp');
  }
  expect(context.pages()).toHaveLength(1);
  await expect(page).toHaveURL('/articles/filter-or-espresso/');
});

for (const [width, height] of [
  [320, 256],
  [640, 300],
] as const)
  test(`at ${width} × ${height} the chosen result can be read, and the foot scrolls away`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.keyboard.press('Control+k');
    await field(page).fill('tannin');
    await expect(options(page).first().locator('..').locator('mark').first()).toBeVisible();
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('ArrowDown');
      const chosen = options(page).nth(i);
      const box = await chosen.boundingBox();
      const above = await field(page).boundingBox();
      // Whole, or as much of it as there is room for
      expect(box?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
      await expect(chosen).toBeInViewport({ ratio: Math.min(0.99, 150 / (box?.height ?? 1)) });
    }
    await dialog(page).locator('footer').scrollIntoViewIfNeeded();
    await expect(
      dialog(page).getByRole('link', { name: 'All results and filters' }),
    ).toBeInViewport();
    await expect(field(page)).toBeInViewport();
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
