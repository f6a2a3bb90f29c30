import { parseArgs } from 'node:util';
import { checkMove, moveArticle } from '#desk/move.ts';
import { count, formatMessage, formatProblems } from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run move -- OLD NEW: gives an article another slug, with all that names it; old links lead on.
const usage = `npm run move -- OLD-SLUG NEW-SLUG
    OLD-SLUG  the article, by the name of its file
    NEW-SLUG  what it is called from now on`;
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
    const refusals = checkMove(from, to, content);
    if (refusals.length > 0) {
      console.error(refusals.map(formatMessage).join('\n'));
      process.exitCode = 1;
    } else {
      const { files, edited, references } = moveArticle(from, to, content);
      for (const [before, after] of files) console.log(`${before} is now ${after}`);
      console.log(
        `${count(references, 'reference')} written anew in ${count(edited.length, 'file')}; old links lead on.`,
      );
      for (const file of edited) console.log(`  ${file}`);
      const { problems, ledgerProblems } = checkContent(readContent(root), today, site);
      const left = [...problems, ...ledgerProblems];
      if (left.length > 0) {
        console.error(formatProblems(left));
        process.exitCode = 1;
      }
    }
  }
}
