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

test('starting again empties the form and the address', async ({ page }) => {
  await page.goto(PAGE);
  await form(page).getByRole('radio').first().check();
  await form(page).getByRole('button', { name: 'Start again' }).click();
  await expect(form(page).locator(':checked')).toHaveCount(0);
  await expect(page).toHaveURL(PAGE);
});

test('an answer that is chosen on the home page is given when the chooser opens', async ({
  page,
}) => {
  await page.goto('/');
  const start = page.getByRole('region', { name: 'Which drink fits the hour?' });
  await start.getByRole('link').first().click();
  await expect(form(page)).toBeInViewport();
  await expect(form(page).getByRole('radio', { checked: true })).toHaveCount(1);
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
