import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { parseCsv } from '#domain/csv.ts';
import { site } from '../fixtures/settings.ts';
import { COMPARISONS } from '../fixtures/site.ts';

// Three subjects, and rows that are the same in all columns; two subjects, and such rows; three, and none.
const [layers, systems, machines] = [
  'who-patches-what',
  'os-vs-application-containers',
  'vms-vs-containers',
] as const;
const phone = { width: 320, height: 700 };
const wide = { width: 1440, height: 900 };

const at = (id: string, rest = '') => `/comparisons/${id}/${rest}`;
const heads = (page: Page) => page.getByRole('columnheader').filter({ visible: true });
const rows = (page: Page) => page.locator('tbody tr:not(.group)').filter({ visible: true });
const same = (page: Page) => page.locator('tr.same');
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

    for (const id of [layers, systems]) {
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
      await page.goto(at(layers));
      const group = page
        .locator('tbody', { has: page.locator('tr.same') })
        .filter({ hasNot: page.locator('tr:not(.same, .group)') });
      const head = group.first().locator('.group');
      await expect(head).toBeVisible();
      await differences(page).check();
      await expect(head).toBeHidden();
    });

    test('a column that is not chosen is hidden, and printed all the same', async ({ page }) => {
      await page.setViewportSize(wide);
      await page.goto(at(machines));
      await expect(heads(page)).toHaveText([
        'Criterion',
        'Virtual machine',
        'MicroVM or sandbox',
        'Container',
      ]);
      await column(page, 'MicroVM or sandbox').uncheck();
      await expect(heads(page)).toHaveText(['Criterion', 'Virtual machine', 'Container']);
      await expect(rows(page).first().getByRole('cell').filter({ visible: true })).toHaveCount(2);
      await page.emulateMedia({ media: 'print' });
      await expect(heads(page)).toHaveCount(4);
    });

    test('a phone shows two columns, which fit, and their heads stay above the row that is arrived at', async ({
      page,
    }) => {
      await page.setViewportSize(phone);
      await page.goto(at(machines, `#${machines}--density`));
      await expect(heads(page)).toHaveText(['Criterion', 'Virtual machine', 'MicroVM or sandbox']);
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

    test('the table can be downloaded in three forms, and a wrong fact in it reported', async ({
      page,
      request,
    }) => {
      await page.goto(at(systems));
      await page.getByText('Copy or download').click();
      for (const [type, part] of [
        ['Markdown', '| Criterion | System container | Application container |'],
        ['CSV', 'Group,Criterion,System container,'],
        ['JSON', '"label": "System container"'],
      ] as const) {
        const link = page.getByRole('link', { name: type, exact: true });
        await expect(link).toBeVisible();
        expect(await (await request.get((await link.getAttribute('href')) ?? '')).text()).toContain(
          part,
        );
      }
      await expect(page.getByRole('link', { name: 'Report a wrong fact' })).toHaveAttribute(
        'href',
        /^mailto:.+KB-1010/,
      );
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test('on a phone a column gives way to the next one when its tick goes', async ({ page }) => {
    await page.goto(at(machines));
    await column(page, 'MicroVM or sandbox').uncheck();
    await expect(heads(page)).toHaveText(['Criterion', 'Virtual machine', 'Container']);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('one tap puts a column in the place of another, and the boxes say which two are shown', async ({
    page,
  }) => {
    await page.goto(at(machines));
    await expect(column(page, 'Container')).not.toBeChecked();
    await column(page, 'Container').check();
    await expect(heads(page)).toHaveText(['Criterion', 'Virtual machine', 'Container']);
    await expect(column(page, 'MicroVM or sandbox')).not.toBeChecked();
    await expect(status(page)).toHaveText(/^Virtual machine, Container: all \d+ rows shown$/);
    await expect(page).toHaveURL(at(machines, '?columns=vm,container'));
    await column(page, 'MicroVM or sandbox').check();
    await expect(heads(page)).toHaveText(['Criterion', 'MicroVM or sandbox', 'Container']);
    await page.setViewportSize(wide);
    await expect(heads(page)).toHaveCount(3);
  });

  test('turned to its side, it shows all columns again', async ({ page }) => {
    await page.goto(at(machines));
    await expect(heads(page)).toHaveCount(3);
    await page.setViewportSize({ width: 700, height: 320 });
    await expect(heads(page)).toHaveCount(4);
    await page.setViewportSize(phone);
    await expect(heads(page)).toHaveCount(3);
  });

  test('a table of five subjects and long words leaves the page as wide as the screen', async ({
    page,
  }) => {
    await page.goto(at(machines));
    await page.locator('table-tools fieldset').evaluate((fieldset) => {
      for (const row of fieldset.closest('.comparison')?.querySelectorAll('tr:not(.group)') ?? []) {
        for (const _ of [4, 5]) row.append(row.lastElementChild?.cloneNode(true) ?? '');
      }
      for (const id of ['four', 'five']) {
        const box = Object.assign(document.createElement('input'), {
          type: 'checkbox',
          id,
          checked: true,
        });
        fieldset.append(
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
    await page.goto(at(machines));
    await column(page, 'Container').uncheck();
    const last = column(page, 'Virtual machine');
    await expect(last).toBeDisabled();
    await last.focus();
    await page.keyboard.press('Space');
    await expect(last).toBeChecked();
    await expect(last).toBeFocused();
    await expect(heads(page)).toHaveCount(3);
    await column(page, 'Container').check();
    await expect(last).toBeEnabled();
    await expect(page).toHaveURL(at(machines));
  });

  test('the address holds what is shown, outlasts a reload, and opens for others', async ({
    page,
    context,
  }) => {
    const anchor = `#${layers}--update-watch`;
    await page.goto(at(layers, `?from=mail${anchor}`));
    const length = await page.evaluate(() => history.length);
    await differences(page).check();
    await column(page, 'Docker container').uncheck();
    await expect(page).toHaveURL(
      at(layers, `?from=mail&differences&columns=certified,elastic-vps${anchor}`),
    );
    expect(await page.evaluate(() => history.length)).toBe(length);
    const shown = await status(page).textContent();
    expect(shown).toMatch(/^Certified container, Elastic VPS: \d+ of 12 rows shown$/);
    await page.reload();
    await expect(status(page)).toHaveText(shown ?? '');
    await expect(differences(page)).toBeChecked();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(heads(other)).toHaveText(['Criterion', 'Certified container', 'Elastic VPS']);
    await differences(page).uncheck();
    await column(page, 'Docker container').check();
    await expect(page).toHaveURL(at(layers, `?from=mail${anchor}`));
    await expect(status(page)).toHaveText(/: all 12 rows shown$/);
  });

  test('an address that asks for what is not there shows the table as it is', async ({ page }) => {
    await page.goto(at(machines, '?columns=vm,teapot'));
    await expect(status(page)).toBeAttached();
    await expect(heads(page)).toHaveCount(4);
  });

  test('only differences means those among the columns that are shown', async ({ page }) => {
    await page.goto(at(layers, '?differences'));
    await expect(status(page)).toHaveText(/ of 12 rows shown$/);
    const before = await rows(page).count();
    await column(page, 'Certified container').uncheck();
    await expect(status(page)).toHaveText(/^Docker container, Elastic VPS: /);
    await expect(rows(page)).not.toHaveCount(before);
    for (const row of await rows(page).all()) {
      const cells = row.getByRole('cell').filter({ visible: true });
      const words = await cells.evaluateAll((tds) =>
        tds.map((td) =>
          td.querySelector('.is-unknown') ? Math.random() : td.firstChild?.textContent,
        ),
      );
      expect(new Set(words).size).toBe(2);
    }
  });

  test('a second table on a page says which it is in the address', async ({ page }) => {
    await page.goto(at(machines));
    await page.evaluate(() => {
      const copy = document.querySelector('.comparison')?.cloneNode(true) as HTMLElement;
      copy.querySelector('table')?.setAttribute('id', 'second');
      document.querySelector('.comparison')?.after(copy);
    });
    const tools = page.locator('table-tools').nth(1);
    await tools.getByRole('checkbox').first().uncheck();
    await expect(page).toHaveURL(at(machines, '?second.columns=microvm,container'));
    await expect(page.locator('table').first().getByRole('columnheader')).toHaveCount(4);
  });

  test('links that are copied stay clean, and the menu of a row reports a fact in it', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/articles/${machines}/?columns=vm,container`);
    const row = page.locator(`#${machines}--kernel`);
    await row.hover();
    await row.getByRole('button', { name: 'Copy a link to “Kernel”' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied as Link' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      new RegExp(`› Kernel \\(KB-1001\\)\\s+${site.toUrl(`/k/1001/#${machines}--kernel`)}$`),
    );
    const report = page
      .getByRole('group', { name: 'Copy as' })
      .getByRole('link', { name: 'Report a wrong fact' });
    const { searchParams } = new URL((await report.getAttribute('href')) ?? '');
    expect(searchParams.get('subject')).toMatch(/^Mistake in KB-1001: .+ › Kernel$/);
    expect(searchParams.get('body')).toContain(
      `Link: ${site.toUrl(`/k/1001/#${machines}--kernel`)}\r\n`,
    );
    await page.keyboard.press('Escape');
    await page.locator('.facts-line').getByRole('button').click();
    await expect(page.getByRole('group', { name: 'Copy as' })).toBeVisible();
    await expect(report).toBeHidden();
  });

  test('the whole table is copied as CSV, whatever is shown of it', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(at(machines, '?columns=vm,container'));
    await page.getByText('Copy or download').click();
    await page.getByRole('button', { name: 'Copy the table as CSV' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied: ' })).toHaveText(
      'Copied: the table as CSV',
    );
    const { rows: copied } = parseCsv(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied[0]?.cells).toContain('MicroVM or sandbox');
    expect(copied.length).toBe((await rows(page).count()) + 1);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the tools when they are open, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(at(layers, '?differences&columns=certified,docker'));
      await page.getByText('Copy or download').click();
      await expect(page.getByRole('button', { name: 'Copy the table as JSON' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        ),
      ).toEqual([]);
    });
  }
});

for (const id of COMPARISONS) {
  test(`on paper ${id} has its sources and its permalink below it`, async ({ page }) => {
    await page.goto(`/articles/${id}/`);
    await page.emulateMedia({ media: 'print' });
    const section = page.locator('.comparison').filter({ has: page.locator(`table#${id}`) });
    await expect(section.locator('.references li').first()).toBeVisible();
    await expect(section.getByText(new RegExp(`/k/\\d+/#${id}$`))).toBeVisible();
    await expect(section.locator('table-tools')).toBeHidden();
  });
}
