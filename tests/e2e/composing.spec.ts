import { expect, type Page, test } from '../fixtures/test.ts';

const dialogField = (page: Page) =>
  page.getByRole('dialog', { name: 'Search' }).getByRole('combobox');

// What an input method does to the field in focus.
async function compose(page: Page, text: string) {
  const session = await page.context().newCDPSession(page);
  const { length } = text;
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: length,
    selectionEnd: length,
  });
  return {
    press: (key: string) =>
      page.evaluate((key) => {
        const { body, activeElement } = document;
        const event = { key, isComposing: true, bubbles: true, cancelable: true };
        return (activeElement ?? body).dispatchEvent(
          new KeyboardEvent('keydown', { ...event, ctrlKey: key === 'k' }),
        );
      }, key),
    finish: (result: string) => session.send('Input.insertText', { text: result }),
  };
}

// All that the status has said since.
async function listen(page: Page) {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const status of document.querySelectorAll('[role="status"]'))
      new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

for (const [name, open] of [
  [
    'the field of the search page',
    async (page: Page) => {
      await page.goto('/search/?q=tea');
      await page.getByRole('searchbox').focus();
      await expect(page.getByRole('status')).toHaveText(/for “tea”/);
      // The results are printed once more with their sections.
      await expect(page.locator('mark').first()).toBeVisible();
      return page.getByRole('searchbox');
    },
  ],
  [
    'the field of the dialogue',
    async (page: Page) => {
      await page.goto('/glossary/');
      await page.keyboard.press('/');
      await dialogField(page).fill('tannin');
      await expect(page.getByRole('status').filter({ hasText: /for “tannin”/ })).toBeVisible();
      // The results are printed once more with their sections.
      await expect(page.locator('mark').first()).toBeVisible();
      return dialogField(page);
    },
  ],
  [
    'the text of a ticket',
    async (page: Page) => {
      await page.goto('/suggest/');
      await page.getByLabel('Ticket text').fill('my tea is bitter');
      await expect(page.getByRole('status')).toHaveText(/suggested/);
      return page.getByLabel('Ticket text');
    },
  ],
] as const)
  test(`${name} leaves an input method its keys and its text until it is done`, async ({
    page,
  }) => {
    const field = await open(page);
    await field.press('End');
    const said = await listen(page);
    const method = await compose(page, ' きかい');
    for (const key of ['ArrowDown', 'ArrowUp', 'k', 'Enter'])
      expect(await method.press(key)).toBe(true);
    await page.waitForTimeout(500);
    await expect(field).toBeFocused();
    await expect(field).not.toHaveAttribute('aria-activedescendant');
    expect(await field.evaluate((node: HTMLInputElement) => node.selectionStart !== 0)).toBe(true);
    expect(await said()).toEqual([]);
    await method.finish(' kettle');
    await expect.poll(said).not.toEqual([]);
    await expect(field).toHaveValue(/(tea|tannin).* kettle$/);
  });
