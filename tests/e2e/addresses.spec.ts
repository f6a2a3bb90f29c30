import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures/test.ts';
import { SITE } from '../site.ts';

const ARTICLE = '/articles/filter-or-espresso/';

test('the permalink shows the path that is passed on, with query and anchor, and no step of the history more', async ({
  page,
}) => {
  await page.goto('/');
  const before = await page.evaluate(() => history.length);
  await page.goto('/k/1002/?from=mail#sources');
  await expect(page).toHaveURL(`${ARTICLE}?from=mail#sources`);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await expect(page.locator('#sources')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL('/');
});

test('an old path shows it too, and a page at its own path stays', async ({ page }) => {
  await page.goto('/old%20kitchen/hot%20drinks/');
  await expect(page).toHaveURL('/articles/tea-coffee-or-cocoa/');
  await page.goto('/search/?q=kettle');
  await expect(page).toHaveURL('/search/?q=kettle');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the permalink is the article, at its anchor', async ({ page }) => {
    await page.goto(ARTICLE);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await page.goto('/k/1002/#sources');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
    await expect(page.locator('#sources')).toBeInViewport();
    await expect(page).toHaveURL('/k/1002/#sources');
  });

  test('an address that does not exist offers the search form', async ({ page }) => {
    await page.goto('/no/such/page/');
    await page.getByRole('searchbox').fill('image');
    await page.getByRole('searchbox').press('Enter');
    await expect(page).toHaveURL('/search/?q=image');
  });
});

test.describe('a link that a ticket broke', () => {
  test.use({ missing: /./ });

  // Hosts answer every missing path with the 404 page; `astro preview` does so only below a slash.
  test.beforeEach(({ context }) =>
    context.route(
      ({ pathname }) =>
        !/[/]$|\.(html|js|css|json|svg|txt|wasm|pagefind|pf_\w+)$/.test(pathname) ||
        /\)|%22/.test(pathname),
      (route) =>
        route.request().resourceType() === 'document'
          ? route.fulfill({
              status: 404,
              contentType: 'text/html',
              body: readFileSync(`${SITE}/dist/404.html`, 'utf8'),
            })
          : route.fallback(),
    ),
  );

  for (const broken of [
    '/k/1002',
    '/k/1002.',
    '/k/1002)',
    '/K/1002/',
    '/KB-1002',
    '/kb1002',
    '/kb/1002/',
    '/k/1002/for%20details/',
    '/k/1002%20and%20restart',
    '/k/1002%E2%80%9D%20',
    '/k%252F1002/',
    '/Articles/Filter-or-Espresso/',
    '/articles/filter-or-espresso).',
    '/articles/filter-or-espresso/more/words/',
  ]) {
    test(`${broken} leads to the article`, async ({ page }) => {
      await page.goto('/');
      await page.goto(`${broken}?from=mail#sources`);
      await expect(page).toHaveURL(`${ARTICLE}?from=mail#sources`);
      await page.goBack();
      await expect(page).toHaveURL('/');
    });
  }

  for (const [old, now] of [
    ['/article.php?from=mail&id=12', '/articles/what-is-tea/'],
    ['/article.php?id=12&part=2', '/articles/what-is-tea/#how-many-kinds-are-there'],
    [
      '/hc/en-gb/articles/360012345-Other-words?from=mail#where-does-tea-grow',
      '/articles/what-is-tea/?from=mail#where-does-tea-grow',
    ],
    ['/hc/en-gb/articles/360012345', '/articles/what-is-tea/'],
  ] as const) {
    test(`${old} leads to its page where a host knows of no redirects`, async ({ page }) => {
      await page.goto('/');
      await page.goto(old);
      await expect(page).toHaveURL(now);
      await page.goBack();
      await expect(page).toHaveURL('/');
    });
  }

  test('keeps an anchor that was encoded', async ({ page }) => {
    await page.goto('/k/1002%23sources');
    await expect(page).toHaveURL(`${ARTICLE}#sources`);
  });

  test('of an article that does not exist stays', async ({ page }) => {
    await page.goto('/k/9999/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'There is no page at this address',
    );
    await expect(page).toHaveURL('/k/9999/');
  });

  test('finds what its words say', async ({ page }) => {
    await page.goto('/help/difference-between-filter-and-espresso.html');
    await expect(page.getByRole('searchbox')).toHaveValue(
      'help difference between filter and espresso',
    );
    await expect(
      page.getByRole('list', { name: 'Search results' }).getByRole('link').first(),
    ).toBeVisible();
    await expect(
      page.getByRole('list', { name: 'Search results' }).locator(`a[href="${ARTICLE}"]`),
    ).toBeVisible();
  });
});

test('an anchor with what a sentence left behind it is found', async ({ page }) => {
  await page.goto('/k/1002/#what-is-an-espresso).');
  await expect(page).toHaveURL('/articles/filter-or-espresso/#what-is-an-espresso');
  await expect(page.locator(':target')).toBeInViewport();
});
