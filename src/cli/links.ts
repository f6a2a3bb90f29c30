import { parseArgs } from 'node:util';
import { extendLedger } from '#domain/linking/ledger.ts';
import { checkSince } from '#domain/linking/record.ts';
import { count, formatProblems } from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { readLedgerSince, writeLedger } from '#reader/ledger.ts';
import { site } from './site.ts';

// npm run links: records every new address in content/links.lock.json; it never takes one away.
// npm run links -- --since <git-ref>: writes nothing, and fails when anything that the other revision recorded is missing.
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);

try {
  const { since } = parseArgs({ options: { since: { type: 'string' } } }).values;
  if (since === undefined) record();
  else compare(since);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function record(): void {
  const content = readContent(root);
  if (stopOn(checkContent(content, today, site).problems)) return;
  const { addresses, ledger } = content;
  const extended = extendLedger(ledger, addresses);
  writeLedger(root, extended);
  console.log(
    `${count(extended.size - ledger.size, 'new line')} recorded, ${extended.size} in all.`,
  );
  stopOn(checkContent(readContent(root), today, site).ledgerProblems);
}

function compare(revision: string): void {
  const before = readLedgerSince(root, revision);
  const { addresses, ledger, ledgerAt, reading } = readContent(root);
  if (stopOn([...before.problems, ...reading.ledger.problems])) return;
  if (stopOn(checkSince(before.ledger, revision, ledger, addresses, ledgerAt))) return;
  console.log(`All ${count(before.ledger.size, 'line')} of ${revision} are still on record.`);
}

function stopOn(problems: Parameters<typeof formatProblems>[0]): boolean {
  if (problems.length === 0) return false;
  console.error(formatProblems(problems));
  process.exitCode = 1;
  return true;
}
