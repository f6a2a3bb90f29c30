import { expect, type Page, test } from '@playwright/test';

const results = (page: Page) => page.getByRole('list', { name: 'Search results' });
const articles = (page: Page) => results(page).locator('> li');

for (const [query, slug] of [
  ['difference between a virtual machine and a container', 'vms-vs-containers'],
  ['hypervisor', 'vms-vs-containers'],
  ['docker image or container', 'images-vs-containers'],
  ['what does docker rm throw away', 'images-vs-containers'],
  ['certified containers', 'certified-vs-docker-containers'],
  ['my hoster asks me to choose between certified and docker containers, which one is better for us', 'certified-vs-docker-containers'],
  ['who patches my server on enscale', 'who-patches-what'],
  ['KB-1003', 'certified-vs-docker-containers'],
] as const) {
  test(`"${query}" finds ${slug} first`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await expect(articles(page).first().getByRole('link').first()).toHaveAttribute('href', `/articles/${slug}/`);
    await expect(page.getByRole('status')).toHaveText(/^\d+ results? for /);
  });
}

test('a criterion leads to its row, with the names of the columns in the excerpt', async ({ page }) => {
  await page.goto('/search/?q=memory+overhead');
  const row = page.getByRole('link', { name: /^Memory overhead.*: / });
  await expect(results(page).getByRole('listitem').filter({ has: row }).last()).toContainText('Virtual machine:');
  await row.click();
  await expect(page).toHaveURL(/\/articles\/vms-vs-containers\/#vms-vs-containers--memory-overhead$/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('only articles are results, with at most three sections each', async ({ page }) => {
  await page.goto('/search/?q=container');
  await expect(articles(page)).toHaveCount(10);
  for (const item of await articles(page).all()) {
    await expect(item.getByRole('link').first()).toHaveAttribute('href', /^\/articles\//);
    expect(await item.getByRole('link').count()).toBeLessThanOrEqual(4);
  }
});

test('results follow the typing and the address follows the question', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('searchbox').pressSequentially('hypervisor', { delay: 20 });
  await expect(page.getByRole('status')).toHaveText(/for “hypervisor”/);
  await expect(page).toHaveURL('/search/?q=hypervisor');
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('status')).toHaveText('');
  await expect(results(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'All articles' })).toBeVisible();
});

test('back and forward bring back the earlier questions', async ({ page }) => {
  await page.goto('/search/?q=kernel');
  await expect(page.getByRole('status')).toHaveText(/for “kernel”/);
  await page.getByRole('searchbox').fill('digest');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('status')).toHaveText(/for “digest”/);
  await results(page).getByRole('link').first().click();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('digest');
  await expect(page.getByRole('status')).toHaveText(/for “digest”/);
});

test('nothing found is said, and the list of all articles stays', async ({ page }) => {
  await page.goto('/search/?q=zzqxv');
  await expect(page.getByRole('status')).toHaveText('Nothing found for “zzqxv”.');
  await expect(page.getByRole('heading', { name: 'All articles' })).toBeVisible();
});

test('a question is text and never HTML', async ({ page }) => {
  const query = '<img src=x onerror=alert(1)> kernel';
  await page.goto(`/search/?q=${encodeURIComponent(query)}`);
  await expect(page.getByRole('status')).toContainText(query);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('the form of any page leads to the results', async ({ page }) => {
  await page.goto('/articles/images-vs-containers/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('digest');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=digest');
  await expect(articles(page).first()).toBeVisible();
});

for (const path of ['/', '/glossary/', '/comparisons/vms-vs-containers/', '/search/', '/no/such/page/']) {
  test(`/ focuses the search field on ${path}`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toHaveValue('/');
  });
}

test('an article loads nothing of the search until it is asked for', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/articles/vms-vs-containers/');
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
});
