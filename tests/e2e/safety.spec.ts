import { expect, test } from '@playwright/test';
import { themeScript } from '../../src/domain/theme.ts';
import { ARTICLES, COMPARISONS } from '../fixtures/site.ts';

const pages = [
  '/',
  ...ARTICLES.map((slug) => `/articles/${slug}/`),
  ...COMPARISONS.map((id) => `/comparisons/${id}/`),
  '/comparisons/',
  ...['basics', 'how-it-works', 'security', 'enscale'].map((topic) => `/topics/${topic}/`),
  '/glossary/',
  '/sources/',
  '/search/?q=kernel',
  '/suggest/',
  '/accessibility/',
  '/style/',
  '/style/retired/',
  '/no/such/page/',
];

for (const path of pages) {
  test(`${path} keeps the policy and asks no other origin`, async ({ page, baseURL }) => {
    const faults: string[] = [];
    const origins = new Set<string>();
    page.on('console', (message) => {
      // A page that is not there says so in the console; nothing else may.
      if (message.type() === 'error' && !message.text().includes('status of 404')) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    const response = await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(faults).toEqual([]);
    expect([...origins]).toEqual([baseURL]);
    // `astro preview` sends no headers with its 404 page; there the meta tag stands alone.
    if (response?.status() === 200) expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(response?.headers()['set-cookie']).toBeUndefined();
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
    await expect(page.locator('[style], style')).toHaveCount(0);
    expect(await page.locator('script:not([src], [type="application/ld+json"])').allTextContents()).toEqual([themeScript]);
  });
}

test('code that the page did not bring does not run', async ({ page }) => {
  await page.goto('/');
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        const script = document.createElement('img');
        script.src = 'https://elsewhere.example/x.png';
        document.body.append(script);
      }),
  );
  expect(blocked).toBe('img-src');
});
