import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatColumns } from './columns.ts';
import { parseCsv } from '#domain/csv.ts';
import { count, formatProblems } from '#domain/problem.ts';
import { type TicketReport, toTicketReport } from './tickets.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run links:report tickets.csv [-- --json]: which articles tickets link to, and which of these links should be others.
const usage = 'npm run links:report tickets.csv [-- --json]';
const options = readOptions(usage, () =>
  parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } }),
);

if (options !== undefined) {
  const [file, ...more] = options.positionals;
  if (file === undefined || more.length > 0)
    stop(
      file === undefined ? 'no file is named' : 'more than one file is named',
      `Usage: ${usage}`,
    );
  else if (!existsSync(file) || !statSync(file).isFile())
    stop(`there is no file ${file}`, 'Name a CSV file that starts with a header.');
  else report(file, options.values.json ?? false);
}

function report(file: string, asJson: boolean): void {
  const { rows, problem } = parseCsv(readFileSync(file, 'utf8'));
  const content = readContent(process.cwd());
  const { problems } = checkContent(content, new Date().toISOString().slice(0, 10), site);
  if (problem !== undefined) stop(formatProblems([{ file, ...problem }]));
  else if (rows.length === 0) stop(`${file} is empty`, 'It must start with a header.');
  else if (problems.length > 0) stop(formatProblems(problems));
  else {
    const found = toTicketReport(rows, content, site);
    console.log(asJson ? JSON.stringify(found, null, 2) : format(found));
  }
}

function format({ tickets, linking, linked, mend, unlinked }: TicketReport): string {
  const parts = [`${count(tickets, 'ticket')}, ${linking} with a link to an article.`];
  if (linked.length > 0)
    parts.push(
      formatColumns(
        ['TICKETS', 'ARTICLE', 'TITLE'],
        linked.map((article) => [String(article.tickets), article.id, article.title]),
      ),
    );
  if (mend.length > 0)
    parts.push(
      formatColumns(
        ['TICKETS', 'STATE', 'LINK', 'USE INSTEAD', 'LINES'],
        mend.map(({ tickets: number, state, link, use, lines }) => [
          String(number),
          state,
          link,
          use ?? '–',
          toList(lines),
        ]),
      ),
    );
  if (unlinked.length > 0)
    parts.push(
      formatColumns(
        ['NEVER LINKED', 'TITLE'],
        unlinked.map(({ id, title }) => [id, title]),
      ),
    );
  return parts.join('\n\n');
}

function toList(lines: readonly number[]): string {
  return [...lines.slice(0, 5), ...(lines.length > 5 ? ['…'] : [])].join(', ');
}

function stop(message: string, hint?: string): void {
  console.error(hint === undefined ? message : `${message}\n  ${hint}`);
  process.exitCode = 1;
}
