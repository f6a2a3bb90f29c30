import { expectAccessible } from '../fixtures/axe.ts';
import { listPages } from '../fixtures/pages.ts';
import { test } from '../fixtures/test.ts';

// The pages that look the same whatever the content says are measured in tests/e2e.
const ofContent = /^\/((articles|comparisons|topics)\/.+|glossary\/|sources\/)?$/;

for (const { path } of listPages('dist').filter((page) => ofContent.test(page.path)))
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });
