import { expect, type Page, test } from '@playwright/test';

const text = (page: Page) => page.getByLabel('Ticket text');
const suggestions = (page: Page) =>
  page.getByRole('list', { name: 'Suggested articles' }).locator('> li');

const TICKET = `Hi team,

after I updated our node on Monday all the pictures that customers had uploaded were gone, and php.ini was back to the
original. Can you restore the old state? Order 55120.

Kind regards
Paula Petunia
--
Petunia Ltd, Gardenroad 1

> On 2 May 2026 support wrote:
> please renew your certificate for hypervisor.example`;

test.beforeEach(async ({ page }) => {
  await page.goto('/suggest/');
});

test('a ticket gets at most five articles with their best section and the words that matched', async ({
  page,
}) => {
  await text(page).fill(TICKET);
  await expect(suggestions(page).first().getByRole('link').first()).toHaveAttribute(
    'href',
    '/articles/changes-lost-after-redeploy/',
  );
  expect(await suggestions(page).count()).toBeLessThanOrEqual(5);
  await expect(
    suggestions(page)
      .first()
      .getByText(/^Best section: ./),
  ).toBeVisible();
  await expect(
    suggestions(page)
      .first()
      .getByText(/^Words that matched: /),
  ).toContainText('updated');
  await expect(page.getByText(/Words that matched:.*(petunia|hypervisor|regards)/i)).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText(/^\d articles suggested\.$/);
});

test('an id in the ticket comes first, and a pasted error message finds its article', async ({
  page,
}) => {
  await text(page).fill(`As you wrote in KB-1008 yesterday. ${TICKET}`);
  await expect(suggestions(page).first()).toContainText('KB-1008');
  await text(page).fill(
    'Hello, since the move our shop says SQLSTATE[HY000] [2002] Connection refused and the customers complain. Please help, Jo',
  );
  await expect(suggestions(page).first().getByRole('link').first()).toHaveAttribute(
    'href',
    '/articles/multi-container-applications/',
  );
});

test('a ticket about nothing of this site finds nothing', async ({ page }) => {
  await text(page).fill(
    'The referee gave Arsenal a ridiculous offside, our goalkeeper sprained his ankle and the striker cried.',
  );
  await expect(page.getByRole('status')).toHaveText('Nothing found for this text.');
  await expect(suggestions(page)).toHaveCount(0);
});

test('nothing of the text leaves the browser, and nothing is kept', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) =>
    asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  );
  await text(page).fill(TICKET);
  await page.getByRole('button', { name: 'Suggest articles' }).click();
  await expect(suggestions(page).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.length).toBeGreaterThan(5);
  for (const request of asked) {
    expect(request).toContain(`GET ${baseURL}/`);
    expect(request).not.toMatch(/monday|pictures|uploaded|petunia|55120|php\.ini/i);
  }
  expect(page.url()).toBe(`${baseURL}/suggest/`);
  await suggestions(page).first().getByRole('link').first().click();
  await page.waitForURL('**/articles/**');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe(
    '{}',
  );
  expect(await page.context().cookies()).toEqual([]);
});

test('a help desk hands the text over behind #t=, and the address loses it at once', async ({
  page,
  baseURL,
}) => {
  await page.goto('about:blank');
  await page.goto(
    `/suggest/#t=${encodeURIComponent('docker ps says Exited (137) & 100 % of the memory was used')}`,
  );
  await expect(text(page)).toHaveValue(
    'docker ps says Exited (137) & 100 % of the memory was used',
  );
  await expect(suggestions(page).first()).toBeVisible();
  expect(page.url()).toBe(`${baseURL}/suggest/`);
  await page.evaluate(() => {
    location.hash = '#t=100%+broken';
  });
  await expect(text(page)).toHaveValue('100% broken');
  expect(page.url()).toBe(`${baseURL}/suggest/`);
});

test('clear empties the text and the list', async ({ page }) => {
  await text(page).fill(TICKET);
  await expect(suggestions(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(suggestions(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveValue('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is sent, and the search page is offered', async ({ page, baseURL }) => {
    await expect(page.getByRole('link', { name: 'search page' })).toBeVisible();
    await text(page).fill('a secret of our customer');
    await page.getByRole('button', { name: 'Suggest articles' }).click();
    await page.waitForLoadState();
    expect(page.url().replace(/\?$/, '')).toBe(`${baseURL}/suggest/`);
  });
});
