import { expect, type Page, test } from '../fixtures/test.ts';

// Every class of the pages and of their stylesheet gets another name here, so that whoever else asks for one finds nothing.
test.beforeEach(async ({ page }) => {
  await page.route('**/*', async (route) => {
    const type = route.request().resourceType();
    if (type !== 'document' && type !== 'stylesheet') return route.fallback();
    const response = await route.fetch();
    const text = await response.text();
    const body =
      type === 'stylesheet'
        ? text.replace(/\.(?=[a-z])/g, '.other-')
        : text.replace(/(?<= class=")[^"]+/g, (names) => names.replace(/[^ ]+/g, 'other-$&'));
    await route.fulfill({ response, body });
  });
});

const article = (page: Page) => page.getByRole('article');

test.describe('without the names of classes', () => {
  test('marks and terms say what is behind them', async ({ page }) => {
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const popup = page.getByRole('note').and(page.locator(':popover-open'));
    await article(page)
      .getByRole('link', { name: /^Source \d/ })
      .first()
      .focus();
    await expect(popup).toContainText('Checked');
    await article(page).locator('a[href*="/glossary/#"]').first().focus();
    await expect(popup).toContainText('In the glossary');
  });

  test('a table shows the chosen columns and their differences', async ({ page }) => {
    await page.goto('/comparisons/who-cleans-what/?differences&columns=guest,cafe');
    const tools = page.locator('table-tools');
    await expect(tools.getByRole('status')).toHaveText(/: \d+ of \d+ rows shown$/);
    await tools.getByRole('checkbox', { name: 'Only differences' }).uncheck();
    await expect(tools.getByRole('status')).toHaveText(/: all \d+ rows shown$/);
  });

  test('articles, headings and rows can be copied and reported', async ({ page }) => {
    await page.goto('/articles/tea-coffee-or-cocoa/');
    await page.mouse.move(9, 9);
    await expect(
      article(page)
        .getByRole('row')
        .getByRole('button', { name: /^Copy a link to/ })
        .first(),
    ).toBeAttached();
    await expect(
      article(page)
        .getByRole('heading')
        .getByRole('button', { name: /^Copy a link to/ })
        .first(),
    ).toBeAttached();
    await expect(article(page).getByRole('heading', { level: 1 }).getByRole('button')).toHaveCount(
      0,
    );
    const report = page.getByRole('link', { name: 'Report a mistake here' });
    await article(page).getByRole('heading', { level: 2 }).nth(2).scrollIntoViewIfNeeded();
    await report.focus();
    await expect(report).toHaveAttribute('href', /Section/);
  });

  test('the contents follow the reading', async ({ page }) => {
    await page.goto('/articles/tea-coffee-or-cocoa/');
    await page.mouse.wheel(0, 2500);
    await expect(
      page.getByRole('navigation', { name: 'On this page' }).locator('[aria-current="true"]'),
    ).toHaveCount(1);
  });

  test('a chooser recommends', async ({ page }) => {
    await page.goto('/articles/which-drink/');
    const form = page.getByRole('form').filter({ has: page.getByRole('radio') });
    const result = page.locator('decision-chooser').getByRole('status');
    for (let open = 1; open < 10; open += 1) {
      if ((await result.textContent())?.includes('Recommendation')) break;
      const group = form.getByRole('group').filter({ hasNot: page.locator(':checked') });
      await group.first().getByRole('radio').first().check();
    }
    await expect(result).toContainText('Recommendation');
  });

  test('the search finds, and the theme is chosen', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'Search' }).first().click();
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
    await page.goto('/search/?q=tannin');
    const list = page.getByRole('list', { name: 'Search results' });
    await expect(list.getByRole('link').first()).toBeVisible();
    await page.goto('/search/?q=zzzzqqq');
    await expect(page.getByRole('region', { name: 'Instead' })).toBeVisible();
  });
});
