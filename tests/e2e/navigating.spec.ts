import { expect, test } from '../fixtures/test.ts';

const article = '/articles/tea-coffee-or-cocoa/';

test('a page is loaded ahead when the pointer rests on a link to it', async ({ page }) => {
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  await page.goto(article, { waitUntil: 'networkidle' });
  const next = page.locator('a[rel="next"]');
  const path = (await next.getAttribute('href')) ?? '';
  const ahead = page.waitForResponse((response) => new URL(response.url()).pathname === path);
  await next.hover();
  expect((await (await ahead).request().allHeaders())['sec-purpose']).toContain('prefetch');
  await next.click();
  await expect(page).toHaveURL(path);
  expect(
    await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().deliveryType),
  ).toBe('navigational-prefetch');
  expect(faults).toEqual([]);
});

test('a permalink and a place on the page are not loaded ahead', async ({ page }) => {
  await page.goto(article, { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['sec-purpose'] !== undefined) asked.push(request.url());
  });
  // A button that goes down says at once what a pointer says by resting.
  for (const link of [
    page.locator('[rel="bookmark"]'),
    page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first(),
  ]) {
    await link.hover();
    await page.mouse.down();
    await page.mouse.move(0, 0);
    await page.mouse.up();
  }
  const next = page.locator('a[rel="next"]');
  await next.hover();
  await expect
    .poll(() => asked)
    .toEqual([await next.evaluate((link: HTMLAnchorElement) => link.href)]);
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`pages ${reducedMotion === 'reduce' ? 'change at once for who wants little motion' : 'fade into each other, in 150 ms at most'}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      window.addEventListener('pagereveal', async (event) => {
        const { viewTransition } = event as Event & { viewTransition?: { ready: Promise<void> } };
        sessionStorage.setItem(
          'fades',
          String(viewTransition !== undefined && viewTransition !== null),
        );
        await viewTransition?.ready;
        const times = document
          .getAnimations()
          .map((animation) => Number(animation.effect?.getTiming().duration));
        sessionStorage.setItem('longest', String(Math.max(0, ...times)));
      });
    });
    await page.goto(article);
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    await page.locator('a[rel="next"]').click();
    await expect(page).not.toHaveURL(article);
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('fades')))
      .toBe(String(reducedMotion !== 'reduce'));
    await expect
      .poll(() => page.evaluate(() => Number(sessionStorage.getItem('longest'))))
      .toBeLessThanOrEqual(150);
  });
}
