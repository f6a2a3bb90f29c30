import { expect, test } from '@playwright/test';
import { missingPath, toHeaders } from '../../src/domain/hosting.ts';
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
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(response?.headers()['set-cookie']).toBeUndefined();
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
    await expect(page.locator('[style], style')).toHaveCount(0);
    expect(await page.locator('script:not([src], [type="application/ld+json"])').allTextContents()).toEqual([themeScript]);
  });
}

test('every answer has the headers of a host, where nothing is, too', async ({ request }) => {
  for (const path of ['/', '/articles/what-is-docker.md', '/feed.xml', '/speculation-rules.json', '/_astro/none.js', '/no/such/page/']) {
    const answer = await request.get(path);
    const { 'Content-Type': type = '', ...others } = toHeaders(answer.ok() ? path : missingPath);
    // The preview has its own way to say that something is HTML.
    const expected = { ...others, 'Content-Type': type.startsWith('text/html') ? 'text/html' : type };
    for (const [name, value] of Object.entries(expected)) expect(answer.headers()[name.toLowerCase()], `${name} of ${path}`).toBe(value);
  }
});

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
