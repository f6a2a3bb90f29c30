import { expectAccessible, listFaults } from '../fixtures/axe.ts';
import { KINDS } from '../fixtures/kinds.ts';
import { expect, type Page, test } from '../fixtures/test.ts';

const TICKET = 'White flakes swim in my cup since we moved, and the kettle gets loud';

// What a page shows only after somebody did something.
const states: Record<string, (page: Page) => Promise<void>> = {
  'search results': async (page) => {
    await page.goto('/search/?q=cofefe');
    await expect(
      page.getByRole('list', { name: 'Search results' }).getByRole('listitem').first(),
    ).toBeVisible();
  },
  'a search that finds nothing': async (page) => {
    await page.goto('/search/?q=zzqxj');
    await expect(page.getByRole('region', { name: 'Instead' })).toBeVisible();
  },
  'suggestions for a ticket': async (page) => {
    await page.goto('/suggest/');
    await page.getByLabel('Ticket text').fill(TICKET);
    await expect(
      page.getByRole('list', { name: 'Suggested articles' }).getByRole('link').first(),
    ).toBeVisible();
  },
  'the answer of a chooser': async (page) => {
    await page.goto('/articles/which-drink/');
    await page.getByRole('radio').first().check();
    await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible();
  },
  'the open sources of a table': async (page) => {
    await page.goto('/comparisons/brewing/');
    await page.getByText(/^Sources of this table/).click();
  },
  'a path that leads nowhere': async (page) => {
    await page.goto('/no/such/tea-or-cofefe/');
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  },
  'the search dialogue': async (page) => {
    await page.goto('/articles/what-is-tea/');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('tannin');
    await expect(page.getByRole('dialog').getByRole('option').nth(2)).toBeVisible();
    await page.keyboard.press('ArrowDown');
  },
};

for (const path of KINDS)
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });

for (const [name, reach] of Object.entries(states))
  test(`axe finds nothing in ${name}`, async ({ page }) => {
    await reach(page);
    await expectAccessible(page);
  });

test('a contrast below 7:1 is found, and measured where axe cannot decide', async ({ page }) => {
  await page.setContent(
    '<html lang="en"><title>Contrast</title><main><h1>Contrast</h1><p style="color: #777; background: linear-gradient(white, silver)">grey on a gradient</p><p style="color: black; background: linear-gradient(white, silver)">black on a gradient</p><p style="color: #666">grey</p></main>',
  );
  expect(await listFaults(page)).toEqual([
    'color-contrast: p:nth-child(4)',
    expect.stringMatching(/^contrast of 2\.\d: <p style="color: #777/),
  ]);
});

test('the keyboard scrolls a table that is too wide', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/articles/what-is-tea/');
  const table = page.getByRole('region', { name: /^Table: Kind/ });
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test('a table that fits is no stop for the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/comparisons/brewing/');
  await expect(page.locator('table-region')).not.toHaveAttribute('tabindex');
});
