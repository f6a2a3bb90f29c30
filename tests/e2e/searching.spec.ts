import { expect, type Page, test } from '@playwright/test';

const results = (page: Page) => page.getByRole('list', { name: 'Search results' });
const articles = (page: Page) => results(page).locator('> li');
const status = (page: Page) => page.getByRole('status');
const field = (page: Page) => page.getByRole('searchbox');
const toSlug = (href: string | null) => /\/articles\/([^/]+)\//.exec(href ?? '')?.[1];

async function search(page: Page, query: string, rest = '') {
  await page.goto(`/search/?q=${encodeURIComponent(query)}${rest}`);
  await expect(status(page)).toHaveText(
    /^(\d+ results? for|Nothing found for|There is no article) /,
  );
}

for (const [query, slug] of [
  ['difference between a virtual machine and a container', 'vms-vs-containers'],
  ['hypervisor', 'vms-vs-containers'],
  ['docker image or container', 'images-vs-containers'],
  ['what does docker rm throw away', 'images-vs-containers'],
  ['certified containers', 'certified-vs-docker-containers'],
  [
    'my hoster asks me to choose between certified and docker containers, which one is better for us',
    'certified-vs-docker-containers',
  ],
  ['who patches my server on enscale', 'who-patches-what'],
  ['KB-1003', 'certified-vs-docker-containers'],
  ['kb 1003', 'certified-vs-docker-containers'],
  ['1003', 'certified-vs-docker-containers'],
  ['everything i changed got wiped when i updated the thing', 'changes-lost-after-redeploy'],
  ['contaner lifecylce', 'container-lifecycle'],
] as const) {
  test(`"${query}" finds ${slug} first`, async ({ page }) => {
    await search(page, query);
    expect(
      toSlug(await articles(page).first().getByRole('link').first().getAttribute('href')),
    ).toBe(slug);
  });
}

test('a criterion leads to its row, with the names of the columns in the excerpt', async ({
  page,
}) => {
  await search(page, 'memory overhead');
  const row = page.getByRole('link', { name: /^Memory overhead.*: / });
  await expect(results(page).getByRole('listitem').filter({ has: row }).last()).toContainText(
    'Virtual machine:',
  );
  await row.click();
  await expect(page).toHaveURL(
    /\/articles\/vms-vs-containers\/#vms-vs-containers--memory-overhead$/,
  );
  await expect(page.locator(':target')).toBeInViewport();
});

test('only articles are results, with at most three sections each, also those that are scrolled to', async ({
  page,
}) => {
  await search(page, 'docker image container');
  await expect(articles(page)).toHaveCount(10);
  await articles(page).last().scrollIntoViewIfNeeded();
  await expect(articles(page).last().getByRole('link').nth(1)).toBeVisible();
  for (const item of await articles(page).all()) {
    await expect(item.getByRole('link').first()).toHaveAttribute('href', /^\/articles\/[a-z-]+\/$/);
    expect(await item.getByRole('link').count()).toBeLessThanOrEqual(4);
  }
});

test('all results are listed on demand, and focus goes to the first that is new', async ({
  page,
}) => {
  await search(page, 'docker image container');
  const total = Number(/^\d+/.exec((await status(page).textContent()) ?? '')?.[0]);
  expect(total).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Show all results' }).click();
  await expect(articles(page)).toHaveCount(total);
  await expect(articles(page).nth(10).getByRole('link').first()).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show all results' })).toBeHidden();
});

test('a whole message in the field is read like a ticket', async ({ page }) => {
  await search(
    page,
    'Hello support, since the update on Monday the pictures that our customers uploaded to the shop are missing and php.ini is back to the original, can you restore the old state of the server please, order 55120',
  );
  expect(toSlug(await articles(page).first().getByRole('link').first().getAttribute('href'))).toBe(
    'changes-lost-after-redeploy',
  );
});

test('matching words are marked in excerpts, and on arrival until Escape', async ({ page }) => {
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));
  await search(page, 'digset');
  await expect(articles(page).first().locator('mark').first()).toHaveText(/^digests?$/i);
  await articles(page).first().getByRole('link').first().click();
  await expect
    .poll(async () => new Set((await marked()).map((word) => word.toLowerCase())))
    .toEqual(new Set(['digest', 'digests']));
  await expect(page.locator('main mark')).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await marked()).toEqual([]);
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await marked()).toEqual([]);
});

test('a misspelt word is corrected, says so, and can be taken as it stands', async ({ page }) => {
  await search(page, 'dokcer');
  await expect(
    page.getByText('Showing results for docker. Search for dokcer instead.'),
  ).toBeVisible();
  await expect(articles(page).first()).toBeVisible();
  await page.getByRole('link', { name: 'dokcer' }).click();
  await expect(page).toHaveURL('/search/?q=dokcer&exactly=1');
  await expect(status(page)).toHaveText('Nothing found for “dokcer”.');
  await page.goBack();
  await expect(status(page)).toHaveText(/results for “docker”/);
});

test('words that no article has are named, and an alias tells its term', async ({ page }) => {
  await search(page, 'zzqxv docker image layers');
  await expect(page.getByText('No article has “zzqxv”.')).toBeVisible();
  await search(page, 'OCI runtime');
  await expect(page.getByText(/^Matches the alias OCI runtime of /)).toBeVisible();
});

test('a term of the glossary stands with its meaning above the results', async ({ page }) => {
  await search(page, 'hypervisor');
  await expect(page.locator('.meaning')).toContainText('hypervisor');
  await page.locator('.meaning').getByRole('link', { name: 'In the glossary' }).click();
  await expect(page).toHaveURL('/glossary/#hypervisor');
});

test('results follow the typing and the address follows the question', async ({ page }) => {
  await page.goto('/search/');
  await field(page).pressSequentially('hypervisor', { delay: 20 });
  await expect(status(page)).toHaveText(/for “hypervisor”/);
  await expect(page).toHaveURL('/search/?q=hypervisor');
  await field(page).fill('');
  await expect(status(page)).toHaveText('');
  await expect(results(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: /A to Z/ }).first()).toBeVisible();
});

test('no older answer takes the place of a newer one', async ({ page }) => {
  // The first answer waits for its articles until the second one stands.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let first = true;
  await page.route('**/pagefind/card/*', async (route) => {
    if (first) await held;
    await route.continue();
  });
  await page.goto('/search/');
  await field(page).fill('hypervisor');
  await page.waitForRequest('**/pagefind/card/*');
  first = false;
  await field(page).fill('digest');
  await expect(status(page)).toHaveText(/for “digest”/);
  release();
  await page.waitForLoadState('networkidle');
  await expect(status(page)).toHaveText(/for “digest”/);
  await field(page).fill('hypervisor');
  await field(page).fill('');
  await page.waitForTimeout(400);
  await expect(status(page)).toHaveText('');
  await expect(articles(page)).toHaveCount(0);
});

test('filters keep what fits, count the rest, and stand in the address', async ({ page }) => {
  await search(page, 'container root access');
  const filters = page.getByRole('form', { name: 'Filters' });
  const all = await articles(page).count();
  const choice = filters
    .getByRole('group', { name: 'Kind' })
    .getByRole('radio', { name: /^Concept \d+$/ });
  const count = Number(/\d+$/.exec((await choice.locator('..').textContent())?.trim() ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  await choice.locator('..').click();
  await expect(page).toHaveURL('/search/?q=container+root+access&kind=concept');
  await expect(articles(page)).toHaveCount(count);
  expect(count).toBeLessThan(all);
  await page.goBack();
  await expect(articles(page)).toHaveCount(all);
  await search(page, 'container root access', '&topic=security&kind=how-to');
  await expect(
    filters.getByRole('group', { name: 'Topic' }).getByRole('radio', { checked: true }),
  ).toHaveValue('security');
  for (const item of await articles(page).all()) {
    expect(['container-security', 'image-signing-and-provenance']).toContain(
      toSlug(await item.getByRole('link').first().getAttribute('href')),
    );
  }
  // Another topic of the same kind can still be chosen.
  await expect(filters.getByRole('group', { name: 'Topic' }).getByRole('radio')).not.toHaveCount(1);
});

test('back and forward bring back the earlier questions', async ({ page }) => {
  await search(page, 'kernel');
  await field(page).fill('digest');
  await field(page).press('Enter');
  await expect(status(page)).toHaveText(/for “digest”/);
  await results(page).getByRole('link').first().click();
  await page.goBack();
  await expect(field(page)).toHaveValue('digest');
  await expect(status(page)).toHaveText(/for “digest”/);
  await page.goBack();
  await expect(status(page)).toHaveText(/for “kernel”/);
  await page.goForward();
  await expect(status(page)).toHaveText(/for “digest”/);
});

test('nothing found is said, and is no dead end', async ({ page }) => {
  await search(page, 'zzqxv');
  await expect(status(page)).toHaveText('Nothing found for “zzqxv”.');
  await expect(
    page.getByRole('link', { name: 'Tell the editors what you looked for' }),
  ).toHaveAttribute('href', /^mailto:.+\?subject=Nothing%20found.*zzqxv/);
  await expect(
    page.getByRole('region', { name: 'Instead' }).getByRole('link', { name: 'Security' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: /A to Z/ }).first()).toBeVisible();
  await search(page, 'zzqxv vbnmq horoscope layers');
  await expect(status(page)).toHaveText(/^Nothing found/);
  await expect(
    page.getByRole('list', { name: 'Nearest articles' }).getByRole('link').first(),
  ).toBeVisible();
});

test('an id that no article has is said to be unknown', async ({ page }) => {
  await search(page, 'KB-9999');
  await expect(status(page)).toHaveText('There is no article KB-9999.');
});

for (const query of [
  '😀'.repeat(250),
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script> kernel',
  '[(*+?{^$|\\',
  'a'.repeat(3000),
]) {
  test(`${query.slice(0, 30)} is text and never HTML or code`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push('a script ran')));
    await search(page, query);
    await page.goto('/articles/what-is-docker/');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill(query);
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/ /);
    await page.goto('/suggest/');
    await page.getByLabel('Ticket text').fill(query);
    await expect(status(page)).toHaveText(/ /);
    await expect(page.locator('main img, main script:not([src])')).toHaveCount(0);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true);
    expect(faults).toEqual([]);
  });
}

test('recent searches stay on the device and can be erased', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('copy on write');
  await field(page).press('Enter');
  await expect(articles(page).first()).toBeVisible();
  await page.goto('/search/');
  const recent = page.getByRole('region', { name: 'Recent searches' });
  await recent.getByRole('link', { name: 'copy on write' }).click();
  await expect(page).toHaveURL('/search/?q=copy+on+write');
  await page.goto('/search/');
  await recent.getByRole('button', { name: 'Clear recent searches' }).click();
  await expect(recent).toBeHidden();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}');
});

test('arrows walk from the field through the results and back', async ({ page }) => {
  await search(page, 'volume');
  await field(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(articles(page).first().getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
});

for (const part of ['lexicon.json', 'wasm*', '*.pf_meta', 'index/**', 'card/**']) {
  test(`a search whose ${part} cannot be loaded says so, and works when it can be`, async ({
    page,
  }) => {
    await page.route(`**/pagefind/${part}`, (route) => route.abort());
    await page.goto('/search/?q=hypervisor');
    await expect(status(page)).toHaveText(/could not be loaded/);
    await expect(page.getByRole('heading', { name: /A to Z/ }).first()).toBeVisible();
    await page.unroute(`**/pagefind/${part}`);
    await field(page).press('Enter');
    await expect(status(page)).toHaveText(/for “hypervisor”/);
  });
}

test('a bug in the search is not taken for a lost connection, and can be seen', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  // A lexicon in another form than the program expects.
  await page.route('**/pagefind/lexicon.json', (route) => route.fulfill({ json: {} }));
  await page.goto('/search/?q=hypervisor');
  await expect(status(page)).toHaveText(/^Something went wrong in the search\./);
  expect(errors).toContainEqual(expect.stringContaining('TypeError'));
});

test('results stand when their sections and the meaning of a term cannot be loaded', async ({
  page,
}) => {
  await page.route(/\/pagefind\/fragment\/|\/glossary\/.*json/, (route) => route.abort());
  await search(page, 'hypervisor');
  await expect(articles(page).first()).toBeVisible();
});

test('a question that was typed over another one is one step back', async ({ page }) => {
  await search(page, 'kernel');
  await field(page).fill('digest');
  await expect(page).toHaveURL('/search/?q=digest');
  await field(page).press('Enter');
  await page.goBack();
  await expect(field(page)).toHaveValue('kernel');
  await expect(status(page)).toHaveText(/for “kernel”/);
});

test('focus stays on the result when its sections arrive, and returns to the field from a note', async ({
  page,
}) => {
  await page.goto('/search/');
  await field(page).pressSequentially('hypervisor kernel');
  await expect(articles(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(articles(page).first().locator('mark').first()).toBeVisible();
  await expect(articles(page).first().getByRole('link').first()).toBeFocused();
  await search(page, 'dokcer');
  await page.getByRole('link', { name: 'dokcer' }).press('Enter');
  await expect(field(page)).toBeFocused();
});

test('the large field of the home page leads to the results', async ({ page }) => {
  await page.goto('/');
  await field(page).fill('digest');
  await field(page).press('Enter');
  await expect(page).toHaveURL('/search/?q=digest');
  await expect(articles(page).first()).toBeVisible();
});
