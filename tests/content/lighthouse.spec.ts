import { expect, test } from '@playwright/test';
import { AUDITED, audit, openBrowser, STEADY } from '../lighthouse.ts';

// Performance is left to `npm run lighthouse`: on a busy machine its scores are those of the machine.
for (const path of AUDITED)
  test(`Lighthouse gives ${path} all its points for accessibility, best practices and search engines`, async ({
    baseURL,
  }) => {
    test.slow();
    const { browser, port } = await openBrowser();
    const { scores, faults } = await audit(`${baseURL}${path}`, port, STEADY);
    await browser.close();
    expect(faults).toEqual([]);
    expect(scores).toEqual(Object.fromEntries(STEADY.map((category) => [category, 100])));
  });
