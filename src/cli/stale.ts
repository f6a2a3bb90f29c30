import { parseArgs } from 'node:util';
import { formatColumns } from './columns.ts';
import { count, formatProblems } from '#domain/problem.ts';
import { listDue } from '#domain/checking/review.ts';
import { toNumber } from '#domain/linking/permalink.ts';
import { lacking, listLacking } from '#domain/evidence.ts';
import { type Content, readContent } from '#reader/content.ts';
import { type Requirement, requirements } from '#schemas/site.ts';
import { readOptions } from './options.ts';

// npm run stale [-- --within 60] [--json] [--fail]: what must be checked again, oldest first, and which articles lack a review, an owner or sources.
const today = new Date().toISOString().slice(0, 10);
const usage = `npm run stale -- [--within 30] [--json] [--fail]
    --within  how many days ahead what is due is told
    --json    the list for other programs
    --fail    ends with 1 when anything is due`;
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
  const { published, citations, reviews, problems } = readContent(process.cwd());
  const due = listDue(reviews, today, Number(values.within));
  const lacks = listLacks(published, citations);
  if (values.json) console.log(JSON.stringify({ due, lacking: lacks }, null, 2));
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
  if (!values.json) {
    const lines = requirements
      .filter((requirement) => lacks[requirement].length > 0)
      .map((requirement) => [
        lacking[requirement],
        count(lacks[requirement].length, 'article'),
        toFirst(lacks[requirement].map(({ id }) => id)),
      ]);
    if (lines.length > 0) console.log(`\n${formatColumns(['LACKING', '', 'WHICH'], lines)}`);
  }
  // What cannot be read is missing above.
  if (problems.length > 0) console.error(formatProblems(problems));
  if (problems.length > 0 || (values.fail && due.length > 0)) process.exitCode = 1;
}

// The articles that readers get, by number, under what each lacks.
function listLacks(
  published: Content['published'],
  citations: Content['citations'],
): Record<Requirement, { id: string; title: string; file: string }[]> {
  const lacks: ReturnType<typeof listLacks> = { owner: [], review: [], sources: [] };
  const byNumber = [...published].toSorted(
    ([, a], [, b]) => Number(toNumber(a.data.id)) - Number(toNumber(b.data.id)),
  );
  for (const [slug, { data, file }] of byNumber) {
    if (data.retired !== undefined) continue;
    for (const requirement of listLacking({ ...data, citations: citations.get(slug) ?? [] }))
      lacks[requirement].push({ id: data.id, title: data.title, file });
  }
  return lacks;
}

function toFirst(ids: readonly string[]): string {
  const rest = ids.length - 5;
  return rest > 0
    ? `${ids.slice(0, 5).join(', ')} and ${rest} more; --json lists all`
    : ids.join(', ');
}
