import { extendLedger } from '../domain/ledger.ts';
import { count, formatProblems } from '../domain/problem.ts';
import { readContent } from '../files/content.ts';
import { writeLedger } from '../files/ledger.ts';

// npm run links: records every new address in content/links.lock.json; it never takes one away.
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const { addresses, ledger, problems } = readContent(root, today);

if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exitCode = 1;
} else {
  const extended = extendLedger(ledger, addresses);
  writeLedger(root, extended);
  console.log(`${count(extended.size - ledger.size, 'new line')} recorded, ${extended.size} in all.`);
  const { ledgerProblems } = readContent(root, today);
  if (ledgerProblems.length > 0) {
    console.error(formatProblems(ledgerProblems));
    process.exitCode = 1;
  }
}
