import { parseArgs } from 'node:util';
import { formatColumns } from './columns.ts';
import { count, formatProblems } from '#domain/problem.ts';
import { listDue } from '#domain/checking/review.ts';
import { readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run stale [-- --within 60] [--json] [--fail]: what must be checked again, oldest first.
const today = new Date().toISOString().slice(0, 10);
const usage = 'npm run stale -- [--within 30] [--json] [--fail]';
const values = readOptions(
  usage,
  () =>
    parseArgs({
      options: {
        within: { type: 'string', default: '30' },
        json: { type: 'boolean' },
        fail: { type: 'boolean' },
      },
    }).values,
);

if (values !== undefined && !/^\d{1,5}$/.test(values.within)) {
  console.error(`--within is "${values.within}", it must be a number of days\n  Usage: ${usage}`);
  process.exitCode = 1;
} else if (values !== undefined) {
  const { reviews, problems } = readContent(process.cwd(), today, site);
  const due = listDue(reviews, today, Number(values.within));
  if (values.json) console.log(JSON.stringify(due, null, 2));
  else if (due.length === 0)
    console.log(`Nothing is due within ${count(Number(values.within), 'day')}.`);
  else {
    const rows = due.map(({ due: date, days, kind, id, title, file, line }) => [
      date,
      days < 0 ? `${count(-days, 'day')} ago` : days === 0 ? 'today' : `in ${count(days, 'day')}`,
      kind,
      id,
      title,
      `${file}:${line ?? 1}`,
    ]);
    console.log(formatColumns(['DUE', '', 'KIND', 'ID', 'TITLE', 'WHERE'], rows));
    const overdue = due.filter(({ days }) => days < 0).length;
    console.log(
      `\n${overdue} overdue, ${due.length - overdue} due within ${count(Number(values.within), 'day')}.`,
    );
  }
  // What cannot be read is missing above.
  if (problems.length > 0) console.error(formatProblems(problems));
  if (problems.length > 0 || (values.fail && due.length > 0)) process.exitCode = 1;
}
