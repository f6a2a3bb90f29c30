import { expect, type Page, test } from '../fixtures/test.ts';
import { missingPath, toHeaders } from '#domain/hosting/headers.ts';
import { themeScript } from '#domain/theme.ts';
import { listPages } from '../fixtures/pages.ts';
import { drinks } from '../fixtures/settings.ts';
import { DIST } from '../site.ts';

const pages = [
  ...listPages(DIST)
    .map(({ path }) => path)
    .filter((path) => path !== missingPath),
  '/search/?q=kettle',
  '/no/such/page/',
];

/** Gathers what a page breaks of its policy, and which origins it asks. */
function watch(page: Page) {
  const faults: string[] = [];
  const origins = new Set<string>();
  page.on('console', (message) => {
    // A page that is not there says so in the console; nothing else may.
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  return { faults, origins };
}

for (const path of pages) {
  test(`${path} keeps the policy and asks no other origin`, async ({ page, baseURL }) => {
    const { faults, origins } = watch(page);
    const response = await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(faults).toEqual([]);
    expect([...origins]).toEqual([baseURL]);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(response?.headers()['set-cookie']).toBeUndefined();
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
    await expect(page.locator('[style], style')).toHaveCount(0);
    expect(
      await page.locator('script:not([src], [type="application/ld+json"])').allTextContents(),
    ).toEqual([themeScript]);
  });
}

test('whatever a reader uses keeps the policy, asks no other origin and leaves no cookie', async ({
  page,
  context,
  baseURL,
}) => {
  const { faults, origins } = watch(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const status = (text: RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible();

  await page.goto('/articles/tea-coffee-or-cocoa/');
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
  await page.mouse.move(300, 300);
  await page.locator(':has(> [rel="bookmark"])').getByRole('button').click();
  await status(/copied/);
  await page.getByRole('group', { name: 'Columns' }).getByRole('checkbox').first().uncheck();
  await page.getByText('Copy or download').click();
  // Where the page scrolls to, the pointer must not rest on another link.
  await page.mouse.move(0, 0);
  const note = page.getByRole('note').and(page.locator(':popover-open'));
  await page.getByRole('article').locator('a[data-term]').first().focus();
  await expect(note.getByRole('link', { name: 'In the glossary' })).toBeVisible();
  await page
    .getByRole('article')
    .getByRole('link', { name: /^Source \d+[a-z]*$/ })
    .first()
    .focus();
  await expect(note.getByRole('link', { name: 'In the list' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('combobox').fill('<b>coffee</b> "kettle');
  await expect(dialog.getByRole('option').first()).toBeVisible();

  await page.goto('/articles/which-drink/');
  await page.getByRole('radio').first().check();
  await page.goto('/search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+coffee');
  await status(/results? for|Nothing found|The nearest:/);
  await page.goto('/suggest/');
  await page
    .getByLabel('Ticket text')
    .fill('<script>alert(1)</script> White flakes swim in my cup since we moved.');
  await status(/articles? suggested|Nothing found|The nearest:/);
  await page.goto('/no/such/coffee-kettle/');
  await expect(
    page.getByRole('list', { name: 'Search results' }).getByRole('link').first(),
  ).toBeVisible();

  expect(faults).toEqual([]);
  expect([...origins]).toEqual([baseURL]);
  expect(await context.cookies()).toEqual([]);
});

test('every answer has the headers of a host, where nothing is, too', async ({ request }) => {
  for (const path of [
    '/',
    '/articles/what-is-tea.md',
    '/feed.xml',
    '/speculation-rules.json',
    '/_astro/none.js',
    '/no/such/page/',
  ]) {
    const answer = await request.get(path);
    const { 'Content-Type': type = '', ...others } = toHeaders(
      answer.ok() ? path : missingPath,
      drinks,
    );
    // The preview has its own way to say that something is HTML.
    const expected = {
      ...others,
      'Content-Type': type.startsWith('text/html') ? 'text/html' : type,
    };
    for (const [name, value] of Object.entries(expected))
      expect(answer.headers()[name.toLowerCase()], `${name} of ${path}`).toBe(value);
  }
});

test('code that the page did not bring does not run', async ({ page }) => {
  await page.goto('/');
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        );
        const script = document.createElement('img');
        script.src = 'https://elsewhere.example/x.png';
        document.body.append(script);
      }),
  );
  expect(blocked).toBe('img-src');
});
