import { parseCsv } from '#domain/csv.ts';
import { listFaults } from '../fixtures/axe.ts';
import { drinks } from '../fixtures/settings.ts';
import { readShelf } from '../fixtures/shelf.ts';
import { expect, type Page, test } from '../fixtures/test.ts';

// Three subjects, and rows that are the same in all columns; two subjects, and such rows; three, and none.
const [cleaning, brewing, triple] = ['who-cleans-what', 'brewing', 'hot-drinks'] as const;
const phone = { width: 320, height: 700 };
const wide = { width: 1440, height: 900 };

const at = (id: string, rest = '') => `/comparisons/${id}/${rest}`;
const heads = (page: Page) => page.getByRole('columnheader').filter({ visible: true });
const rows = (page: Page) => page.locator('tr:has(> th[scope="row"])').filter({ visible: true });
const same = (page: Page) => page.locator('tr[data-same]');
const column = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Columns' }).getByRole('checkbox', { name });
const differences = (page: Page) => page.getByRole('checkbox', { name: 'Only differences' });
const status = (page: Page) => page.locator('table-tools').getByRole('status');
const isWideAsPage = (page: Page) =>
  page.evaluate(
    () => document.documentElement.scrollWidth === document.documentElement.clientWidth,
  );

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    for (const id of [cleaning, brewing]) {
      test(`only differences hides the equal rows of ${id}, but none that is arrived at, and all are printed`, async ({
        page,
      }) => {
        await page.setViewportSize(wide);
        const anchor = await page.goto(at(id)).then(() => same(page).first().getAttribute('id'));
        const [all, equal] = [await rows(page).count(), await same(page).count()];
        await differences(page).check();
        await expect(rows(page)).toHaveCount(all - equal);
        await expect(same(page).first()).toBeHidden();
        await page.goto(at(id, `#${anchor}`));
        await differences(page).check();
        await expect(page.locator(':target')).toBeVisible();
        await expect(rows(page)).toHaveCount(all - equal + 1);
        await page.emulateMedia({ media: 'print' });
        await expect(rows(page)).toHaveCount(all);
      });
    }

    test('a group without a row to show hides its head', async ({ page }) => {
      await page.goto(at(cleaning));
      const group = page
        .locator('tbody', { has: page.locator('tr[data-same]') })
        .filter({ hasNot: page.locator('tr:has(> th[scope="row"]):not([data-same])') });
      const head = group.first().locator('tr:has(> th[scope="rowgroup"])');
      await expect(head).toBeVisible();
      await differences(page).check();
      await expect(head).toBeHidden();
    });

    test('a column that is not chosen is hidden, and printed all the same', async ({ page }) => {
      await page.setViewportSize(wide);
      await page.goto(at(triple));
      await expect(heads(page)).toHaveText(['Criterion', 'Tea', 'Filter coffee', 'Cocoa']);
      await column(page, 'Filter coffee').uncheck();
      await expect(heads(page)).toHaveText(['Criterion', 'Tea', 'Cocoa']);
      await expect(rows(page).first().getByRole('cell').filter({ visible: true })).toHaveCount(2);
      await page.emulateMedia({ media: 'print' });
      await expect(heads(page)).toHaveCount(4);
    });

    test('a phone shows two columns, which fit, and their heads stay above the row that is arrived at', async ({
      page,
    }) => {
      await page.setViewportSize(phone);
      await page.goto(at(triple, `#${triple}--strength`));
      await expect(heads(page)).toHaveText(['Criterion', 'Tea', 'Filter coffee']);
      expect(await isWideAsPage(page)).toBe(true);
      const target = await page.locator(':target').boundingBox();
      for (const head of await heads(page).all()) {
        const box = await head.boundingBox();
        expect(Math.round(box?.y ?? -1)).toBe(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((target?.y ?? 0) + 1);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
        expect(box?.width).toBeGreaterThan(80);
      }
    });

    test('the longest name of a subject, on a phone, leaves the row that is arrived at in sight', async ({
      page,
    }) => {
      await page.setViewportSize(phone);
      await page.goto(at(triple));
      await page.locator('thead th').evaluateAll((all) => {
        for (const head of all.slice(1))
          head.textContent = 'Wonderful machines with heavy management';
      });
      const row = rows(page).nth(4);
      await page.goto(at(triple, `#${await row.getAttribute('id')}`));
      const [head, target] = [await heads(page).last().boundingBox(), await row.boundingBox()];
      expect(head?.y).toBe(0);
      expect(head?.height).toBeLessThanOrEqual(target?.y ?? 0);
    });

    test('the table can be downloaded in three forms, and a wrong fact in it reported', async ({
      page,
      request,
    }) => {
      await page.goto(at(brewing));
      await page.getByText('Copy or download').click();
      for (const [type, part] of [
        ['Markdown', '| Criterion | Filter coffee | Espresso |'],
        ['CSV', 'Group,Criterion,Filter coffee,'],
        ['JSON', '"label": "Filter coffee"'],
      ] as const) {
        const link = page.getByRole('link', { name: type, exact: true });
        await expect(link).toBeVisible();
        expect(await (await request.get((await link.getAttribute('href')) ?? '')).text()).toContain(
          part,
        );
      }
      await expect(page.getByRole('link', { name: 'Report a wrong fact' })).toHaveAttribute(
        'href',
        /^mailto:.+KB-1002/,
      );
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test('on a phone a column gives way to the next one when its tick goes', async ({ page }) => {
    await page.goto(at(triple));
    await column(page, 'Filter coffee').uncheck();
    await expect(heads(page)).toHaveText(['Criterion', 'Tea', 'Cocoa']);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('one tap puts a column in the place of another, and the boxes say which two are shown', async ({
    page,
  }) => {
    await page.goto(at(triple));
    await expect(column(page, 'Cocoa')).not.toBeChecked();
    await column(page, 'Cocoa').check();
    await expect(heads(page)).toHaveText(['Criterion', 'Tea', 'Cocoa']);
    await expect(column(page, 'Filter coffee')).not.toBeChecked();
    await expect(status(page)).toHaveText(/^Tea, Cocoa: all \d+ rows shown$/);
    await expect(page).toHaveURL(at(triple, '?columns=tea,cocoa'));
    await column(page, 'Filter coffee').check();
    await expect(heads(page)).toHaveText(['Criterion', 'Filter coffee', 'Cocoa']);
    await page.setViewportSize(wide);
    await expect(heads(page)).toHaveCount(3);
  });

  test('turned to its side, it shows all columns again', async ({ page }) => {
    await page.goto(at(triple));
    await expect(heads(page)).toHaveCount(3);
    await page.setViewportSize({ width: 700, height: 320 });
    await expect(heads(page)).toHaveCount(4);
    await page.setViewportSize(phone);
    await expect(heads(page)).toHaveCount(3);
  });

  test('a table of five subjects and long words leaves the page as wide as the screen', async ({
    page,
  }) => {
    await page.goto(at(triple));
    await page.locator('table-tools [role="group"]').evaluate((group) => {
      for (const row of group
        .closest(':has(> table-region)')
        ?.querySelectorAll('tr:not(:has(> th[scope="rowgroup"]))') ?? []) {
        for (const _ of [4, 5]) row.append(row.lastElementChild?.cloneNode(true) ?? '');
      }
      for (const id of ['four', 'five']) {
        const box = Object.assign(document.createElement('input'), {
          type: 'checkbox',
          id,
          checked: true,
        });
        group.append(
          box,
          Object.assign(document.createElement('label'), {
            htmlFor: id,
            textContent: `Number ${id}`,
          }),
        );
      }
      for (const cell of document.querySelectorAll('td'))
        cell.prepend('Donaudampfschifffahrtsgesellschaft');
    });
    await expect(heads(page)).toHaveCount(3);
    expect(await isWideAsPage(page)).toBe(true);
    await page.setViewportSize(wide);
    await expect(heads(page)).toHaveCount(6);
    expect(await isWideAsPage(page)).toBe(true);
  });
});

test.describe('on a wide screen', () => {
  test.use({ viewport: wide });

  test('two columns are the least, and the box that would leave one keeps its tick and the focus', async ({
    page,
  }) => {
    await page.goto(at(triple));
    await column(page, 'Cocoa').uncheck();
    const last = column(page, 'Tea');
    await expect(last).toBeDisabled();
    await last.focus();
    await page.keyboard.press('Space');
    await expect(last).toBeChecked();
    await expect(last).toBeFocused();
    await expect(heads(page)).toHaveCount(3);
    await column(page, 'Cocoa').check();
    await expect(last).toBeEnabled();
    await expect(page).toHaveURL(at(triple));
  });

  test('the address holds what is shown, outlasts a reload, and opens for others', async ({
    page,
    context,
  }) => {
    const anchor = `#${cleaning}--watch`;
    await page.goto(at(cleaning, `?from=mail${anchor}`));
    const length = await page.evaluate(() => history.length);
    await differences(page).check();
    await column(page, 'Host at home').uncheck();
    await expect(page).toHaveURL(
      at(cleaning, `?from=mail&differences&columns=guest,cafe${anchor}`),
    );
    expect(await page.evaluate(() => history.length)).toBe(length);
    const shown = await status(page).textContent();
    expect(shown).toMatch(/^Guest, Café: \d+ of 12 rows shown$/);
    await page.reload();
    await expect(status(page)).toHaveText(shown ?? '');
    await expect(differences(page)).toBeChecked();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(heads(other)).toHaveText(['Criterion', 'Guest', 'Café']);
    await differences(page).uncheck();
    await column(page, 'Host at home').check();
    await expect(page).toHaveURL(at(cleaning, `?from=mail${anchor}`));
    await expect(status(page)).toHaveText(/: all 12 rows shown$/);
  });

  test('an address that asks for what is not there shows the table as it is', async ({ page }) => {
    await page.goto(at(triple, '?columns=tea,teapot'));
    await expect(status(page)).toBeAttached();
    await expect(heads(page)).toHaveCount(4);
  });

  test('only differences means those among the columns that are shown', async ({ page }) => {
    await page.goto(at(cleaning, '?differences'));
    await expect(status(page)).toHaveText(/ of 12 rows shown$/);
    const before = await rows(page).count();
    await column(page, 'Guest').uncheck();
    await expect(status(page)).toHaveText(/^Host at home, Café: /);
    await expect(rows(page)).not.toHaveCount(before);
    for (const row of await rows(page).all()) {
      const cells = row.getByRole('cell').filter({ visible: true });
      const words = await cells.evaluateAll((tds) =>
        tds.map((td) =>
          td.querySelector('[data-state="unknown"]') ? Math.random() : td.firstChild?.textContent,
        ),
      );
      expect(new Set(words).size).toBe(2);
    }
  });

  test('a second table on a page says which it is in the address', async ({ page }) => {
    await page.goto(at(triple));
    await page.evaluate(() => {
      const copy = document.querySelector(':has(> table-region)')?.cloneNode(true) as HTMLElement;
      copy.querySelector('table')?.setAttribute('id', 'second');
      document.querySelector(':has(> table-region)')?.after(copy);
    });
    const tools = page.locator('table-tools').nth(1);
    await tools.getByRole('checkbox').first().uncheck();
    await expect(page).toHaveURL(at(triple, '?second.columns=coffee,cocoa'));
    await expect(page.locator('table').first().getByRole('columnheader')).toHaveCount(4);
  });

  test('links that are copied stay clean, and the menu of a row reports a fact in it', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/articles/tea-coffee-or-cocoa/?columns=tea,cocoa`);
    const row = page.locator(`#${triple}--vessel`);
    await row.hover();
    await row.getByRole('button', { name: 'Copy a link to “Vessel”' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      new RegExp(`› Vessel \\(KB-1001\\)\\s+${drinks.toUrl(`/k/1001/#${triple}--vessel`)}$`),
    );
    const report = page
      .getByRole('group', { name: 'Copy instead as' })
      .getByRole('link', { name: 'Report a wrong fact' });
    const { searchParams } = new URL((await report.getAttribute('href')) ?? '');
    expect(searchParams.get('subject')).toMatch(/^Mistake in KB-1001: .+ › Vessel$/);
    expect(searchParams.get('body')).toContain(
      `Link: ${drinks.toUrl(`/k/1001/#${triple}--vessel`)}\r\n`,
    );
    await page.keyboard.press('Escape');
    await page.locator(':has(> [rel="bookmark"])').getByRole('button').click();
    await expect(page.getByRole('group', { name: 'Copy instead as' })).toBeVisible();
    await expect(report).toBeHidden();
  });

  test('the whole table is copied as CSV, whatever is shown of it', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(at(triple, '?columns=tea,cocoa'));
    await page.getByText('Copy or download').click();
    await page.getByRole('button', { name: 'Copy the table as CSV' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied: ' })).toHaveText(
      'Copied: the table as CSV',
    );
    const { rows: copied } = parseCsv(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied[0]?.cells).toContain('Filter coffee');
    expect(copied.length).toBe((await rows(page).count()) + 1);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the tools when they are open, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(at(cleaning, '?differences&columns=guest,host'));
      await page.getByText('Copy or download').click();
      await expect(page.getByRole('button', { name: 'Copy the table as JSON' })).toBeVisible();
      expect(await listFaults(page)).toEqual([]);
    });
  }
});

test('on a phone a criterion stands above its values, which lie side by side and are still a table', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(at(triple));
  const row = rows(page).first();
  const head = await row.getByRole('rowheader').boundingBox();
  const values = await Promise.all(
    (await row.getByRole('cell').all()).map((cell) => cell.boundingBox()),
  );
  expect(values).toHaveLength(2);
  for (const value of values) {
    expect(value?.width).toBeGreaterThanOrEqual(150);
    expect(value?.y).toBe((head?.y ?? 0) + (head?.height ?? 0));
  }
  expect(values[1]?.x).toBeGreaterThan((values[0]?.x ?? 0) + 150);
  const table = page.getByRole('table').first();
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await expect(table.getByRole('row')).not.toHaveCount(0);
  // Set by the script: a browser that takes a row for a box is told what it is.
  await expect(table.locator('tr:not([role="row"]), td:not([role="cell"])')).toHaveCount(0);
});

for (const [id, { article }] of readShelf('tests/fixtures/shelf').comparisons) {
  test(`on paper ${id} has its sources and its permalink below it`, async ({ page }) => {
    await page.goto(`/articles/${article}/`);
    await page.emulateMedia({ media: 'print' });
    const section = page.locator(`:has(> table-region #${id})`);
    await expect(page.locator('li[id^="source-"]').first()).toBeVisible();
    await expect(section.getByText(new RegExp(`/k/\\d+/#${id}$`))).toBeVisible();
    await expect(section.locator('table-tools')).toBeHidden();
  });
}
