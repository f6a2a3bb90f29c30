import { resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './tests/browser.ts';

const port = Number(process.env['PORT'] ?? 4399);
const { executablePath, env } = findBrowser() ?? {};
const launchOptions = {
  args: browserArguments,
  ...(executablePath === undefined ? {} : { executablePath }),
  ...(env === undefined ? {} : { env }),
};
const FONTCONFIG_FILE = resolve('tests/fixtures/wide-letters.conf');

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    launchOptions,
  },
  projects: [
    { name: 'e2e' },
    {
      // Once more in other letters, where their width decides what moves, wraps or is covered.
      name: 'wide-letters',
      testMatch: /(comparing|copying|explaining)\.spec/,
      use: {
        launchOptions: { ...launchOptions, env: { ...process.env, ...env, FONTCONFIG_FILE } },
      },
    },
  ],
  // The production build behind `astro preview`, with the headers that a host would send.
  webServer: {
    command: `astro preview --port ${port} --ignore-lock`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
