import { drinks } from '../fixtures/settings.ts';
import { expect, type Page, test } from '../fixtures/test.ts';

// One page of each layout.
const PAGES = [
  '/',
  '/articles/which-drink/',
  '/comparisons/',
  '/comparisons/hot-drinks/',
  '/topics/start/',
  '/glossary/',
  '/search/?q=kettle',
  '/suggest/',
  '/no/such/page/',
];

test('from the skip link through the header into the search, to an article', async ({ page }) => {
  await page.goto('/');
  expect(await tabTo(page, 'button "Search"')).toEqual([
    'link "Skip to the content"',
    `link "${drinks.name}"`,
    'link "Topics"',
    'link "Comparisons"',
    'link "Glossary"',
    'link "Sources"',
    'button "Search"',
  ]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('tannin');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await nameFocus(page)).toBe('button "Search"');

  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('combobox').press('Control+a');
  await page.keyboard.type('tea coffee or cocoa');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(
    'Tea, coffee or cocoa',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articles\/tea-coffee-or-cocoa\//);
});

test('nothing behind the search dialogue takes the focus', async ({ page }) => {
  await page.goto('/articles/what-is-tea/');
  await tabTo(page, 'button "Search"');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('kettle');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab');
    // Between the last and the first stop of a dialogue lie those of the browser itself, where the body has the focus.
    await expect(page.locator('body *:focus:not(dialog[open] *)')).toHaveCount(0);
  }
});

test('the skip link leaves the chrome behind, and a link of the contents leads to its heading', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/articles/tea-coffee-or-cocoa/');
  await page.keyboard.press('Tab');
  expect(await nameFocus(page)).toBe('link "Skip to the content"');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(await tabTo(page, 'link "KB-1001, permanent link"')).not.toContain('link "Glossary"');
  const summary = page.getByText('On this page').locator('visible=true');
  await tabUntil(page, () => summary.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await tabTo(page, 'link "Sources"');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sources', exact: true })).toBeInViewport();
  // The next stop is in the section that was jumped to.
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('region', { name: 'Sources', exact: true }).locator(':focus'),
  ).toHaveCount(1);
});

test('a table that is too wide for a phone is reached, scrolled and left', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/articles/what-is-tea/');
  const table = page.locator('table-region').first();
  await tabUntil(page, () => table.evaluate((region) => region === document.activeElement));
  expect(await nameFocus(page)).toMatch(/^region "/);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
  await tabUntil(page, () => table.evaluate((region) => !region.contains(document.activeElement)));
  await expect(page.locator('[data-prose] :focus')).toHaveCount(1);
});

test('the chooser is answered by arrows, and starts again', async ({ page }) => {
  await page.goto('/articles/which-drink/');
  const first = page.getByRole('radio').first();
  await tabUntil(page, () => first.evaluate((radio) => radio === document.activeElement));
  expect(await nameFocus(page)).toMatch(/^radio "/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(first).not.toBeChecked();
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await tabTo(page, 'button "Start again"');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a ticket is pasted, its suggestions are walked through, and no field keeps the focus', async ({
  page,
}) => {
  await page.goto('/suggest/');
  await tabTo(page, 'textbox "Ticket text"');
  await page.keyboard.insertText(
    'White flakes swim in my cup since we moved, and the kettle gets loud',
  );
  const suggested = page.getByRole('list', { name: 'Suggested articles' });
  await expect(suggested.getByRole('link').first()).toBeVisible();
  expect(await tabTo(page, 'button "Clear"')).toEqual([
    'button "Suggest articles"',
    'button "Clear"',
  ]);
  await page.keyboard.press('Tab');
  await expect(suggested.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  expect(await nameFocus(page)).toBe('button "Clear"');
});

for (const path of PAGES)
  for (const width of [320, 1440])
    test(`at ${width} pixels, Tab walks through ${path} in reading order, seen at each stop, and comes to an end`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height: 700 });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const faults: string[] = [];
      let stops = 0;
      for (; stops < 600; stops += 1) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(checkFocus);
        if (fault === undefined) break;
        if (fault !== '') faults.push(fault);
      }
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(8);
      expect(stops).toBeLessThan(600);
    });

/** Runs in the browser: what is wrong with the focus; empty when nothing is, undefined when it has left the page. */
async function checkFocus(): Promise<string | undefined> {
  const focus = document.activeElement;
  if (focus === null || focus === document.body) return undefined;
  const name = focus.outerHTML.slice(0, 100);
  // What opens beside a mark is the next stop, wherever it stands in the page.
  if (focus.closest('[popover]') !== null) return '';
  const last = document.querySelector('[data-walked]');
  last?.removeAttribute('data-walked');
  focus.setAttribute('data-walked', '');
  if (last !== null && !(last.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING))
    return `comes after what follows it: ${name}`;
  const style = getComputedStyle(focus);
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2)
    return `has no visible focus: ${name}`;
  // At least one point of it is in view and not covered by something else.
  const isSeen = () =>
    [...focus.getClientRects()].some(({ left, right, top, bottom }) =>
      [0.1, 0.5, 0.9].some((across) =>
        [0.1, 0.5, 0.9].some((down) => {
          const hit = document.elementFromPoint(
            left + (right - left) * across,
            top + (bottom - top) * down,
          );
          return hit !== null && (focus.contains(hit) || hit.contains(focus));
        }),
      ),
    );
  // The browser may scroll to it a few frames later.
  for (let frame = 0; frame < 30 && !isSeen(); frame += 1) await new Promise(requestAnimationFrame);
  return isSeen() ? '' : `is out of sight: ${name}`;
}

/** Presses Tab until the element of this role and name has the focus; returns all that had it on the way. */
async function tabTo(page: Page, name: string): Promise<string[]> {
  const passed: string[] = [];
  await tabUntil(page, async () => {
    passed.push(await nameFocus(page));
    return passed.at(-1) === name;
  }).catch(() => {
    throw new Error(`${name} is not reached: ${passed.join(', ')}`);
  });
  return passed;
}

async function tabUntil(page: Page, isReached: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    await page.keyboard.press('Tab');
    if (await isReached()) return;
  }
  throw new Error('300 stops, and not the one that is looked for');
}

/** The role and the accessible name of what has the focus, as in `link "Glossary"`. */
async function nameFocus(page: Page): Promise<string> {
  const focus = page.locator(':focus');
  if ((await focus.count()) === 0) return 'nothing';
  const [line = ''] = (await focus.ariaSnapshot()).split('\n');
  return /^- ('?)([a-z]+(?: "(?:[^"\\]|\\.)*")?)/.exec(line)?.[2] ?? line;
}
