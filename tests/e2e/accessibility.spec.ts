import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

// One page for each layout and kind of content.
const pages = [
  '/',
  '/articles/vms-vs-containers/',
  '/articles/certified-vs-docker-containers/',
  '/articles/choose-vm-or-container/',
  '/articles/container-lifecycle/',
  '/articles/namespaces-and-cgroups/',
  '/articles/multi-container-applications/',
  '/topics/basics/',
  '/comparisons/',
  '/comparisons/vms-vs-containers/',
  '/glossary/',
  '/sources/',
  '/search/',
  '/search/?q=dokcer',
  '/suggest/#t=My%20container%20was%20killed%20with%20code%20137%20and%20the%20files%20are%20gone',
  '/no/such/page/',
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries({ phone: { width: 320, height: 700 }, desktop: { width: 1440, height: 900 } })) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport });
      test('axe finds nothing in the search dialogue', async ({ page }) => {
        await page.goto('/articles/what-is-docker/');
        await page.keyboard.press('/');
        await page.getByRole('combobox').fill('hypervisor');
        await expect(page.getByRole('option').nth(2)).toBeVisible();
        await page.keyboard.press('ArrowDown');
        await expectNoViolations(page);
      });

      for (const path of pages) {
        test(`axe finds nothing on ${path}`, async ({ page }) => {
          await page.goto(path);
          await page.waitForLoadState('networkidle');
          await expectNoViolations(page);
        });
      }
    });
  }
}

test('the keyboard reaches the content past the chrome, and scrolls a table that is too wide', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/comparisons/vms-vs-containers/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const table = page.getByRole('region', { name: /./ }).and(page.locator('[tabindex="0"]'));
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test('a table that fits is no stop for the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/comparisons/images-vs-containers/');
  await expect(page.locator('table-region')).not.toHaveAttribute('tabindex');
});

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}
