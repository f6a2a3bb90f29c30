import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { listFaults } from '../fixtures/axe.ts';
import { drinks } from '../fixtures/settings.ts';
import { expect, type Page, test } from '../fixtures/test.ts';

// The clipboard is one for all pages of a browser.
test.describe.configure({ mode: 'default' });

const ROW = 'hot-drinks--vessel';
const message = (page: Page) => page.getByRole('status').filter({ hasText: /opied/ });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const options = (page: Page) => dialog(page).getByRole('option');

/** What a help desk gets when somebody pastes. */
async function paste(page: Page): Promise<{ text: string; html: string }> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.querySelector('dialog[open]')?.remove();
    document.body.append(field);
    field.focus();
    field.addEventListener('paste', ({ clipboardData: data }) => {
      field.dataset['pasted'] = JSON.stringify({
        text: data?.getData('text/plain'),
        html: data?.getData('text/html'),
      });
    });
    field.id = 'pasted';
  });
  await page.keyboard.press('Control+v');
  const pasted = await page.locator('#pasted').getAttribute('data-pasted');
  await page.locator('#pasted').evaluate((field) => field.remove());
  const { text, html } = JSON.parse(pasted ?? '{"text":"","html":""}') as {
    text: string;
    html: string;
  };
  // Windows and Chromium wrap a fragment; the link itself is bare.
  return { text, html: html.replace(/<meta[^>]*>|<\/?(html|head|body|!--)[^>]*>|\s+$/g, '') };
}

function link(id: number, label: string, anchor = '') {
  const url = drinks.toUrl(`/k/${id}/${anchor}`);
  const escaped = label.replaceAll('&', '&amp;');
  return {
    text: `${label} (KB-${id})\n${url}`,
    html: `<a href="${url}">${escaped}</a> (KB-${id})`,
  };
}

async function copyByKeyboard(page: Page) {
  await page.goto('/articles/filter-or-espresso/');
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('tannin', { delay: 20 });
  await expect(options(page).nth(1)).toContainText('annin');
  await expect(options(page).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('ArrowDown');
  const option = options(page).first();
  await expect(option).toHaveAttribute('aria-selected', 'true');
  const [title, id] = [
    await option.locator('span').first().textContent(),
    await option.getByText(/^KB-\d+$/).textContent(),
  ];
  await page.keyboard.press('Control+c');
  await expect(message(page)).toHaveText(`Link copied: ${title}`);
  expect(await paste(page)).toEqual(link(Number(id?.replace('KB-', '')), title ?? ''));
}

test('keyboard only from a loaded page: /, a few letters, down, Ctrl C', async ({ page }) => {
  await copyByKeyboard(page);
});

test.describe('on plain http, where there is no navigator.clipboard', () => {
  let proxy: Server;

  test.beforeAll(async ({ baseURL }) => {
    // `astro preview` answers to localhost alone.
    proxy = createServer((from, to) => {
      ask(`${baseURL}${from.url}`, { method: from.method }, (answer) => {
        to.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(to);
      }).end();
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  test.afterAll(() => proxy.close());

  async function withPlainPage(
    launch: Parameters<typeof chromium.launch>[0],
    act: (page: Page) => Promise<void>,
  ) {
    const browser = await chromium.launch({
      ...launch,
      args: [...(launch?.args ?? []), '--host-resolver-rules=MAP kb.test 127.0.0.1'],
    });
    try {
      const page = await browser.newPage({
        baseURL: `http://kb.test:${(proxy.address() as AddressInfo).port}`,
      });
      await act(page);
    } finally {
      await browser.close();
    }
  }

  test('the keyboard copies HTML and text', async ({ launchOptions }) => {
    await withPlainPage(launchOptions, async (page) => {
      await copyByKeyboard(page);
      expect(
        await page.evaluate(() => [isSecureContext, navigator.clipboard === undefined]),
      ).toEqual([false, true]);
    });
  });

  test('so does a button, with the address of the public site', async ({ launchOptions }) => {
    await withPlainPage(launchOptions, async (page) => {
      await page.goto('/articles/tea-coffee-or-cocoa/');
      const row = page.locator(`#${ROW}`);
      await row.hover();
      await row.getByRole('button', { name: 'Copy a link to' }).click();
      await expect(message(page)).toHaveText(/^Link copied: /);
      const title = (await page.locator('h1').textContent()) ?? '';
      const section = (await row.locator('th > a').first().textContent()) ?? '';
      expect(await paste(page)).toEqual(link(1001, `${title} › ${section}`, `#${ROW}`));
    });
  });

  test('when even that fails, the link stands in a selected field', async ({ launchOptions }) => {
    await withPlainPage(launchOptions, async (page) => {
      await page.goto('/articles/tea-coffee-or-cocoa/');
      await page.evaluate(() => {
        Object.assign(document, { execCommand: () => false });
      });
      await page.mouse.move(300, 300);
      await page.getByRole('button', { name: 'Copy a link to' }).first().click();
      await expect(message(page)).toHaveText(/^Not copied: /);
      const field = page.getByRole('textbox', { name: 'To be copied by hand' });
      await expect(field).toBeFocused();
      await expect(field).toHaveValue(new RegExp(`\\n${drinks.toUrl('/k/1001/')}$`));
      expect(
        await field.evaluate(
          (area: HTMLTextAreaElement) =>
            area.selectionEnd - area.selectionStart === area.value.length,
        ),
      ).toBe(true);
    });
  });
});

test('the article, a heading and a row have a button, which appears on hover', async ({ page }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/');
  await page.mouse.move(300, 300);
  const title = (await page.locator('h1').textContent()) ?? '';
  await page.locator(':has(> [rel="bookmark"])').getByRole('button').click();
  await expect(message(page)).toHaveText(`Link copied: ${title}`);
  expect(await paste(page)).toEqual(link(1001, title));

  const heading = page.getByRole('article').locator('[data-prose] h2[id]').first();
  const button = heading.getByRole('button');
  await expect(button).toHaveCSS('opacity', '0');
  await heading.hover();
  await expect(button).toHaveCSS('opacity', '1');
  await button.click();
  const section = (await heading.textContent()) ?? '';
  await expect(message(page)).toHaveText(`Link copied: ${title} › ${section}`);
  expect(await paste(page)).toEqual(
    link(1001, `${title} › ${section}`, `#${await heading.getAttribute('id')}`),
  );
  expect(await page.locator('[data-prose] h2[id] > a').count()).toBe(
    await page.locator('[data-prose] h2[id] > button').count(),
  );
});

test('a block of code has a button that copies it, and of a session the commands alone', async ({
  page,
}) => {
  await page.goto('/articles/morning-rush/');
  await page.mouse.move(300, 300);
  const block = page.locator('pre').first();
  await block.getByRole('button', { name: 'Copy kitchen.yaml' }).click();
  await expect(message(page)).toHaveText('Copied: kitchen.yaml');
  expect((await paste(page)).text).toBe((await block.locator('code').textContent())?.trimEnd());
  await page.goto('/articles/flakes-in-the-tea/');
  await page.mouse.move(300, 300);
  await page.getByRole('button', { name: 'Copy Shell' }).click();
  await expect(message(page)).toHaveText('Copied: Shell');
  expect((await paste(page)).text).toMatch(/^kettle descale .+\nkettle status$/);
});

test('a row on the page of its table copies the permalink of its article', async ({ page }) => {
  await page.goto('/comparisons/hot-drinks/');
  await page.keyboard.press('Tab');
  await page.locator(`#${ROW}`).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(message(page)).toBeVisible();
  expect((await paste(page)).text).toMatch(
    new RegExp(` › .+ \\(KB-1001\\)\\n${drinks.toUrl(`/k/1001/#${ROW}`)}$`),
  );
});

test('the menu chooses the format, and the choice is remembered', async ({ page }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/');
  await page.mouse.move(300, 300);
  const title = (await page.locator('h1').textContent()) ?? '';
  const url = drinks.toUrl('/k/1001/');
  const button = page.locator(':has(> [rel="bookmark"])').getByRole('button');
  const menu = page.getByRole('group', { name: 'Copy instead as' });
  const expected: [string, string][] = [
    ['URL', url],
    ['Markdown', `[${title}](${url}) (KB-1001)`],
    ['Jira wiki', `[${title}|${url}] (KB-1001)`],
    ['Internal note', `KB-1001 ${title}\nState: published`],
    [
      'Reply sentence',
      `${await page.getByText('The short answer').locator('~ p').last().textContent()} More in “${title}”: ${url}`,
    ],
  ];
  for (const [name, text] of expected) {
    await button.click();
    await menu.getByRole('button', { name, exact: true }).click();
    await expect(message(page)).toHaveText(`${name} copied: ${title}`);
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
    expect((await paste(page)).text).toContain(text);
  }
  await page.reload();
  await page.mouse.move(400, 400);
  await button.click();
  await expect(message(page)).toHaveText(`Reply sentence copied: ${title}`);
  await expect(menu.getByRole('button', { name: 'Reply sentence' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect((await paste(page)).text).toContain(' More in “');
  // The keyboard goes from the button into the menu.
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu.getByRole('button', { name: 'Link' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(message(page)).toHaveText(`Link copied: ${title}`);
  await expect(button).toBeFocused();
});

test('a result on the search page is copied by its button, by c and by Ctrl C, unless single keys are off', async ({
  page,
}) => {
  await page.goto('/search/?q=coffee');
  const results = page.getByRole('list', { name: 'Search results' });
  const first = results.locator('> li').first();
  const section = first.getByRole('link').nth(1);
  await expect(section).toBeVisible();
  const [title, name] = [
    await first.getByRole('link').first().textContent(),
    await section.textContent(),
  ];
  await first.hover();
  await first.getByRole('button').first().click();
  await expect(message(page)).toHaveText(`Link copied: ${title}`);
  await page.keyboard.press('Escape');
  await section.focus();
  await page.keyboard.press('c');
  await expect(message(page)).toContainText(`Link copied: ${title} › ${name?.split(': ')[0]}`);
  expect((await paste(page)).text).toMatch(/\/k\/\d+\/#[a-z0-9-]+$/);
  await first.getByRole('link').first().focus();
  await page.keyboard.press('Control+c');
  await expect(message(page)).toHaveText(`Link copied: ${title}`);
  expect((await paste(page)).html).toContain(title?.replaceAll('&', '&amp;'));

  await page.evaluate(() => localStorage.setItem('slash', 'false'));
  const said = await page.evaluateHandle(() => {
    const texts: string[] = [];
    const watch = () =>
      texts.push(
        ...[...document.querySelectorAll('[role="status"]')].map(
          ({ textContent }) => textContent ?? '',
        ),
      );
    new MutationObserver(watch).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  await section.focus();
  await page.keyboard.press('c');
  await results.locator('> li').nth(1).getByRole('link').first().focus();
  await page.keyboard.press('Control+c');
  await expect(message(page)).not.toHaveText(`Link copied: ${title}`);
  expect(
    (await said.jsonValue()).filter((text) => text.includes(` › ${name?.split(': ')[0]}`)),
  ).toEqual([]);
  await page.evaluate(() => localStorage.removeItem('slash'));
  await page.getByRole('searchbox').press('c');
  await expect(page.getByRole('searchbox')).toHaveValue(/c/);
});

test('what a result answers comes along in a reply sentence and an internal note, and in no plain link', async ({
  page,
}) => {
  const CELLS = 'Tea: 2 kcal · Filter coffee: About 2.5 kcal · Cocoa: 150 to 1,200 kcal';
  const ask = async (format: string) => {
    await page.evaluate(
      (name) => localStorage.setItem('copy-format', JSON.stringify(name)),
      format,
    );
    await page.goto('/glossary/');
    await page.keyboard.press('/');
    await dialog(page).getByRole('combobox').fill('energy overhead');
    await expect(dialog(page)).toContainText(CELLS);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    await expect(message(page)).toContainText('copied: ');
    return (await paste(page)).text;
  };
  await page.goto('/glossary/');
  const url = drinks.toUrl('/k/1001/#hot-drinks--energy');
  const sentence = `Energy overhead — ${CELLS}.`;
  expect(await ask('reply')).toBe(
    `${sentence} More in “Tea, coffee or cocoa: three hot drinks compared › Energy overhead”: ${url}`,
  );
  expect(await ask('note')).toContain(`Energy overhead\n${sentence}\nState: `);
  expect(await ask('markdown')).not.toContain('kcal');

  await page.evaluate(() => localStorage.setItem('copy-format', '"reply"'));
  await page.goto('/suggest/');
  await page
    .getByLabel('Ticket text')
    .fill('kettle kitchen-2: refusing to heat: no water above MIN');
  const entry = page.locator('ol a[href$="#error--no-water"]');
  await entry.focus();
  await page.keyboard.press('Control+c');
  await expect(message(page)).toContainText('Reply sentence copied: ');
  expect((await paste(page)).text).toMatch(
    /^The kettle is empty, and its switch knows it\. .*Fill it to the line MIN\..* More in “.+”: \S+#error--no-water$/,
  );
});

test('nothing of a result moves when its buttons are seen; a finger finds them at once', async ({
  page,
  browser,
}) => {
  const path = '/search/?q=hot+water+cup';
  const open = async (tab: Page) => {
    await tab.goto(path);
    const first = tab.getByRole('list', { name: 'Search results' }).locator('> li').first();
    await expect(first.locator('mark').first()).toBeVisible();
    return first;
  };
  const first = await open(page);
  const before = await first.boundingBox();
  await first.hover();
  await first.getByRole('link').nth(1).focus();
  expect(await first.boundingBox()).toEqual(before);
  const touch = await browser.newContext({ hasTouch: true, isMobile: true });
  const buttons = (await open(await touch.newPage())).getByRole('button');
  await expect(buttons).toHaveCount(2);
  for (const button of await buttons.all()) await expect(button).toHaveCSS('opacity', '1');
  await touch.close();
});

test('Ctrl C in the dialogue copies nothing while no result is highlighted, and selected text as ever', async ({
  page,
}) => {
  await page.goto('/articles/filter-or-espresso/');
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('tannin');
  await expect(options(page).first()).toBeVisible();
  await expect(
    dialog(page).getByRole('button', { name: 'Copy the highlighted result' }),
  ).toBeHidden();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowDown');
  await expect(
    dialog(page).getByRole('button', { name: 'Copy the highlighted result' }),
  ).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect((await paste(page)).text).toBe('tannin');
  await expect(message(page)).toHaveCount(0);
});

test('the button of the dialogue copies the highlighted result, and Escape closes its menu first', async ({
  page,
}) => {
  await page.goto('/articles/filter-or-espresso/');
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('tannin');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const title = await options(page).first().locator('span').first().textContent();
  await dialog(page).getByRole('button', { name: 'Copy the highlighted result' }).click();
  await expect(message(page)).toHaveText(`Link copied: ${title}`);
  await expect(page.getByRole('group', { name: 'Copy instead as' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Copy instead as' })).toBeHidden();
  await expect(dialog(page)).toBeVisible();
});

test('a suggestion and its best section have a button', async ({ page }) => {
  await page.goto('/suggest/#t=White%20flakes%20swim%20in%20my%20cup');
  const first = page.getByRole('list', { name: 'Suggested articles' }).locator('> li').first();
  const title = await first.getByRole('link').first().textContent();
  await first.hover();
  await first.getByRole('button').first().click();
  await expect(message(page)).toHaveText(`Link copied: ${title}`);
  await page.keyboard.press('Escape');
  await first.getByRole('button').nth(1).click();
  await expect(message(page)).toContainText(`Link copied: ${title} › `);
  expect((await paste(page)).text).toMatch(/\/k\/\d+\/#[a-z0-9-]+$/);
});

test('a link into a closed details opens it', async ({ page }) => {
  await page.goto('/comparisons/hot-drinks/');
  const id = await page.locator('li[id*="--source-"]').first().getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`/comparisons/hot-drinks/#${id}`);
  await expect(page.locator(`#${id}`)).toBeInViewport();
  // Chromium opens it by itself; other browsers leave it to the script.
  await page.evaluate((hash) => {
    for (const details of document.querySelectorAll('details')) details.open = false;
    scrollTo(0, 0);
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }, `#${id}`);
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test('the line of facts does not grow when its button comes', async ({ page }) => {
  await page.goto('/k/1001/');
  const line = page.locator(':has(> [rel="bookmark"])');
  // As wide as what stands in it: there is no room left for more.
  await line.evaluate(({ style }) => {
    style.maxWidth = 'none';
    style.width = 'max-content';
  });
  await line.evaluate((element) => {
    element.style.width = `${Math.ceil(element.getBoundingClientRect().width)}px`;
  });
  const before = await line.boundingBox();
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(line.getByRole('button')).toBeVisible();
  expect(await line.boundingBox()).toEqual(before);
});

test('what copies is loaded when somebody is there, and the most of it on the first hover of a button', async ({
  page,
  baseURL,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (/\/copy[.-][^/]*\.js$/.test(request.url())) scripts.push(request.url());
  });
  await page.goto('/articles/tea-coffee-or-cocoa/');
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
  await page.mouse.move(300, 300);
  await page.waitForLoadState('networkidle');
  const weights = await Promise.all(
    scripts.map(async (url) => gzipSync(await (await page.request.get(url)).body()).length),
  );
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(520);
  const before = scripts.length;
  await page.locator(':has(> [rel="bookmark"])').getByRole('button').hover();
  await expect.poll(() => scripts.length).toBeGreaterThan(before);
  expect(scripts.every((url) => url.startsWith(`${baseURL}/`))).toBe(true);
});

for (const path of [
  '/articles/tea-coffee-or-cocoa/',
  '/search/?q=coffee',
  '/suggest/#t=White%20flakes%20swim%20in%20my%20cup',
]) {
  test(`axe finds nothing on ${path} with the menu open`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const button = page.getByRole('main').getByRole('button', { name: 'Copy a link to' }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Copy instead as' })).toBeVisible();
    await expect(message(page)).toBeVisible();
    expect(await listFaults(page)).toEqual([]);
  });
}
