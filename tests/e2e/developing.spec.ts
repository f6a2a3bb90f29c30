import { type ChildProcess, spawn } from 'node:child_process';
import { expect, test } from '../fixtures/test.ts';
import { SITE } from '../site.ts';

const PORT = Number(process.env['PORT'] ?? 4399) + 2;
let server: ChildProcess;

test.beforeAll(async () => {
  server = spawn('astro', ['dev', '--port', String(PORT), '--ignore-lock'], {
    stdio: 'ignore',
    cwd: SITE,
    env: { ...process.env, ASTRO_DEV_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  await expect
    .poll(
      () =>
        fetch(`http://localhost:${PORT}/`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
});

test.afterAll(() => server.kill());

test('the search works while developing, without a build', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`http://localhost:${PORT}/search/?q=tannin`);
  const first = page.getByRole('list', { name: 'Search results' }).getByRole('link').first();
  await expect(first).toHaveAttribute('href', '/articles/what-is-tea/', { timeout: 60_000 });
});
