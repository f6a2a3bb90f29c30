import { expect, test } from '../fixtures/test.ts';

test('the long page of all messages is filtered by any words of them, also of what to do', async ({
  page,
}) => {
  await page.goto('/errors/');
  const entries = page.locator('[data-message]');
  const status = page.getByRole('status').first();
  const total = await entries.count();
  expect(total).toBeGreaterThan(40);
  await expect(status).toHaveText(`${total} messages`);
  await page.getByRole('searchbox', { name: 'Filter by words' }).fill('no space LEFT');
  await expect(entries.filter({ visible: true }).first()).toContainText('no space left on device');
  const left = await entries.filter({ visible: true }).count();
  expect(left).toBeLessThan(20);
  await expect(status).toHaveText(`${left} of ${total} messages`);
  const speakers = page.getByRole('navigation', { name: 'Who says it' }).getByRole('link');
  await expect(speakers).toHaveCount(
    await page.getByRole('heading', { level: 2 }).filter({ visible: true }).count(),
  );
});
