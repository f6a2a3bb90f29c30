import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openReleases } from '#release/releases.ts';
import { startServer } from '../fixtures/servers.ts';
import { hasServer, serverPath } from '../servers.ts';
import { DIST, SITE } from '../site.ts';

const SECONDS = 60;
// Server and readers give way to all other programs, so that other tests can run meanwhile.
const CALM = 19;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'releases-')));
const current = join(folder, 'public/current');
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(!hasServer('nginx') || !hasServer('wrk'))(
  'no reader of 200 at once gets an error while releases take the place of one another',
  { timeout: (SECONDS + 60) * 1000 },
  async () => {
    for (const name of ['first', 'second']) {
      cpSync(DIST, join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'release.txt'), name);
    }
    const releases = openReleases(join(folder, 'public'));
    let next = 'first';
    const release = () => {
      // Only the release before stays, and so the older ones are removed under load too.
      releases.add(join(folder, next), 2, new Date());
      next = next === 'first' ? 'second' : 'first';
    };
    release();
    const server = await startServer('nginx', { root: current, project: SITE, priority: CALM });
    const seen = new Set<string>();
    const asked: Promise<unknown>[] = [];
    const switching = setInterval(() => {
      release();
      asked.push(server.ask('/release.txt').then(({ body }) => seen.add(body.toString())));
    }, 3000);
    const report = await load(server.origin);
    clearInterval(switching);
    // On a busy machine the last answer comes late.
    await Promise.all(asked);
    await server.stop();
    releases.close();
    expect(report).toMatch(/[1-9]\d* requests in /);
    expect(report).not.toMatch(/Socket errors|Non-2xx/);
    expect([...seen].toSorted()).toEqual(['first', 'second']);
  },
);

/** Reads pages and their files over 200 connections. */
function load(origin: string): Promise<string> {
  const script = join(folder, 'read.lua');
  const paths = [
    '/',
    '/articles/filter-or-espresso/',
    '/k/1001/',
    '/search/',
    '/glossary/',
    '/pagefind/pagefind-entry.json',
    '/favicon.svg',
  ];
  writeFileSync(
    script,
    `local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }
local turn = 0
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], { ["Accept-Encoding"] = "br" })
end
`,
  );
  const options = [
    '--threads',
    '1',
    '--connections',
    '200',
    '--duration',
    `${SECONDS}s`,
    '--timeout',
    '30s',
    '--script',
    script,
  ];
  const child = spawn('nice', ['-n', String(CALM), 'wrk', ...options, origin], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH: serverPath },
  });
  let report = '';
  child.stdout.on('data', (chunk) => {
    report += chunk;
  });
  return new Promise((done) => child.on('close', () => done(report)));
}
