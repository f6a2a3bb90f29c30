import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

// npm test: builds the site as a host would, runs all tests, and ends with their sum.
const UNIT = 'test-results/unit.json';
const E2E = 'test-results/e2e.json';

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const succeeded = [
  run('astro', 'build'),
  run(process.execPath, 'src/cli/pack.ts'),
  run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`),
  run('playwright', 'test'),
].every(Boolean);

const unit = read(UNIT) as { numPassedTests?: number; numFailedTests?: number } | undefined;
const e2e = (read(E2E) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } } | undefined)?.stats;
const passed = (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0);
// A step that stopped before it could count anything is a failure too.
const failed = (unit?.numFailedTests ?? 0) + (e2e === undefined ? 0 : e2e.unexpected + e2e.flaky);
console.log(`\n${passed} passed, ${succeeded ? failed : Math.max(failed, 1)} failed`);
process.exitCode = succeeded && passed > 0 ? 0 : 1;

function run(command: string, ...parameters: string[]): boolean {
  console.log(`\n› ${command} ${parameters.join(' ')}`);
  return spawnSync(command, parameters, { stdio: 'inherit' }).status === 0;
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
