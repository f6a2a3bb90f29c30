import { parseArgs } from 'node:util';
import { checkLeading, isAddress, leadAddress } from '#desk/lead.ts';
import { checkMove, moveArticle } from '#desk/move.ts';
import { count, formatMessage, formatProblems } from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { type Content, readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run move -- OLD NEW: gives an article another slug, with all that names it; old links lead on.
// npm run move -- SLUG#OLD SLUG#NEW: leads links to a heading that was reworded to the new one.
const usage = `npm run move -- OLD NEW
    OLD  an article, by the name of its file; or a section of one, as SLUG#OLD-ANCHOR
    NEW  what it is called from now on`;
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const options = readOptions(usage, () => parseArgs({ allowPositionals: true }));

if (options !== undefined) {
  const [from, to, ...more] = options.positionals;
  const content = readContent(root);
  if (from === undefined || to === undefined || more.length > 0) {
    console.error(`an old and a new slug must be named\n  Usage: ${usage}`);
    process.exitCode = 1;
  } else if (content.problems.length > 0) {
    console.error(formatProblems(content.problems));
    process.exitCode = 1;
  } else {
    const leads = isAddress(from);
    const refusals = leads ? checkLeading(from, to, content) : checkMove(from, to, content);
    if (refusals.length > 0) {
      console.error(refusals.map(formatMessage).join('\n'));
      process.exitCode = 1;
    } else {
      if (leads) lead(from, to, content);
      else move(from, to, content);
      const { problems, ledgerProblems } = checkContent(readContent(root), today, site);
      const left = [...problems, ...ledgerProblems];
      if (left.length > 0) {
        console.error(formatProblems(left));
        process.exitCode = 1;
      }
    }
  }
}

function lead(from: string, to: string, content: Content): void {
  const edited = leadAddress(from, to, content);
  console.log(`Old links to ${from} lead to ${to} now.`);
  for (const file of edited) console.log(`  ${file}`);
}

function move(from: string, to: string, content: Content): void {
  const { files, edited, references } = moveArticle(from, to, content);
  for (const [before, after] of files) console.log(`${before} is now ${after}`);
  console.log(
    `${count(references, 'reference')} written anew in ${count(edited.length, 'file')}; old links lead on.`,
  );
  for (const file of edited) console.log(`  ${file}`);
}
