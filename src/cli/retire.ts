import { parseArgs } from 'node:util';
import { type Retirement, checkRetirement, retireArticle } from '#desk/retire.ts';
import { count, formatMessage, formatProblems } from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run retire -- SLUG --to OTHER: says of an article that it no longer holds; it stays at its address, and what names it names the other.
const usage = `npm run retire -- SLUG [--to OTHER-SLUG] [--reason "One sentence for readers."]
    --to      the article that took its place
    --reason  why it no longer holds; needed without --to`;
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const options = readOptions(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, reason: { type: 'string' } },
  }),
);

if (options !== undefined) {
  const [slug, ...more] = options.positionals;
  const { to } = options.values;
  const content = readContent(root);
  const title = to === undefined ? undefined : content.articles.get(to)?.data.title;
  const reason = options.values.reason ?? (title === undefined ? '' : `Read “${title}” instead.`);
  if (slug === undefined || more.length > 0) {
    console.error(`one article must be named\n  Usage: ${usage}`);
    process.exitCode = 1;
  } else if (content.problems.length > 0) {
    console.error(formatProblems(content.problems));
    process.exitCode = 1;
  } else {
    const isOwn = options.values.reason !== undefined;
    retire({ slug, successor: to, reason: reason.trim(), on: today }, isOwn);
  }
}

function retire(retirement: Retirement, isOwn: boolean): void {
  const content = readContent(root);
  const refusals = checkRetirement(retirement, content);
  if (refusals.length > 0) {
    console.error(refusals.map(formatMessage).join('\n'));
    process.exitCode = 1;
    return;
  }
  const { done, left, stays, file } = retireArticle(retirement, content);
  const list = (mentions: typeof done) =>
    mentions.map(({ file: where, line, value }) => `  ${where}:${line ?? 1}  ${value}`).join('\n');
  console.log(
    `${file} is retired; it stays at its address, and says: ${retirement.reason}${isOwn ? '' : ' Reword it there if that is wrong.'}`,
  );
  if (done.length > 0)
    console.log(
      `${count(done.length, 'reference')} ${retirement.successor === undefined ? 'taken out' : `to ${retirement.successor} now`}; read the sentences around:\n${list(done)}`,
    );
  if (left.length > 0) console.log(`Still leading there; reword them:\n${list(left)}`);
  if (stays.length > 0)
    console.log(
      `It stays in its topic, and what it shows stays published; another home has another article: slug there:\n${list(stays)}`,
    );
  const { problems, ledgerProblems } = checkContent(readContent(root), today, site);
  const wrong = [...problems, ...ledgerProblems];
  if (wrong.length === 0) return;
  console.error(formatProblems(wrong));
  process.exitCode = 1;
}
