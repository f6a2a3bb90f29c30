import { expect, type Page, test } from '../fixtures/test.ts';

const popup = (page: Page) => page.getByRole('note').and(page.locator(':popover-open'));
const term = (page: Page) => page.getByRole('article').locator('a[data-term]').first();

const mark = (page: Page) =>
  page
    .getByRole('article')
    .locator('[data-prose]')
    .getByRole('link', { name: /^Source \d+[a-z]*$/ });

// Of a source that is cited at several places each has an anchor of its own.
const toPlace = (page: Page, hash: string) =>
  page
    .locator(hash)
    .evaluate(
      (at) => (at.matches('li') ? at.querySelector('[data-place]') : at)?.textContent ?? '',
    );

test.beforeEach(async ({ page }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/');
});

test('hovering a term shows its definition, which holds the link to the glossary', async ({
  page,
}) => {
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
  await page.clock.install();
  const opened = await page.evaluateHandle(() => {
    const texts: (string | null)[] = [];
    document.addEventListener(
      'beforetoggle',
      ({ target, newState }) => newState === 'open' && texts.push((target as Element).textContent),
      true,
    );
    return texts;
  });
  let release = () => {};
  const left = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/glossary/infusion.json', async (route) => {
    await left;
    await route.continue();
  });
  const asked = page.waitForRequest('**/glossary/infusion.json');
  await term(page).hover();
  await asked;
  await page.mouse.move(0, 0);
  await page.clock.runFor(1000);
  const arrived = page.waitForResponse('**/glossary/infusion.json');
  release();
  await arrived;
  // What is asked for later comes later.
  await page.locator('a[data-term][href$="#tannin"]').hover();
  await expect(popup(page)).toContainText('tannin');
  expect(await opened.jsonValue()).toHaveLength(1);
});

test('hovering the mark of a source shows what stands in the list, with a way to the source and to the list', async ({
  page,
}) => {
  await page.clock.install();
  const first = mark(page).first();
  const item = page
    .locator(`li:has(${await first.getAttribute('href')}), li${await first.getAttribute('href')}`)
    .first();
  const title = item.getByRole('link').first();
  await first.hover();
  await expect(popup(page)).toContainText((await title.textContent()) ?? '');
  await expect(popup(page)).toContainText(`Checked ${await item.locator('time').textContent()}`);
  await expect(popup(page).getByRole('link', { name: 'Open source' })).toHaveAttribute(
    'href',
    (await title.getAttribute('href')) ?? '',
  );
  // It stays while the pointer is in it.
  await popup(page).hover();
  await page.clock.runFor(5000);
  await popup(page).getByRole('link', { name: 'In the list' }).click();
  await expect(page.locator(':target')).toBeInViewport();
  await expect(popup(page)).toHaveCount(0);
});

test('a click on a mark holds what it says, the next one leads to the list, from where a button leads back', async ({
  page,
}) => {
  const link = mark(page).nth(3);
  await link.click();
  await expect(popup(page)).toBeVisible();
  await page.mouse.move(0, 0);
  // Longer than what was only hovered stays
  await page.waitForTimeout(1200);
  await expect(popup(page)).toBeVisible();
  await expect(page).toHaveURL(/\/articles\/[a-z-]+\/$/);
  await link.click();
  await expect(page).toHaveURL(/#source-/);
  await expect(popup(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the text' }).click();
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
});

test('a click with a key held opens the list elsewhere, as with any link', async ({
  page,
  context,
}) => {
  const opened = context.waitForEvent('page');
  await mark(page)
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(await opened).toHaveURL(/#source-1/);
});

test('the marks in a table say what the list of the table holds', async ({ page }) => {
  await page
    .locator('td')
    .getByRole('link', { name: /^Source / })
    .first()
    .hover();
  await expect(popup(page).getByText(/^Checked \w+ \d{4}$|^Checked \d/)).toBeVisible();
  await popup(page).getByRole('link', { name: 'In the list' }).click();
  await expect(page.locator(':target')).toBeInViewport();
});

test('it names the place of a source, and no word of what follows', async ({ page }) => {
  for (const link of (await mark(page).all()).slice(0, 6)) {
    const place = (await link.getAttribute('href')) ?? '';
    await link.focus();
    await expect(popup(page).getByRole('link', { name: 'In the list' })).toHaveAttribute(
      'href',
      place,
    );
    await expect(popup(page).locator('p').first()).toHaveText(/\w/);
    await expect(popup(page).locator('p').first()).toContainText(await toPlace(page, place));
    await expect(popup(page).locator('p').first()).not.toHaveText(/Checked|^,|[,.]$/);
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a tap on a term follows its link when the definition cannot be had', async ({ page }) => {
    await page.route('**/glossary/*.json', (route) => route.abort());
    await term(page).tap();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });
});

test('the keyboard gets from a mark into what it shows, and Escape closes that', async ({
  page,
}) => {
  await mark(page).first().focus();
  await expect(popup(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(popup(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(popup(page)).toHaveCount(0);
});

test('it goes when the pointer and the focus are elsewhere', async ({ page }) => {
  await mark(page).first().hover();
  await expect(popup(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(popup(page)).toHaveCount(0);
});

test('it stands beside its mark, whole and within the window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const at of [0, 5, 12]) {
    await mark(page).nth(at).hover();
    await expect(popup(page)).toBeVisible();
    const [box, own] = [await popup(page).boundingBox(), await mark(page).nth(at).boundingBox()];
    expect(box).not.toBeNull();
    expect(own).not.toBeNull();
    if (box === null || own === null) return;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(700);
    expect(
      Math.min(Math.abs(box.y - own.y - own.height), Math.abs(own.y - box.y - box.height)),
    ).toBeLessThan(16);
    await page.keyboard.press('Escape');
  }
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

  test('the same holds for the mark of a source', async ({ page }) => {
    const link = mark(page).first();
    await link.tap();
    await expect(popup(page)).toBeVisible();
    await expect(page).toHaveURL(/\/articles\/[a-z-]+\/$/);
    await link.tap();
    await expect(page).toHaveURL(/#source-1/);
  });
});
