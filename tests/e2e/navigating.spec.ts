import { expect, test } from '@playwright/test';

const article = '/articles/vms-vs-containers/';

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
  await page.locator('[rel="bookmark"]').hover();
  await page.waitForTimeout(600);
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first().hover();
  await page.waitForTimeout(600);
  expect(asked).toEqual([]);
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
    // The first frame must have been shown.
    await page.waitForTimeout(300);
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
