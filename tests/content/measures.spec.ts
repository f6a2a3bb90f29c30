import { expect, test } from '../fixtures/test.ts';

// What each row may take of a window's height: more is a table that nobody scans. By the row, since words change.
const TABLE = '/articles/vms-vs-containers/';
const LIMITS = [
  { width: 390, row: 5400 / 29, before: 230 },
  { width: 1440, row: 4300 / 29, before: 150 },
];

test('a phone shows the pair that the title names', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(TABLE);
  const heads = page.getByRole('table').first().getByRole('columnheader');
  await expect(heads.filter({ visible: true })).toHaveText([
    'Criterion',
    'Virtual machine',
    'Container',
  ]);
});

for (const { width, row, before } of LIMITS)
  test(`a table in a window of ${width} px wastes no room`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(TABLE);
    await page.waitForLoadState('networkidle');
    const table = page.getByRole('table').first();
    const found = await table.evaluate((element) => {
      const [first] = element.querySelectorAll('tr:has(> [scope="row"])');
      const whole = element.closest(':has(> table-tools)');
      return {
        height: element.getBoundingClientRect().height,
        rows: element.querySelectorAll('[scope="row"]').length,
        before:
          (first?.getBoundingClientRect().top ?? 0) - (whole?.getBoundingClientRect().top ?? 0),
        narrowest: Math.min(
          ...[...element.querySelectorAll('td')]
            .filter((cell) => cell.checkVisibility())
            .map((cell) => cell.getBoundingClientRect().width),
        ),
      };
    });
    expect(found.rows).toBeGreaterThan(20);
    expect(found.height / found.rows).toBeLessThanOrEqual(row);
    expect(found.before).toBeLessThanOrEqual(before);
    expect(found.narrowest).toBeGreaterThanOrEqual(150);
  });

test('the letters of the glossary stay in sight', async ({ page }) => {
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/glossary/');
    await page.locator('dt').last().scrollIntoViewIfNeeded();
    await expect(page.getByRole('navigation', { name: 'Terms by letter' })).toBeInViewport();
  }
});
