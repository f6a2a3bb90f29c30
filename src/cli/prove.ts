import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkKnown, count, formatMessage, formatProblems } from '#domain/problem.ts';
import { type Case, isShell } from '#domain/proof.ts';
import { type Engine, findObstacle, makeSystem, startEngine } from '#proving/engine.ts';
import { prove } from '#proving/prove.ts';
import { checkContent } from '#reader/check.ts';
import type { ArticleRecord } from '#reader/article.ts';
import { readContent } from '#reader/content.ts';
import { findRun, listCases, toDigest } from '#reader/proofs.ts';
import { type Runs, RUNS, writeRuns } from '#reader/runs.ts';
import { formatColumns } from './columns.ts';
import { readOptions, runCommand } from './options.ts';
import { site } from './site.ts';

// npm run prove [-- [slug …] [--list] [--no-record] [--cache folder]]: runs the commands of articles on a real Docker Engine, and records
// what held. --list says of each block what proves it; --no-record runs them too, but writes nothing, and fails when the record is not of what
// articles say now.
const BEFORE = 'content/proofs/_before.sh';
const IMAGES = 'content/proofs/_images.sh';
// Many proofs wait for something.
const MACHINES = 3 * availableParallelism();
// So many that fail are run once more, alone: of hundreds, one now and then loses a race with all that runs beside it.
const FEW = 3;
// How many seconds apart two proofs must be to be told from one another in the record, which would else change with each run.
const SLOW = 20;
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const usage = `npm run prove -- [slug …] [--list] [--no-record] [--cache folder]
    slug         an article whose commands are run; else all are
    --list       runs nothing, and says of each block what proves it
    --no-record  writes nothing, and fails when the record is not of what articles say now
    --cache      the folder that keeps what a run has fetched`;
const options = readOptions(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      'no-record': { type: 'boolean', default: false },
      cache: {
        type: 'string',
        default: join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'container-kb'),
      },
    },
  }),
);

if (options !== undefined) {
  const { values, positionals } = options;
  const content = readContent(root);
  const { problems } = checkContent(content, today, site);
  const unknown = positionals.flatMap((slug) =>
    checkKnown('article', slug, [...content.published.keys()], { file: '' }),
  );
  if (problems.length > 0 || unknown.length > 0) {
    console.error(
      problems.length > 0 ? formatProblems(problems) : unknown.map(formatMessage).join('\n'),
    );
    process.exitCode = 1;
  } else {
    const isMeant = (slug: string) => positionals.length === 0 || positionals.includes(slug);
    const { runs } = content.reading;
    const cases = listCases(content);
    const meant = cases.filter(({ slug }) => isMeant(slug));
    if (values.list)
      list(
        [...content.published.values()].filter(({ id }) => isMeant(id)),
        meant,
        runs,
      );
    else await runCommand(() => proveAll(cases, meant, runs, values));
  }
}

function list(articles: readonly ArticleRecord[], cases: readonly Case[], runs: Runs): void {
  const states = new Map(
    cases.map((each) => {
      const run = findRun(runs, each);
      return [each.name, run === undefined ? 'not run' : `run ${run.on}`];
    }),
  );
  const blocks = articles.flatMap(({ id, file, shell }) =>
    shell
      .filter(isShell)
      .map(({ line, proof, unproven }) => [
        `${file}:${line}`,
        states.get(`${id}#${proof}`) ?? 'cannot run',
        unproven ?? proof ?? '',
      ]),
  );
  const facts = cases
    .filter(({ proof }) => proof.fact !== undefined)
    .map(({ name, proof }) => [name, states.get(name) ?? '', proof.fact ?? '']);
  const proven = blocks.filter(([, state]) => state !== 'cannot run').length;
  console.log(formatColumns(['BLOCK', 'STATE', 'PROOF, OR WHY NOT'], blocks));
  console.log(`\n${formatColumns(['FACT', 'STATE', ''], facts)}`);
  console.log(
    `\n${proven} of ${count(blocks.length, 'block')} can be run, and ${count(facts.length, 'fact')}.`,
  );
}

async function proveAll(
  all: readonly Case[],
  meant: readonly Case[],
  runs: Runs,
  { cache, 'no-record': isOnlyRun }: { cache: string; 'no-record': boolean },
): Promise<void> {
  const obstacle = findObstacle();
  const folder = obstacle === undefined ? await makeSystem(cache) : undefined;
  if (folder === undefined) {
    console.log(
      `No proof was run: ${obstacle ?? 'no mirror of Debian is set, or it does not answer'}.`,
    );
    return;
  }
  const engines: Engine[] = [];
  try {
    const started = performance.now();
    const start = async (model?: Engine) => {
      const engine = await startEngine(folder, readScript(BEFORE), model);
      engines.push(engine);
      tell('ready', started, BEFORE);
      return engine;
    };
    const first = await start();
    await makeImages(first);
    // All of them have started or failed before any is stopped.
    const starts = await Promise.allSettled(
      Array.from({ length: Math.min(MACHINES, meant.length) - 1 }, () => start(first)),
    );
    for (const each of starts) if (each.status === 'rejected') throw each.reason;
    const up = performance.now();
    const passed = new Map<Case, number>();
    const attempt = async (engine: Engine, each: Case, held?: string) => {
      const seconds = await tryCase(engine, each, held);
      if (seconds !== undefined) passed.set(each, seconds);
    };
    const left = meant.toSorted((a, b) => (runs[b.name]?.slow ?? 0) - (runs[a.name]?.slow ?? 0));
    await Promise.all(
      engines.map(async (engine) => {
        for (let each = left.shift(); each !== undefined; each = left.shift()) {
          await attempt(engine, each);
        }
      }),
    );
    const lost = meant.filter((each) => !passed.has(each));
    for (const each of lost.length > FEW ? [] : lost) await attempt(first, each, 'again');
    const held = meant.filter((each) => passed.has(each));
    const failed = meant.length - passed.size;
    const [wait, seconds] = [up - started, performance.now() - up].map((ms) =>
      Math.round(ms / 1000),
    );
    if (failed > 0) process.exitCode = 1;
    if (isOnlyRun) checkRecord(held, runs);
    else record(all, meant, passed, runs, first.version);
    console.log(
      `${count(held.length, 'proof')} held, ${failed} failed, on Docker Engine ${first.version} in ${seconds} s, after ${wait} s to start it.`,
    );
  } finally {
    await Promise.all(engines.map(({ stop }) => stop()));
  }
}

function readScript(name: string): string {
  const file = join(root, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function makeImages({ run }: Engine): Promise<void> {
  const started = performance.now();
  const { code, output } = await run(`exec 2>&1\nset -e\n${readScript(IMAGES)}`, 180_000);
  if (code !== 0) throw new Error(`${IMAGES} ended with ${code}:\n${output.trimEnd()}`);
  tell('ready', started, IMAGES);
}

// How many seconds a case took that held
async function tryCase(engine: Engine, each: Case, held = 'held'): Promise<number | undefined> {
  const started = performance.now();
  const faults = await prove(engine, each);
  const seconds = tell(faults.length === 0 ? held : 'FAILED', started, each.name);
  for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n    ')}`);
  return faults.length === 0 ? seconds : undefined;
}

function tell(state: string, started: number, name: string): number {
  const seconds = (performance.now() - started) / 1000;
  console.log(`${state.padEnd(6)} ${seconds.toFixed(1).padStart(5)} s  ${name}`);
  return seconds;
}

// What failed, or is gone, is on record no longer.
function record(
  all: readonly Case[],
  meant: readonly Case[],
  held: ReadonlyMap<Case, number>,
  runs: Runs,
  engine: string,
): void {
  const kept = Object.entries(runs).filter(
    ([key]) => all.some(({ name }) => name === key) && !meant.some(({ name }) => name === key),
  );
  const added = [...held].map(([each, seconds]) => {
    const slow = SLOW * Math.round(seconds / SLOW);
    const run = { engine, on: today, digest: toDigest(each), ...(slow > 0 && { slow }) };
    return [each.name, run] as const;
  });
  writeRuns(root, Object.fromEntries([...kept, ...added]));
}

function checkRecord(held: readonly Case[], runs: Runs): void {
  const missing = held.filter((each) => findRun(runs, each) === undefined);
  if (missing.length === 0) return;
  console.error(
    `${RUNS} does not have ${missing.map(({ name }) => name).join(', ')} as it is now\n  Run npm run prove, and commit the file.`,
  );
  process.exitCode = 1;
}
