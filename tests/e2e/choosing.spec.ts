import { expect, type Page, test } from '../fixtures/test.ts';

const PAGE = '/articles/which-drink/';
const form = (page: Page) => page.getByRole('form').filter({ has: page.getByRole('radio') });
const result = (page: Page) => page.locator('decision-chooser').getByRole('status');

test('the answers lead to a recommendation that stands in the address', async ({
  page,
  context,
}) => {
  await page.goto(PAGE);
  for (
    let count = 0;
    count < 10 && !(await result(page).getByText('Recommendation', { exact: true }).isVisible());
    count += 1
  ) {
    const open = form(page)
      .getByRole('group')
      .filter({ hasNot: page.locator(':checked') });
    await open.first().getByRole('radio').first().check();
  }
  await expect(result(page)).toContainText('Recommendation');
  expect(new URL(page.url()).search).not.toBe('');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(result(other)).toHaveText((await result(page).textContent()) ?? '');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
  [320, 568],
] as const)
  test(`what an answer leads to is in view at once, and leaves room for the questions, on ${width} by ${height} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(PAGE);
    await form(page).getByRole('radio', { name: 'Morning' }).check();
    await expect(result(page)).toHaveText('1 of 3 answered. Next: Are you in a hurry?');
    await expect(result(page)).toBeInViewport({ ratio: 1 });
    await form(page).getByRole('radio', { name: 'Very' }).check();
    await expect(result(page)).toHaveText(/^Recommendation\s*An espresso$/);
    await expect(result(page)).toBeInViewport({ ratio: 1 });
    const box = await result(page).boundingBox();
    expect(box?.height).toBeLessThan(height / 3);
  });

test('the reasons stand beside the questions, or are led to from the foot of the window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(PAGE);
  await form(page).getByRole('radio', { name: 'Afternoon' }).check();
  const reasons = page.locator('decision-chooser').getByText('It fits the afternoon.').first();
  await expect(reasons).toBeInViewport();
  const why = page.getByRole('link', { name: 'Why?' });
  await expect(why).toBeHidden();
  await page.setViewportSize({ width: 390, height: 500 });
  await form(page).getByRole('radio', { name: 'Afternoon' }).scrollIntoViewIfNeeded();
  await expect(reasons).not.toBeInViewport();
  await why.click();
  await expect(reasons).toBeInViewport();
});

test('questions that no longer matter say so, and can be answered still', async ({ page }) => {
  await page.goto(PAGE);
  const unneeded = form(page).getByRole('group', { name: /no longer needed/ });
  await form(page).getByRole('radio', { name: 'Morning' }).check();
  await expect(unneeded).toHaveCount(0);
  await form(page).getByRole('radio', { name: 'Afternoon' }).check();
  await expect(unneeded).toHaveCount(2);
  await unneeded.first().getByRole('radio').first().check();
  await expect(unneeded).toHaveCount(1);
});

test('the result covers no answer that has focus', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto(PAGE);
  await form(page).getByRole('radio', { name: 'Afternoon' }).check();
  await page.keyboard.press('Tab');
  for (const key of ['ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown']) {
    const focused = page.locator('input:focus');
    await expect(focused).toHaveCount(1);
    expect(
      await focused.evaluate((field) => {
        const { left, top, width, height } = field.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === field;
      }),
      `before ${key}`,
    ).toBe(true);
    await page.keyboard.press(key);
  }
});

test('starting again empties the form and the address', async ({ page }) => {
  await page.goto(PAGE);
  await form(page).getByRole('radio').first().check();
  await form(page).getByRole('button', { name: 'Start again' }).click();
  await expect(form(page).locator(':checked')).toHaveCount(0);
  await expect(result(page)).toHaveText('0 of 3 answered. Next: What is the time?');
  await expect(page).toHaveURL(PAGE);
});

test('an answer that is chosen on the home page is given when the chooser opens', async ({
  page,
}) => {
  await page.goto('/');
  const start = page.getByRole('region', { name: 'Which drink fits the hour? 3 questions' });
  await start
    .getByRole('list', { name: 'What is the time?' })
    .getByRole('link', { name: 'Morning' })
    .click();
  await expect(form(page)).toBeInViewport();
  await expect(form(page).getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(result(page)).toContainText('1 of 3 answered');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the rules are an ordered list that can be read', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('decision-chooser form')).toBeHidden();
    const rules = page.locator('decision-chooser details > ol > li');
    await expect(rules).toHaveCount(5);
    for (const rule of await rules.all()) await expect(rule).toBeVisible();
  });
});
