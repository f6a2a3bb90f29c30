import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseCsv } from '#domain/csv.ts';
import { count, formatProblems } from '#domain/problem.ts';
import { type Suggest, type TicketReport, toTicketReport } from '#desk/tickets.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { Engine } from '#search/engine.ts';
import { formatColumns } from './columns.ts';
import { openLibrary } from './library.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run links:report tickets.csv [-- --json] [--host old.example]: which articles tickets link to, which of these links should be
// others, which articles would have fitted tickets without a link, and which tickets no article answers. --host names one that the
// site had before.
const BUILT = 'dist';
const MOST = 20;
const usage = `npm run links:report tickets.csv [-- --json] [--host old.example]
    --json  the report for other programs, with all of it
    --host  a host that the site had before; may be given several times`;
const options = readOptions(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, host: { type: 'string', multiple: true, default: [] } },
  }),
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
  else await report(file, options.values);
}

async function report(
  file: string,
  { json = false, host: hosts }: { json?: boolean; host: string[] },
): Promise<void> {
  const { rows, problem } = parseCsv(readFileSync(file, 'utf8'));
  const content = readContent(process.cwd());
  const { problems } = checkContent(content, new Date().toISOString().slice(0, 10), site);
  if (problem !== undefined) stop(formatProblems([{ file, ...problem }]));
  else if (rows.length === 0) stop(`${file} is empty`, 'It must start with a header.');
  else if (problems.length > 0) stop(formatProblems(problems));
  else {
    const found = await toTicketReport(rows, content, site, {
      hosts,
      suggest: await openSuggest(),
    });
    console.log(json ? JSON.stringify(found, null, 2) : format(found));
  }
}

// What is sure to answer, as /suggest/ has it; the index comes with a build.
async function openSuggest(): Promise<Suggest | undefined> {
  if (!existsSync(`${BUILT}/pagefind/lexicon.txt`)) return undefined;
  const engine = new Engine(await openLibrary(BUILT, site.idPrefix));
  return async (text) => {
    const { results, doubt } = await engine.suggest(text);
    return doubt === undefined ? results[0]?.card.id : undefined;
  };
}

function format(found: TicketReport): string {
  const { tickets, linking, months, topics, linked, mend, elsewhere, unlinked } = found;
  const fitting = found.fitting ?? [];
  const unanswered = found.unanswered ?? [];
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    rows.length > 0 ? [formatColumns(head, rows)] : [];
  const titled = ({ id, title, tickets: number }: (typeof linked)[number]) => [
    String(number),
    id,
    title,
  ];
  return [
    `${count(tickets, 'ticket')}, ${linking} with a link to an article.`,
    ...table(
      ['MONTH', 'TICKETS', 'WITH A LINK'],
      months.map((month) => [
        month.month,
        String(month.tickets),
        `${month.linking} (${Math.round((100 * month.linking) / month.tickets)} %)`,
      ]),
    ),
    ...table(
      ['TICKETS', 'TOPIC'],
      topics
        .filter((topic) => topic.tickets > 0)
        .map((topic) => [String(topic.tickets), topic.title]),
    ),
    ...table(['TICKETS', 'ARTICLE', 'TITLE'], linked.map(titled)),
    ...table(
      ['TICKETS', 'STATE', 'LINK', 'USE INSTEAD', 'IN'],
      mend.map(({ tickets: number, state, link, use, where }) => [
        String(number),
        state,
        link,
        use ?? '–',
        toList(where),
      ]),
    ),
    ...elsewhere.map(
      ({ host, tickets: number }) =>
        `${count(number, 'ticket')} with links to articles of ${host}, which are not counted. If this site was there before: --host ${host}`,
    ),
    ...table(
      ['NO LINK', 'WOULD HAVE FITTED', 'TITLE', 'IN'],
      fitting.map((article) => [...titled(article), toList(article.where)]),
    ),
    ...table(
      ['NO ARTICLE', 'BEGINS'],
      unanswered.slice(0, MOST).map(({ where, text }) => [where, text]),
    ),
    ...(unanswered.length > MOST ? [`${unanswered.length - MOST} more: --json lists them.`] : []),
    ...(found.fitting === undefined
      ? ['What would have fitted the others is known after npm run build.']
      : []),
    ...table(
      ['NEVER LINKED', 'TITLE'],
      unlinked.map(({ id, title }) => [id, title]),
    ),
  ].join('\n\n');
}

function toList(names: readonly string[]): string {
  return [...names.slice(0, 5), ...(names.length > 5 ? ['…'] : [])].join(', ');
}

function stop(message: string, hint?: string): void {
  console.error(hint === undefined ? message : `${message}\n  ${hint}`);
  process.exitCode = 1;
}
