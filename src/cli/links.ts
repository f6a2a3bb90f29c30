import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseCsv } from '#domain/csv.ts';
import { readOldAddresses } from '#domain/linking/import.ts';
import { extendLedger } from '#domain/linking/ledger.ts';
import { listReady } from '#domain/linking/lost.ts';
import { checkOldAnchors } from '#domain/linking/moved.ts';
import { checkLedger, checkSince, explainRepeat } from '#domain/linking/record.ts';
import { count, formatProblems, type Place, type Problem } from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { readLedgerSince, writeLedger } from '#reader/ledger.ts';
import { readOptions, runCommand } from './options.ts';
import { site } from './site.ts';

// npm run links: records every new address in content/links.lock.json; it never takes one away.
// npm run links -- --import FILE.csv: records the addresses of another site too, as its columns old and new say; all of them or none.
// npm run links -- --since <git-ref>: writes nothing, and fails when anything that the other revision recorded is missing.
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const usage = `npm run links [-- --import FILE.csv | --since origin/main]
    --import  a list of old addresses, with the columns old and new: records these too
    --since   a revision of git: writes nothing, and fails when a line of it is missing`;

await runCommand(() => {
  const options = readOptions(usage, () =>
    parseArgs({ options: { since: { type: 'string' }, import: { type: 'string' } } }),
  );
  if (options === undefined) return;
  const { since, import: file } = options.values;
  if (since !== undefined) compare(since);
  else record(file);
});

function record(file: string | undefined): void {
  const content = readContent(root);
  if (stopOn(checkContent(content, today, site).problems)) return;
  const { addresses, ledger } = content;
  const ready = listReady(content);
  let extended = extendLedger(ledger, ready);
  if (file !== undefined) {
    const { lines, problems } = readImport(file, content, extended);
    if (stopOn(problems)) return;
    extended = new Map([...extended, ...lines]);
  }
  writeLedger(root, extended);
  console.log(
    `${count(extended.size - ledger.size, 'new line')} recorded, ${extended.size} in all.`,
  );
  for (const [key, first] of content.repeats)
    if (ledger.has(first) && !ledger.has(key) && extended.has(key))
      console.log(explainRepeat(key, first));
  const waiting = addresses.size - ready.size;
  if (waiting > 0)
    console.log(
      `${count(waiting, 'new address')} not recorded yet: something is lost on the same page.`,
    );
  stopOn(checkContent(readContent(root), today, site).ledgerProblems);
}

// What is wrong is told at the line of the file, and what only shows with all lines together too.
function readImport(
  file: string,
  content: ReturnType<typeof readContent>,
  ledger: ReadonlyMap<string, object>,
): { lines: Map<string, object>; problems: Problem[] } {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Error(`there is no file ${file}\n  Name a CSV file with the columns old and new.`);
  const { rows, problem } = parseCsv(readFileSync(file, 'utf8'));
  if (problem !== undefined) return { lines: new Map(), problems: [{ file, ...problem }] };
  const { lines, problems } = readOldAddresses(rows, file, { ...content, ledger, site, today });
  const entries = new Map([...lines].map(([key, { entry }]) => [key, entry] as const));
  const whole = new Map([...ledger, ...entries]);
  const at = (key: string): Place => ({ file, line: lines.get(key)?.line });
  const together = [
    ...checkLedger(whole, content, (key) => (lines.has(key) ? at(key) : content.ledgerAt(key))),
    ...checkOldAnchors(whole, content.slugs, content.addresses, at),
  ];
  return {
    lines: entries,
    problems: problems.length > 0 ? problems : together.filter((fault) => fault.file === file),
  };
}

function compare(revision: string): void {
  const before = readLedgerSince(root, revision);
  const { addresses, ledger, ledgerAt, reading } = readContent(root);
  if (stopOn([...before.problems, ...reading.ledger.problems])) return;
  if (stopOn(checkSince(before.ledger, revision, ledger, addresses, ledgerAt))) return;
  console.log(`All ${count(before.ledger.size, 'line')} of ${revision} are still on record.`);
}

function stopOn(problems: readonly Problem[]): boolean {
  if (problems.length === 0) return false;
  console.error(formatProblems(problems));
  process.exitCode = 1;
  return true;
}
