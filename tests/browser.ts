import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { fetchProgram, run, toDebianWay, type Way } from './fetch.ts';

/** A Chromium to test with, and the environment that it needs, if any. */
export interface Browser {
  executablePath: string;
  env?: Record<string, string>;
}

/** Quiet, and able to run as root in a container; no request leaves the machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const cache = resolve('node_modules/.cache/chromium');
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const SPARTICUZ = '@sparticuz/chromium@153.0.0';

/** The first browser on this machine: CHROMIUM_PATH, the system's, Playwright's own, or one fetched by `npm test` before. */
export function findBrowser(): Browser | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) return { executablePath: named };
  const executablePath = [...SYSTEM_BROWSERS, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
  if (executablePath !== undefined) return { executablePath };
  const record = join(cache, 'browser.json');
  return existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Browser) : undefined;
}

// Ways to get a browser, in the order of how little they ask of the machine.
const ways: Way[] = [
  {
    name: "Playwright's download",
    possible: () => true,
    run: () => run('playwright', ['install', '--only-shell', 'chromium'], 90_000),
  },
  toDebianWay('chromium'),
  {
    name: SPARTICUZ,
    possible: () => process.platform === 'linux' && process.arch === 'x64',
    run: unpackSparticuz,
  },
];

// Chromium and the libraries that it needs, in one npm package; kept out of package.json, since readers never need it.
async function unpackSparticuz(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  run('npm', ['install', '--prefix', cache, '--no-save', '--no-package-lock', SPARTICUZ], 300_000);
  process.env['TMPDIR'] = cache;
  const folder = join(cache, 'node_modules/@sparticuz/chromium');
  const { default: packed, inflate } = (await import(
    pathToFileURL(join(folder, 'build/index.js')).href
  )) as {
    default: { executablePath: () => Promise<string> };
    inflate: (file: string) => Promise<string>;
  };
  const executablePath = await packed.executablePath();
  await inflate(join(folder, 'bin/al2023.tar.br'));
  writeFileSync(
    join(cache, 'browser.json'),
    JSON.stringify({ executablePath, env: { LD_LIBRARY_PATH: join(cache, 'al2023/lib') } }),
  );
}

if (import.meta.main) {
  if (!(await fetchProgram('Chromium', ways, () => findBrowser() !== undefined))) {
    console.error('The end-to-end tests need Chromium: install it, or set CHROMIUM_PATH to one.');
    process.exitCode = 1;
  }
  const browser = findBrowser();
  if (browser !== undefined) {
    const version = execFileSync(browser.executablePath, ['--version'], {
      encoding: 'utf8',
      env: { ...process.env, ...browser.env },
    });
    console.log(`Testing with ${version.trim()}`);
  }
}
