import { expect, test } from '@playwright/test';

const ROW = 'vms-vs-containers--kernel';

test('the link of a row leads back to it, in sight and not covered', async ({ page, context }) => {
  await page.goto('/articles/vms-vs-containers/');
  const row = page.locator(`#${ROW}`);
  await row.scrollIntoViewIfNeeded();
  await row.hover();
  await row.getByRole('link', { name: 'Kernel', exact: true }).click();
  await expect(page).toHaveURL(`/articles/vms-vs-containers/#${ROW}`);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator(`#${ROW}`)).toBeInViewport();
  const covered = await other.evaluate((id) => {
    const head = document.querySelector(`#${id} th`);
    const box = head?.getBoundingClientRect();
    return (
      box === undefined || document.elementFromPoint(box.x + 12, box.y + 12)?.closest('th') !== head
    );
  }, ROW);
  expect(covered).toBe(false);
});

test('the same row has the same anchor on the page of its table', async ({ page }) => {
  await page.goto(`/comparisons/vms-vs-containers/#${ROW}`);
  await expect(page.locator(`#${ROW}`)).toBeInViewport();
});

test('a heading has a link to itself', async ({ page }) => {
  await page.goto('/articles/images-vs-containers/');
  const heading = page.getByRole('article').locator('h2[id]').first();
  await heading.hover();
  await heading.getByRole('link').click();
  await expect(page.locator(':target')).toHaveText((await heading.textContent()) ?? '');
});

test('a fact in the text leads to its row', async ({ page }) => {
  await page.goto('/articles/vms-vs-containers/');
  await page.locator('p a[href*="--"]').first().click();
  await expect(page.locator('tr:target')).toBeInViewport();
});

for (const [path, slug] of [
  ['/k/1001/', 'vms-vs-containers'],
  ['/k/1002/', 'images-vs-containers'],
  ['/k/1003/', 'certified-vs-docker-containers'],
  ['/why-use-docker/', 'vms-vs-containers'],
  [
    '/enscale/getting-started/enscale-certified-containers-vs-docker-r-containers/',
    'certified-vs-docker-containers',
  ],
  [
    '/enscale/getting%20started/enscale-certified-containers-vs-docker-r-containers/',
    'certified-vs-docker-containers',
  ],
] as const) {
  test(`${path} is the whole article ${slug}, not a redirect that loses the anchor`, async ({
    page,
  }) => {
    const response = await page.goto(`${path}#sources`);
    expect(response?.status()).toBe(200);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      new RegExp(`/articles/${slug}/$`),
    );
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeInViewport();
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  });
}

test('an article shows its id, which is its permalink', async ({ page }) => {
  await page.goto('/articles/images-vs-containers/');
  await expect(page.getByRole('link', { name: 'KB-1002, permanent link' })).toHaveAttribute(
    'href',
    '/k/1002/',
  );
});

test('an article names its own address', async ({ page }) => {
  await page.goto('/articles/vms-vs-containers/');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    /^https:\/\/.+\/articles\/vms-vs-containers\/$/,
  );
});
