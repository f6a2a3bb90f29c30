import { expect, type Page, test } from '../fixtures/test.ts';

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const choice = (page: Page) => page.getByRole('combobox', { name: 'Colours' });

/** The papers of both themes, as the browser writes them. */
async function findPapers(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper(page);
  expect(light).not.toBe(dark);
  return { light, dark };
}

test('the colours follow the system while nothing is chosen', async ({ page }) => {
  const { light, dark } = await findPapers(page);
  await expect(choice(page)).toHaveValue('');
  expect(await paper(page)).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper(page)).toBe(light);
});

for (const [chosen, system] of [
  ['Dark', 'light'],
  ['Light', 'dark'],
] as const) {
  test(`${chosen} on a ${system} system is painted from the first frame on, on every page`, async ({
    page,
  }) => {
    const papers = await findPapers(page);
    const wanted = chosen === 'Dark' ? papers.dark : papers.light;
    await page.emulateMedia({ colorScheme: system });
    await choice(page).selectOption(chosen);
    await expect.poll(() => paper(page)).toBe(wanted);
    // The colour of each frame of the next pages, from the first that has a body; scripts of the page come later.
    await page.addInitScript(() => {
      const frames: string[] = [];
      Object.assign(window, { frames_seen: frames });
      const look = () => {
        if (document.body !== null) frames.push(getComputedStyle(document.body).backgroundColor);
        if (frames.length < 20) requestAnimationFrame(look);
      };
      look();
      document.addEventListener('DOMContentLoaded', () =>
        frames.push(getComputedStyle(document.body).backgroundColor),
      );
    });
    for (const path of [
      '/articles/tea-coffee-or-cocoa/',
      '/glossary/',
      '/search/',
      '/no/such/page/',
    ]) {
      await page.goto(path);
      await page.waitForFunction(
        () => (window as unknown as { frames_seen: string[] }).frames_seen.length >= 20,
      );
      const frames = await page.evaluate(
        () => (window as unknown as { frames_seen: string[] }).frames_seen,
      );
      expect([...new Set(frames)], path).toEqual([wanted]);
      await expect(choice(page)).toHaveValue(chosen.toLowerCase());
    }
  });

  test(`${chosen} stays without the page's own scripts: the one inline script has painted it`, async ({
    page,
  }) => {
    const papers = await findPapers(page);
    await page.emulateMedia({ colorScheme: system });
    await choice(page).selectOption(chosen);
    await expect(page.locator('html')).toHaveAttribute('data-theme', chosen.toLowerCase());
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto('/glossary/');
    expect(await paper(page)).toBe(chosen === 'Dark' ? papers.dark : papers.light);
  });
}

test('the bar of the browser has the colour of the paper, of the system or of the choice', async ({
  page,
}) => {
  const { light, dark } = await findPapers(page);
  // What the browser would take: the first tag whose medium fits.
  const bar = () =>
    page.evaluate(() => {
      const tags = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
      const canvas = document.createElement('canvas').getContext('2d');
      const rgb = (colour: string) => {
        canvas?.clearRect(0, 0, 1, 1);
        if (canvas) canvas.fillStyle = colour;
        canvas?.fillRect(0, 0, 1, 1);
        return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].join();
      };
      return {
        bar: rgb(tags.find(({ media }) => matchMedia(media).matches)?.content ?? ''),
        page: rgb(getComputedStyle(document.body).backgroundColor),
      };
    });
  for (const [option, colour] of [
    ['System', dark],
    ['Light', light],
    ['Dark', dark],
  ] as const) {
    // A choice that comes before its script is lost.
    await page.waitForLoadState('networkidle');
    await choice(page).selectOption(option);
    await expect.poll(() => paper(page)).toBe(colour);
    const found = await bar();
    expect(found.bar, option).toBe(found.page);
  }
});

test('another tab follows, and the way back to the system is open', async ({ page, context }) => {
  const { light, dark } = await findPapers(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'light' });
  await other.goto('/glossary/');
  await choice(page).selectOption('Dark');
  await expect.poll(() => paper(other)).toBe(dark);
  await expect(choice(other)).toHaveValue('dark');
  await choice(other).selectOption('System');
  await expect.poll(() => paper(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).toBe(dark);
});

test('the keyboard reaches and changes the choice, which says what holds', async ({ page }) => {
  const { light } = await findPapers(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 700 });
  for (
    let step = 0;
    step < 12 && !(await choice(page).evaluate((field) => field === document.activeElement));
    step++
  )
    await page.keyboard.press('Tab');
  await expect(choice(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(choice(page)).toHaveValue('light');
  await expect.poll(() => paper(page)).toBe(light);
  await expect(choice(page).locator('option:checked')).toHaveText('Light');
});

test('paper is light, whatever was chosen', async ({ page }) => {
  await page.goto('/articles/what-is-tea/');
  await choice(page).selectOption('Dark');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'light',
  );
});

test('where colours are the reader’s own, the choice changes nothing', async ({ page }) => {
  await page.goto('/articles/what-is-tea/');
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const before = await paper(page);
  await choice(page).selectOption('Light');
  expect(await paper(page)).toBe(before);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'light dark',
  );
});

test('a choice that cannot be read or kept does no harm', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('theme', '{'));
  await page.reload();
  await expect(choice(page)).toHaveValue('');
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new Error('forbidden');
      },
    }),
  );
  await page.reload();
  await expect(choice(page)).toBeVisible();
  expect(errors).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('no choice is offered, since it could not work', async ({ page }) => {
    await page.goto('/');
    await expect(choice(page)).toBeHidden();
  });
});
