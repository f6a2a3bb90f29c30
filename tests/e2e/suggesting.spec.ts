import { expect, type Page, test } from '../fixtures/test.ts';

const text = (page: Page) => page.getByLabel('Ticket text');
const suggestions = (page: Page) =>
  page.getByRole('list', { name: 'Suggested articles' }).locator('> li');

const TICKET = `Hi team,

since we moved on Monday white flakes swim in all the cups that our guests ordered, and the kettle gets loud when I fill it.
Can you bring back the old taste? Order 55120.

Kind regards
Paula Petunia
--
Petunia Ltd, Gardenroad 1

> On 2 May 2026 support wrote:
> please renew your certificate for tannin.example`;

test.beforeEach(async ({ page }) => {
  await page.goto('/suggest/');
});

test('a ticket gets at most five articles with their best sections and the words that matched', async ({
  page,
}) => {
  await text(page).fill(TICKET);
  await expect(suggestions(page).first().getByRole('link').first()).toHaveAttribute(
    'href',
    '/articles/flakes-in-the-tea/',
  );
  expect(await suggestions(page).count()).toBeLessThanOrEqual(5);
  const sections = suggestions(page).first().locator('a[href^="/articles/flakes-in-the-tea/#"]');
  await expect(sections.first()).toBeVisible();
  expect(await sections.count()).toBeGreaterThan(1);
  expect(await sections.count()).toBeLessThanOrEqual(4);
  await expect(suggestions(page).first()).toContainText('Also: ');
  await expect(
    suggestions(page)
      .first()
      .getByText(/^Words that matched: /),
  ).toContainText('swim');
  await expect(page.getByText(/Words that matched:.*(petunia|tannin|regards)/i)).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText(/^\d articles? suggested\.$/);
});

test('a suggestion further down gets its sections before it comes into view', async ({ page }) => {
  await text(page).fill(
    'Is the hard water in the kettle to blame for my tea, coffee and espresso, or the cup, the milk and the cocoa?',
  );
  await expect(suggestions(page)).toHaveCount(5);
  const last = suggestions(page).last();
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator('a[href*="#"]').first()).toBeVisible();
});

test('what was left out of a ticket is said, and a button takes it in', async ({ page }) => {
  const leftOut = page.getByText(/^Left out: /);
  await text(page).fill('White flakes swim in the hard water of my kettle.');
  await expect(suggestions(page).first()).toBeVisible();
  await expect(leftOut).toBeHidden();
  await text(page).fill(
    `Hi team,\n\nWhite flakes swim in my kettle.\n\nKind regards\nPaula\n--\nPetunia Ltd\n\n> Is caffeine an alkaloid, and does cocoa have it?`,
  );
  await expect(leftOut).toHaveText(
    'Left out: a greeting, a sign-off, a signature, a quoted message.',
  );
  await expect(page.getByText(/Words that matched:.*(caffeine|alkaloid|cocoa)/i)).toHaveCount(0);
  // Who works by keyboard stays where they are.
  const takeIn = page.getByRole('button', { name: 'Take it in' });
  await takeIn.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-live]', { hasText: 'Taken in: ' })).toHaveText(
    'Taken in: a greeting, a sign-off, a signature, a quoted message.',
  );
  const leave = page.getByRole('button', { name: 'Leave it out' });
  await expect(leave).toBeFocused();
  await expect(
    page.getByText(/Words that matched:.*(caffeine|alkaloid|cocoa)/i).first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(leftOut).toBeVisible();
  await expect(takeIn).toBeFocused();
  await text(page).fill('');
  await expect(takeIn).toBeHidden();
});

test('it says what it is for', async ({ page }) => {
  await expect(page).toHaveTitle(/^Answer a ticket · /);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Answer a ticket');
  await expect(page.getByRole('contentinfo').getByRole('link')).toContainText([
    'Answer a ticket',
    'Feed of changes',
  ]);
});

test('an id in the ticket comes first, and a pasted error message finds its article', async ({
  page,
}) => {
  await text(page).fill(`As you wrote in KB-1008 yesterday. ${TICKET}`);
  await expect(suggestions(page).first()).toContainText('KB-1008');
  await text(page).fill(
    'Hello, since the move our café says BREW[HY000] [2002] Connection to boiler refused and the guests complain. Please help, Jo',
  );
  await expect(suggestions(page).first().getByRole('link').first()).toHaveAttribute(
    'href',
    '/articles/morning-rush/',
  );
});

test('a ticket about a subject that no article covers says so', async ({ page }) => {
  await text(page).fill(
    'Hello, how hot must the water be in which I clean the glass after a Riesling? Our kettle is new. Thanks, Jo',
  );
  await expect(page.getByRole('status')).toHaveText('Not covered here: Wine. The nearest:');
  await expect(suggestions(page).first()).toBeVisible();
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
    expect(request).not.toMatch(/monday|guests|ordered|petunia|55120/i);
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
    `/suggest/#t=${encodeURIComponent('the kettle says E12 (hot) & 100 % of the cups have flakes')}`,
  );
  await expect(text(page)).toHaveValue('the kettle says E12 (hot) & 100 % of the cups have flakes');
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
