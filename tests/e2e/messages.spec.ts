import { expect, type Page, test } from '../fixtures/test.ts';

const LOG = `2026-11-28T09:00:01Z kettled[7]: ERROR "kettle kitchen-2: refusing to heat:
  no water above MIN" (code 17)`;
const HOME = '/articles/safe-kettle/#error--no-water';

// The entry of a result that leads to the message
const told = (page: Page) => page.locator(`:is(li, [role="group"]) > div:has(a[href="${HOME}"])`);

test('an article shows its messages, each with its words, its causes and a link of its own', async ({
  page,
}) => {
  await page.goto(HOME);
  const entry = page.locator('#error--no-water');
  await expect(entry.getByRole('paragraph').first()).toHaveText(
    'kettle {name}: refusing to heat: no water above {level}',
  );
  await expect(entry).toContainText('E17 dry boil protection at {place}');
  await expect(entry.getByRole('listitem')).toHaveText([
    'The window shows nothing. Fill it to the line MIN.',
    'The window shows water. Wait until the switch is cold.',
  ]);
  await expect(entry.getByRole('link', { name: '1b' })).toHaveAttribute('href', '#source-1b');
  await entry.getByRole('paragraph').first().hover();
  await entry.getByRole('button', { name: /^Copy a link to “kettle/ }).click();
  await expect(page.getByRole('status').filter({ hasText: /opied/ })).toBeVisible();
});

test('the page of all messages has each below who says it, and leads to its article', async ({
  page,
}) => {
  await page.goto('/errors/#lid-open');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Error messages');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('A program in the container');
  const entry = page.locator('#lid-open');
  await expect(entry).toContainText('cannot start {programme}: the lid is open');
  await entry.getByRole('link', { name: 'Safe kettles' }).click();
  await expect(page).toHaveURL(/\/articles\/safe-kettle\/#error--lid-open$/);
});

test('a pasted line of a log is explained in the first suggestion', async ({ page }) => {
  await page.goto('/suggest/');
  await page.getByLabel('Ticket text').fill(`Hi, this morning it says:\n${LOG}\nWhat now?`);
  await expect(told(page)).toContainText('The kettle is empty, and its switch knows it.');
  await expect(told(page)).toContainText('Fill it to the line MIN.');
  await expect(
    page.getByRole('list', { name: 'Suggested articles' }).getByRole('link').first(),
  ).toHaveAttribute('href', '/articles/safe-kettle/');
  await page.getByLabel('Ticket text').fill('Our tea is bitter.');
  await expect(told(page)).toHaveCount(0);
});

for (const path of ['/search/', '/']) {
  test(`a pasted message is explained in the first result of ${path}`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press('Control+k');
    const field =
      path === '/'
        ? page.getByRole('dialog', { name: 'Search' }).getByRole('combobox')
        : page.getByRole('searchbox');
    await field.fill(LOG.replaceAll('\n', ' '));
    await expect(told(page)).toContainText('Wait until the switch is cold.');
    await field.fill('Error: cannot start the pump: the lid is bent');
    await expect(page.getByText('This message is not among those')).toContainText(
      'cannot start {programme}: the lid is open',
    );
    await field.fill('how do I descale it');
    await expect(page.getByText('This message is not among those')).toHaveCount(0);
  });
}
