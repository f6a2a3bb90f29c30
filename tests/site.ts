import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, copyCode } from './fixtures/build.ts';

/** The project that most tests read in a browser or from its files: our code around `tests/fixtures/shelf`, built and packed. */
export const SITE = 'test-results/site';

/** What readers get of it. */
export const DIST = `${SITE}/dist`;

/** Builds it anew, as somebody does who takes the code for a shelf of their own; says what went wrong, if anything. */
export function buildSite(): string | undefined {
  rmSync(SITE, { recursive: true, force: true });
  cpSync('tests/fixtures/shelf', join(SITE, 'content'), { recursive: true });
  cpSync('tests/fixtures/public', join(SITE, 'public'), { recursive: true });
  copyCode(SITE);
  const links = command('links');
  if (links !== undefined) return links;
  const { status, output } = build(SITE);
  return status === 0 ? command('pack') : output;
}

function command(name: 'links' | 'pack'): string | undefined {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${name}.ts`], {
    cwd: SITE,
    encoding: 'utf8',
  });
  return status === 0 ? undefined : stdout + stderr;
}

// npm run test:sites, npm test
if (import.meta.main) {
  const fault = buildSite();
  if (fault !== undefined) console.error(fault);
  process.exitCode = fault === undefined ? 0 : 1;
}
