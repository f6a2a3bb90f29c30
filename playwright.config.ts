import { resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './tests/browser.ts';
import { SITE } from './tests/site.ts';

// Two sites: that of the fixtures for most tests, and ours for the few that know what it holds.
const port = Number(process.env['PORT'] ?? 4399);
const sites = { e2e: { root: SITE, port }, content: { root: '.', port: port + 1 } };
const { executablePath, env } = findBrowser() ?? {};
const launchOptions = {
  args: browserArguments,
  ...(executablePath === undefined ? {} : { executablePath }),
  ...(env === undefined ? {} : { env }),
};
const FONTCONFIG_FILE = resolve('tests/fixtures/wide-letters.conf');

export default defineConfig({
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions,
  },
  projects: [
    toProject('e2e'),
    {
      // Once more in other letters, where their width decides what moves, wraps or is covered.
      ...toProject('e2e'),
      name: 'wide-letters',
      testMatch: /(comparing|copying|explaining)\.spec/,
      use: {
        ...toProject('e2e').use,
        launchOptions: { ...launchOptions, env: { ...process.env, ...env, FONTCONFIG_FILE } },
      },
    },
    toProject('content'),
  ],
  // The production builds behind `astro preview`, with the headers that a host would send.
  webServer: Object.values(sites).map((site) => ({
    command: `astro preview --port ${site.port} --ignore-lock`,
    cwd: site.root,
    url: `http://localhost:${site.port}/`,
    reuseExistingServer: false,
  })),
});

function toProject(name: keyof typeof sites) {
  return {
    name,
    testDir: `tests/${name}`,
    use: { baseURL: `http://localhost:${sites[name].port}` },
  };
}
