import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count, formatProblems } from '#domain/problem.ts';
import type { Run } from '#domain/proof.ts';
import { type Engine, findObstacle, makeSystem, startEngine } from '#proving/engine.ts';
import { type Case, prove } from '#proving/prove.ts';
import type { Proof } from '#schemas/proof.ts';
import { checkContent } from '#reader/check.ts';
import { type Content, readContent } from '#reader/content.ts';
import { readRuns, RUNS, writeRuns } from '#reader/runs.ts';
import { formatColumns } from './columns.ts';
import { readOptions, runCommand } from './options.ts';
import { site } from './site.ts';

// npm run prove [-- [slug …] [--list] [--check]]: runs the commands of the articles on a real Docker Engine, and records what held.
// --list says of each block what proves it; --check records nothing, and fails when a block is not recorded as it is now.
const FIRST = 'content/proofs/_before.sh';
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const options = readOptions('npm run prove -- [slug …] [--list] [--check]', () =>
  parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean' }, check: { type: 'boolean' } },
  }),
);

if (options !== undefined) {
  const content = readContent(root);
  const { problems } = checkContent(content, today, site);
  if (problems.length > 0) {
    console.error(formatProblems(problems));
    process.exitCode = 1;
  } else if (options.values.list) listBlocks(content);
  else await runCommand(() => proveAll(content, options.positionals, options.values.check));
}

function listBlocks({ published }: Content): void {
  const findRun = readRuns(root);
  const rows = [...published.values()].flatMap(({ file, shell }) =>
    shell.map(({ line, text, proof, unproven }) => {
      const run = findRun(text);
      const state =
        unproven === undefined ? (run === undefined ? 'not run' : `run ${run.on}`) : 'cannot run';
      return [`${file}:${line}`, state, unproven ?? proof ?? ''];
    }),
  );
  const proven = rows.filter(([, state]) => state?.startsWith('run')).length;
  console.log(formatColumns(['BLOCK', 'STATE', 'PROOF, OR WHY NOT'], rows));
  console.log(`\n${proven} of ${count(rows.length, 'block')} run.`);
}

async function proveAll(content: Content, slugs: string[], isCheck = false): Promise<void> {
  const obstacle = findObstacle();
  if (obstacle !== undefined) {
    console.log(`No proof was run: ${obstacle}.`);
    return;
  }
  const cases = listCases(content).filter(
    ({ name }) => slugs.length === 0 || slugs.some((slug) => name.startsWith(`${slug}#`)),
  );
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const engine = await startEngine(makeSystem(join(cache, 'container-kb')));
  try {
    const started = performance.now();
    begin(engine);
    const held = cases.filter((each) => isHeld(engine, each));
    const seconds = Math.round((performance.now() - started) / 1000);
    const failed = cases.length - held.length;
    console.log(
      `${count(held.length, 'proof')} held, ${failed} failed, on Docker Engine ${engine.version} in ${seconds} s.`,
    );
    if (failed > 0) process.exitCode = 1;
    if (isCheck) checkRecord(held);
    else if (slugs.length === 0 && failed === 0)
      record(held, { engine: engine.version, on: today });
  } finally {
    engine.stop();
  }
}

// What all proofs share, such as the images that articles name
function begin({ run }: Engine): void {
  const file = join(root, FIRST);
  if (!existsSync(file)) return;
  const { code, output } = run(`exec 2>&1\nset -e\n${readFileSync(file, 'utf8')}`, 300_000);
  if (code !== 0) throw new Error(`${FIRST} ended with ${code}:\n${output.trimEnd()}`);
}

function isHeld(engine: Engine, each: Case): boolean {
  const started = performance.now();
  const faults = prove(engine, each);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${faults.length === 0 ? 'held  ' : 'FAILED'} ${seconds.padStart(5)} s  ${each.name}`,
  );
  for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n    ')}`);
  return faults.length === 0;
}

function listCases({ published, reading }: Content): Case[] {
  return reading.collections.proofs.entries.flatMap(({ id: slug, data: { proofs } }) => {
    const { shell = [], files = new Map() } = published.get(slug) ?? {};
    const toCommands = (proof: Proof) =>
      proof.run ?? shell.find((block) => block.proof === proof.id)?.text ?? '';
    return proofs.flatMap((proof): Case[] => {
      const first = proof.follows.flatMap((id) => proofs.filter((other) => other.id === id));
      const shared = { name: `${slug}#${proof.id}`, proof, files, first: first.map(toCommands) };
      if (proof.fact !== undefined) return [{ ...shared, block: undefined }];
      return shell
        .filter((block) => block.proof === proof.id)
        .map((block) => ({ ...shared, block }));
    });
  });
}

function record(held: readonly Case[], run: Run): void {
  writeRuns(
    root,
    held.flatMap(({ name, block }) => (block === undefined ? [] : [[name, block.text, run]])),
  );
}

function checkRecord(held: readonly Case[]): void {
  const findRun = readRuns(root);
  const missing = held.filter(
    ({ block }) => block !== undefined && findRun(block.text) === undefined,
  );
  if (missing.length === 0) return;
  console.error(
    `${RUNS} does not have ${missing.map(({ name }) => name).join(', ')} as it is now.\n  Run npm run prove and commit it.`,
  );
  process.exitCode = 1;
}
