import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatColumns } from '#cli/columns.ts';
import { type Row, rows } from './rows.ts';

// npm run bench [-- page build again pack dev search large] [--runs 3] [--articles 1000]: how fast the site is, beside others.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    articles: { type: 'string', default: '1000' },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(rows);
const setting = {
  folder: join(tmpdir(), 'container-kb-bench'),
  runs: Number(values.runs),
  articles: Number(values.articles),
};
const unknown = names.filter((name) => rows[name] === undefined);

if (unknown.length > 0) {
  console.error(
    `There is no row ${unknown.join(', ')}\n  There are: ${Object.keys(rows).join(', ')}`,
  );
  process.exitCode = 1;
} else {
  const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const date = new Date().toISOString().slice(0, 10);
  const found: Row[] = [];
  for (const name of names) {
    console.error(`… ${name}`);
    try {
      found.push(...((await rows[name]?.(setting)) ?? []));
    } catch (error) {
      // What was measured before and after is worth its time all the same.
      console.error(error instanceof Error ? error.message : error);
      found.push({ what: name, figure: 'failed', goal: '' });
      process.exitCode = 1;
    }
  }
  console.log(`${date}, ${machine}\n`);
  console.log(
    formatColumns(
      ['WHAT', 'FIGURE', 'GOAL'],
      found.map(({ what, figure, goal }) => [what, figure, goal]),
    ),
  );
  mkdirSync('test-results', { recursive: true });
  writeFileSync(
    'test-results/bench.json',
    `${JSON.stringify({ date, machine, ...setting, rows: found }, undefined, 2)}\n`,
  );
}
