import { expect, type Page, test } from '../fixtures/test.ts';

const results = (page: Page) => page.getByRole('list', { name: 'Search results' });
const articles = (page: Page) => results(page).locator('> li');
const status = (page: Page) => page.getByRole('status');
const field = (page: Page) => page.getByRole('searchbox');
const toSlug = (href: string | null) => /\/articles\/([^/]+)\//.exec(href ?? '')?.[1];

async function search(page: Page, query: string, rest = '') {
  await page.goto(`/search/?q=${encodeURIComponent(query)}${rest}`);
  await expect(status(page)).toHaveText(
    /^(\d+ results? for|Nothing found for|There is no article|No article answers|Not covered here:) /,
  );
}

for (const [query, slug] of [
  ['difference between tea and coffee', 'tea-coffee-or-cocoa'],
  ['tannin', 'what-is-tea'],
  ['filter coffee or espresso', 'filter-or-espresso'],
  ['golden foam on top', 'filter-or-espresso'],
  [
    'our landlady asks whether the guests or the café have to wash stained cups, what do you say',
    'who-cleans-what',
  ],
  ['KB-1003', 'who-cleans-what'],
  ['kb 1003', 'who-cleans-what'],
  ['1003', 'who-cleans-what'],
  ['everything i poured yesterday has bits in it', 'flakes-in-the-tea'],
  ['descailng a ketle', 'flakes-in-the-tea'],
  // The name of a file above a block of code
  ['kettle.conf', 'flakes-in-the-tea'],
  ['/etc/kettle.conf', 'flakes-in-the-tea'],
] as const) {
  test(`"${query}" finds ${slug} first`, async ({ page }) => {
    await search(page, query);
    expect(
      toSlug(await articles(page).first().getByRole('link').first().getAttribute('href')),
    ).toBe(slug);
  });
}

test('a result says what it is of, shows the section that answers best, and leads to others in a line', async ({
  page,
}) => {
  await search(page, 'hot water cup');
  const result = articles(page)
    .filter({ has: page.getByText('Also:') })
    .first();
  const link = result.getByRole('link');
  await expect(result.getByText(/^KB-\d+ · [A-Z]/)).toBeVisible();
  await expect(result.locator('mark').first()).toBeVisible();
  // The passage follows its section, and none follows the others.
  await expect(link.nth(1).locator('..')).toHaveText(/\. ?\S*/);
  await expect(link.nth(2).locator('..')).toHaveText(/^Also: [^.]+$/);
});

test('code and tables are no sentences: a passage has a line of code, or a row with the names of its columns', async ({
  page,
}) => {
  await search(page, 'fill with water');
  const code = page.getByRole('link', { name: 'How are machines joined?' }).locator('..');
  await expect(code.locator('code')).toHaveText(['RUN ', 'fill', ' --with water']);
  await search(page, 'cup tannin');
  await expect(page.getByText('empty — Keeps and refuses: Stains of tannin')).toBeVisible();
});

test('a word of most articles is not marked beside a rarer one, there and on arrival', async ({
  page,
}) => {
  await search(page, 'tannins in hot tea');
  await expect(articles(page).first().locator('mark').first()).toBeVisible();
  for (const mark of await results(page).locator('mark').all())
    await expect(mark).toHaveText(/^tannins?$/i);
  await articles(page).first().getByRole('link').first().click();
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get('found') ?? [])].map((range) => `${range}`.slice(0, 6)),
      ),
    )
    .toContainEqual(expect.stringMatching(/^tannin$/i));
  expect(
    await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String).join(' ')),
  ).not.toMatch(/hot/i);
});

test('a criterion leads to its row, with the names of the columns in the passage', async ({
  page,
}) => {
  await search(page, 'energy overhead');
  const row = page.getByRole('link', { name: /^Energy overhead.*: / });
  await expect(results(page).getByRole('listitem').filter({ has: row }).last()).toContainText(
    'Tea:',
  );
  await row.click();
  await expect(page).toHaveURL(/\/articles\/tea-coffee-or-cocoa\/#hot-drinks--energy$/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('only articles are results, with at most four sections each, also those that are scrolled to', async ({
  page,
}) => {
  await search(page, 'hot water cup');
  await expect(articles(page)).toHaveCount(10);
  await articles(page).last().scrollIntoViewIfNeeded();
  await expect(articles(page).last().getByRole('link').nth(1)).toBeVisible();
  for (const item of await articles(page).all()) {
    await expect(item.getByRole('link').first()).toHaveAttribute('href', /^\/articles\/[a-z-]+\/$/);
    expect(await item.getByRole('link').count()).toBeLessThanOrEqual(5);
  }
});

test('all results are listed on demand, and focus goes to the first that is new', async ({
  page,
}) => {
  await search(page, 'hot water cup');
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
    'Hello support, since the move on Monday white flakes swim in the cups that our guests ordered and the kettle gets loud whenever it is filled, can you bring back the old taste of the tea please, order 55120',
  );
  expect(toSlug(await articles(page).first().getByRole('link').first().getAttribute('href'))).toBe(
    'flakes-in-the-tea',
  );
});

test('matching words are marked in excerpts, and on arrival until Escape', async ({ page }) => {
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));
  await search(page, 'tanin');
  await expect(articles(page).first().locator('mark').first()).toHaveText(/^tannins?$/i);
  await articles(page).first().getByRole('link').first().click();
  await expect
    .poll(async () => new Set((await marked()).map((word) => word.toLowerCase())))
    .toEqual(new Set(['tannin', 'tannins']));
  await expect(page.locator('main mark')).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await marked()).toEqual([]);
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await marked()).toEqual([]);
});

test('a misspelt word is corrected, says so, and can be taken as it stands', async ({ page }) => {
  await search(page, 'cofefe');
  await expect(
    page.getByText('Showing results for coffee. Search for cofefe instead.'),
  ).toBeVisible();
  await expect(articles(page).first()).toBeVisible();
  await page.getByRole('link', { name: 'cofefe' }).click();
  await expect(page).toHaveURL('/search/?q=cofefe&exactly=1');
  await expect(status(page)).toHaveText('Nothing found for “cofefe”.');
  await page.goBack();
  await expect(status(page)).toHaveText(/results for “coffee”/);
});

test('words that no article has are named, and an alias tells its term', async ({ page }) => {
  await search(page, 'zzqxv coffee filter');
  await expect(page.getByText('No article has “zzqxv”.')).toBeVisible();
  await search(page, 'theine');
  await expect(page.getByText(/^Matches the alias theine of /)).toBeVisible();
});

test('results follow the typing and the address follows the question', async ({ page }) => {
  await page.goto('/search/');
  await field(page).pressSequentially('tannin', { delay: 20 });
  await expect(status(page)).toHaveText(/for “tannin”/);
  await expect(page).toHaveURL('/search/?q=tannin');
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
  await page.clock.install();
  await page.goto('/search/');
  await field(page).fill('tannin');
  await page.waitForRequest('**/pagefind/card/*');
  first = false;
  await field(page).fill('crema');
  await expect(status(page)).toHaveText(/for “crema”/);
  release();
  await page.waitForLoadState('networkidle');
  await expect(status(page)).toHaveText(/for “crema”/);
  await field(page).fill('tannin');
  await field(page).fill('');
  await page.clock.runFor(2000);
  await expect(status(page)).toHaveText('');
  await expect(articles(page)).toHaveCount(0);
});

test('filters keep what fits, count the rest, and stand in the address', async ({ page }) => {
  await search(page, 'hot water cup');
  const filters = page.getByRole('form', { name: 'Filters' });
  const all = await articles(page).count();
  const choice = filters
    .getByRole('group', { name: 'Kind' })
    .getByRole('radio', { name: /^Concept \d+$/ });
  const count = Number(/\d+$/.exec((await choice.locator('..').textContent())?.trim() ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  await choice.locator('..').click();
  await expect(page).toHaveURL('/search/?q=hot+water+cup&kind=concept');
  await expect(articles(page)).toHaveCount(count);
  expect(count).toBeLessThan(all);
  await page.goBack();
  await expect(articles(page)).toHaveCount(all);
  await search(page, 'hot water cup', '&topic=care&kind=how-to');
  await expect(
    filters.getByRole('group', { name: 'Topic' }).getByRole('radio', { checked: true }),
  ).toHaveValue('care');
  await expect(articles(page)).toHaveCount(1);
  expect(toSlug(await articles(page).getByRole('link').first().getAttribute('href'))).toBe(
    'safe-kettle',
  );
  // Another topic of the same kind can still be chosen.
  await expect(filters.getByRole('group', { name: 'Topic' }).getByRole('radio')).not.toHaveCount(1);
});

test('few results have no filters, unless one was chosen', async ({ page }) => {
  const filters = page.getByRole('form', { name: 'Filters' });
  await search(page, 'tannin');
  expect(await articles(page).count()).toBeLessThan(6);
  await expect(filters).toBeHidden();
  await search(page, 'tannin', '&kind=concept');
  await expect(filters).toBeVisible();
});

for (const width of [320, 1000])
  test(`at ${width} pixels, filters take a line each and their choices stand beside their name`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await search(page, 'hot water cup');
    for (const group of await page
      .getByRole('form', { name: 'Filters' })
      .getByRole('group')
      .all()) {
      const name = await group.locator('legend').boundingBox();
      for (const choice of await group.locator('label:visible').all()) {
        const box = await choice.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual((name?.x ?? 0) + (name?.width ?? 0));
        expect(box?.height).toBeGreaterThanOrEqual(24);
        expect(Math.abs((box?.y ?? 0) - (name?.y ?? 0))).toBeLessThan(12);
      }
    }
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true);
  });

test('where there is room, the filters stand beside the results', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await search(page, 'hot water cup');
  const filters = await page.getByRole('form', { name: 'Filters' }).boundingBox();
  const first = await articles(page).first().boundingBox();
  expect((filters?.x ?? 0) + (filters?.width ?? 0)).toBeLessThan(first?.x ?? 0);
  expect(filters?.y).toBeLessThan(first?.y ?? 0);
});

test('back and forward bring back the earlier questions', async ({ page }) => {
  await search(page, 'kettle');
  await field(page).fill('crema');
  await field(page).press('Enter');
  await expect(status(page)).toHaveText(/for “crema”/);
  await results(page).getByRole('link').first().click();
  await page.goBack();
  await expect(field(page)).toHaveValue('crema');
  await expect(status(page)).toHaveText(/for “crema”/);
  await page.goBack();
  await expect(status(page)).toHaveText(/for “kettle”/);
  await page.goForward();
  await expect(status(page)).toHaveText(/for “crema”/);
});

test('a subject that no article covers is said, above what comes nearest', async ({ page }) => {
  await search(page, 'how long must tea steep in a red wine glass');
  await expect(status(page)).toHaveText('Not covered here: Wine. The nearest:');
  await expect(
    page.getByRole('list', { name: 'Search results' }).getByRole('link').first(),
  ).toBeVisible();
  await search(page, 'pour red wine into a glass');
  await expect(status(page)).toHaveText(/^Nothing found for .+ Not covered here: Wine\.$/);
  await search(page, 'kettle');
  await expect(status(page)).toHaveText(/results? for/);
});

test('nothing found is said, and is no dead end', async ({ page }) => {
  await search(page, 'zzqxv');
  await expect(status(page)).toHaveText('Nothing found for “zzqxv”.');
  await expect(
    page.getByRole('link', { name: 'Tell the editors what you looked for' }),
  ).toHaveAttribute('href', /^mailto:.+\?subject=Nothing%20found.*zzqxv/);
  await expect(
    page.getByRole('region', { name: 'Instead' }).getByRole('link', { name: 'Care' }),
  ).toBeVisible();
  // The list of everything is no answer.
  await expect(page.getByRole('heading', { name: /A to Z/ }).first()).toBeHidden();
  await search(page, 'zzqxv vbnmq horoscope kettle');
  await expect(status(page)).toHaveText(/^Nothing found/);
  await expect(
    page.getByRole('list', { name: 'Nearest articles' }).getByRole('link').first(),
  ).toBeVisible();
});

for (const query of ['what is it', 'too', 'How can I get this?', 'a'])
  test(`common words say that they are too common: ${query}`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await expect(status(page)).toHaveText(
      `“${query}” is too common to search for: add a word that tells more.`,
    );
    await page.goto('/articles/what-is-tea/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').fill(query);
    await expect(dialog.getByRole('status')).toHaveText(/too common/);
  });

test('signs alone find nothing, and are not called common', async ({ page }) => {
  await search(page, '?!');
  await expect(status(page)).toHaveText('Nothing found for “?!”.');
});

test('an id that no article has is said to be unknown', async ({ page }) => {
  await search(page, 'KB-9999');
  await expect(status(page)).toHaveText('There is no article KB-9999.');
});

for (const query of [
  '😀'.repeat(250),
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script> kettle',
  '[(*+?{^$|\\',
  'a'.repeat(3000),
]) {
  test(`${query.slice(0, 30)} is text and never HTML or code`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push('a script ran')));
    await search(page, query);
    await page.goto('/articles/what-is-tea/');
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
  await field(page).fill('cup of tea');
  await field(page).press('Enter');
  await expect(articles(page).first()).toBeVisible();
  await page.goto('/search/');
  const recent = page.getByRole('region', { name: 'Recent searches' });
  await recent.getByRole('link', { name: 'cup of tea' }).click();
  await expect(page).toHaveURL('/search/?q=cup+of+tea');
  await page.goto('/search/');
  await recent.getByRole('button', { name: 'Clear recent searches' }).click();
  await expect(recent).toBeHidden();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}');
});

test('arrows walk from the field through the results and back', async ({ page }) => {
  await search(page, 'kettle');
  await field(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(articles(page).first().getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
});

for (const part of ['lexicon.txt', 'wasm*', '*.pf_meta', 'index/**', 'card/**']) {
  test(`a search whose ${part} cannot be loaded says so, and works when it can be`, async ({
    page,
  }) => {
    await page.route(`**/pagefind/${part}`, (route) => route.abort());
    await page.goto('/search/?q=tannin');
    await expect(status(page)).toHaveText(/could not be loaded/);
    await expect(page.getByRole('heading', { name: /A to Z/ }).first()).toBeVisible();
    await page.unroute(`**/pagefind/${part}`);
    await field(page).press('Enter');
    await expect(status(page)).toHaveText(/for “tannin”/);
  });
}

test('a bug in the search is not taken for a lost connection, and can be seen', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  // Cards in another form than the program expects.
  await page.route('**/pagefind/card/*.json', (route) => route.fulfill({ json: {} }));
  await page.goto('/search/?q=tannin');
  await expect(status(page)).toHaveText(/^Something went wrong in the search\./);
  expect(errors).toContainEqual(expect.stringContaining('TypeError'));
});

test('results stand when their sections and the meaning of a term cannot be loaded', async ({
  page,
}) => {
  await page.route(/\/pagefind\/fragment\/|\/glossary\/.*json/, (route) => route.abort());
  await search(page, 'tannin');
  await expect(articles(page).first()).toBeVisible();
});

test('a question that was typed over another one is one step back', async ({ page }) => {
  await search(page, 'kettle');
  await field(page).fill('crema');
  await expect(page).toHaveURL('/search/?q=crema');
  await field(page).press('Enter');
  await page.goBack();
  await expect(field(page)).toHaveValue('kettle');
  await expect(status(page)).toHaveText(/for “kettle”/);
});

test('focus stays on the result when its sections arrive, and returns to the field from a note', async ({
  page,
}) => {
  await page.goto('/search/');
  await field(page).pressSequentially('tannin kettle');
  await expect(status(page)).toHaveText(/for “tannin kettle”/);
  await page.keyboard.press('ArrowDown');
  await expect(articles(page).first().getByRole('link').nth(1)).toBeVisible();
  await expect(articles(page).first().getByRole('link').first()).toBeFocused();
  await search(page, 'cofefe');
  await page.getByRole('link', { name: 'cofefe' }).press('Enter');
  await expect(field(page)).toBeFocused();
});

test('the large field of the home page leads to the results', async ({ page }) => {
  await page.goto('/');
  await field(page).fill('crema');
  await field(page).press('Enter');
  await expect(page).toHaveURL('/search/?q=crema');
  await expect(articles(page).first()).toBeVisible();
});
