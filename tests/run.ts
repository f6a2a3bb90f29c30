import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { listMissing } from './servers.ts';

// npm test: builds our site and that of the fixtures as a host would, runs all tests, and ends with their sum.
const UNIT = 'test-results/unit.json';
const LOAD = 'test-results/load.json';
const E2E = 'test-results/e2e.json';

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const built =
  (await run(process.execPath, 'src/cli/astro.mjs', 'build')) &&
  (await run(process.execPath, 'src/cli/pack.ts')) &&
  (await run(process.execPath, 'tests/site.ts'));
// A minute under load gives way to everything else, and so costs no time beside it.
const load = runVitest(LOAD, 'pipe', 'tests/servers/release.test.ts');
const unitSucceeded = await runVitest(
  UNIT,
  'inherit',
  '--exclude',
  'tests/servers/release.test.ts',
);
const succeeded = [built, unitSucceeded, await load, await run('playwright', 'test')].every(
  Boolean,
);

interface Unit {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}
interface Suite {
  file: string;
  specs: { title: string; ok: boolean }[];
  suites?: Suite[];
}
interface Browser {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: Suite[];
}

const units = [UNIT, LOAD].map((file) => read(file) as Unit | undefined);
const sum = (field: 'numPassedTests' | 'numFailedTests') =>
  units.reduce((total, unit) => total + (unit?.[field] ?? 0), 0);
const browser = read(E2E) as Browser | undefined;
const e2e = browser?.stats;
const passed = sum('numPassedTests') + (e2e?.expected ?? 0);
// A step that stopped before it could count anything is a failure too.
const failed = sum('numFailedTests') + (e2e === undefined ? 0 : e2e.unexpected + e2e.flaky);
const missing = listMissing();
if (missing.length > 0) console.log(`\nSkipped in tests/servers what needs ${missing.join(', ')}.`);
for (const name of listFailed()) console.log(`✗ ${name}`);
console.log(`\n${passed} passed, ${succeeded ? failed : Math.max(failed, 1)} failed`);
process.exitCode = succeeded && passed > 0 ? 0 : 1;

function runVitest(
  results: string,
  stdio: 'inherit' | 'pipe',
  ...parameters: string[]
): Promise<boolean> {
  return start(
    stdio,
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...parameters,
  );
}

function run(command: string, ...parameters: string[]): Promise<boolean> {
  return start('inherit', command, ...parameters);
}

// What runs beside others tells what it did when it is done.
function start(
  stdio: 'inherit' | 'pipe',
  command: string,
  ...parameters: string[]
): Promise<boolean> {
  const child = spawn(command, parameters, { stdio: ['ignore', stdio, stdio] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  const title = `\n› ${command} ${parameters.join(' ')}`;
  if (stdio === 'inherit') console.log(title);
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(error.message);
      done(false);
    });
    child.on('close', (status) => {
      if (stdio === 'pipe') console.log(`${title}\n${said}`);
      done(status === 0);
    });
  });
}

// Said again at the end, since what a test said is far above.
function listFailed(): string[] {
  const files = units.flatMap((unit) => unit?.testResults ?? []);
  const told = files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [why = ''] }) =>
        [`${relative('.', name)}: ${fullName}`, ...why.split('\n').slice(0, 3)].join('\n  '),
      ),
  );
  return [...told, ...(browser?.suites ?? []).flatMap(listUnexpected)];
}

function listUnexpected({ file, specs, suites = [] }: Suite): string[] {
  return [
    ...specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`),
    ...suites.flatMap(listUnexpected),
  ];
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
