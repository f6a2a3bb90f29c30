import { expect, type Page, test } from '../fixtures/test.ts';

const article = '/articles/filter-or-espresso/';

const fields = async (page: Page, name: string) =>
  new URL((await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '')
    .searchParams;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an article has a link that reports on it', async ({ page }) => {
    await page.goto(article);
    const report = await fields(page, 'Report a mistake');
    expect(report.get('subject')).toMatch(/^Mistake in KB-1002: /);
    expect(report.get('body')).toMatch(/Link: https:\/\/\S+\/k\/1002\/\r\n/);
  });
});

test('the link beside the text names the section in view', async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 800 });
  await page.goto(article);
  // Its table is longer than the window.
  const heading = page.locator('[data-prose] h2[id]').last();
  await heading.evaluate((element) => element.scrollIntoView());
  await page.getByRole('link', { name: 'Report a mistake here' }).focus();
  await expect(page.getByRole('link', { name: 'Report a mistake here' })).toHaveAttribute(
    'href',
    /Section/,
  );
  const body = (await fields(page, 'Report a mistake here')).get('body') ?? '';
  expect(body).toContain(`Section: ${(await heading.textContent())?.trim()}\r\n`);
  expect(body).toContain(`/k/1002/#${await heading.getAttribute('id')}\r\n`);
});

test('the link at the end names the section that the address points to', async ({ page }) => {
  await page.goto(article);
  const heading = page.locator('[data-prose] h2[id]').nth(1);
  const link = page.getByRole('link', { name: 'Report a mistake', exact: true });
  await link.focus();
  expect((await fields(page, 'Report a mistake')).get('body')).not.toContain('Section:');
  await link.blur();
  await page.goto(`${article}#${await heading.getAttribute('id')}`);
  await link.focus();
  // What aims the link may still be on its way.
  await expect
    .poll(async () => (await fields(page, 'Report a mistake')).get('body'))
    .toContain(`/k/1002/#${await heading.getAttribute('id')}\r\n`);
});
