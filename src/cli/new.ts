import { parseArgs } from 'node:util';
import { begin, checkBeginning, type Kind, toListFile } from '#desk/begin.ts';
import { checkWish, toDraft, toNextId } from '#domain/checking/draft.ts';
import { permalinkPath } from '#domain/linking/permalink.ts';
import { formatMessage, formatProblems, type Problem } from '#domain/problem.ts';
import { readContent } from '#reader/content.ts';
import { readTaken, writeDraft } from '#reader/draft.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run new -- "Title" [--topic id] [--kind concept]: starts an article with the next free id, as a draft.
// With --comparison, --term or --source it starts one of these instead.
const usage = `npm run new -- "Title" [--topic id] [--kind concept], or: --comparison "Title" --article slug, --term "Word" [--article slug], --source "Title" [--url https://…]
    --topic       the topic of the article; else the first
    --kind        its form, concept where none is given
    --comparison  starts a table instead
    --term        starts an entry of the glossary instead
    --source      starts a source instead
    --article     the article that shows the table, or explains the term
    --url         the address of the source`;
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const options = readOptions(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      topic: { type: 'string' },
      kind: { type: 'string', default: 'concept' },
      comparison: { type: 'boolean' },
      term: { type: 'boolean' },
      source: { type: 'boolean' },
      article: { type: 'string' },
      url: { type: 'string' },
    },
  }),
);

if (options !== undefined) {
  const { positionals, values } = options;
  const title = positionals.join(' ').replace(/\s+/g, ' ').trim();
  const [kind, ...more] = (['comparison', 'term', 'source'] as const).filter(
    (each) => values[each],
  );
  if (more.length > 0) stop(`one thing is started at a time\n  Usage: ${usage}`);
  else if (kind === undefined) startArticle(title, values);
  else startEntry(kind, title, values);
}

function startArticle(title: string, values: { topic?: string | undefined; kind: string }): void {
  const taken = readTaken(root);
  const wish = { title, topic: values.topic ?? taken.topics[0] ?? '', kind: values.kind };
  if (!isReadable(taken.problems) || refuse(checkWish(wish, taken))) return;
  const id = toNextId(taken, site.idPrefix);
  const file = writeDraft(root, toDraft(wish, id, today, site.requires));
  console.log(`${id} is ${file}, a draft, last in the topic ${wish.topic} of content/topics.yaml. Its permalink will be ${permalinkPath(id)}.

Next:
  1. Replace each TODO in the file; npm run dev shows the page and what is wrong with it.
  2. Move its slug in content/topics.yaml to where it belongs in the reading order.
  3. Once somebody has checked its facts, write the day as reviewed, and the next one as reviewBy.
  4. Set status: published, run npm run links, and commit content/ with content/links.lock.json.`);
}

function startEntry(
  kind: Kind,
  title: string,
  { article, url }: { article?: string | undefined; url?: string | undefined },
): void {
  const content = readContent(root);
  const beginning = { kind, title, article, url };
  const file = toListFile(kind);
  const inTheWay = content.problems.filter((problem) => problem.file === file);
  if (!isReadable(inTheWay) || refuse(checkBeginning(beginning, content))) return;
  const { id, file: started, line } = begin(beginning, content);
  const use = {
    comparison: `<Comparison id="${id}" /> in the article ${article}, its home`,
    term: `<Term id="${id}">${title}</Term> at its first mention in an article`,
    source: `<Cite source="${id}" /> behind a statement, or { source: ${id} } in a cell`,
  }[kind];
  console.log(`The ${kind} ${id} stands in ${started}:${line}.

Next:
  1. Replace each TODO; npm run check:content tells what is left.
  2. Write ${use}.`);
}

function isReadable(problems: readonly Problem[]): boolean {
  if (problems.length > 0)
    stop(`Nothing was started: mend this first.\n${formatProblems(problems)}`);
  return problems.length === 0;
}

function refuse(problems: readonly Omit<Problem, 'file'>[]): boolean {
  if (problems.length > 0) stop(problems.map(formatMessage).join('\n'));
  return problems.length > 0;
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
