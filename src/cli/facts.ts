import { parseArgs } from 'node:util';
import { findFacts } from '#desk/facts.ts';
import { count, formatPlace, formatProblems } from '#domain/problem.ts';
import { readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site } from './site.ts';

// npm run facts -- "memory": the cells of tables that tell of it, each ready to be quoted, with the places that quote it.
const usage = `npm run facts -- "memory of a container"
    the words  all of which a cell, its row or its column must have`;
const options = readOptions(usage, () => parseArgs({ allowPositionals: true }));
const query = options?.positionals.join(' ').trim();

if (query === '') {
  console.error(`no words are given\n  Usage: ${usage}`);
  process.exitCode = 1;
} else if (query !== undefined) {
  const content = readContent(process.cwd());
  const facts = findFacts(query, content, site.locale);
  for (const { component, row, column, words, place, quotedBy } of facts)
    console.log(
      [
        `${column}, ${row}: ${words}`,
        `  ${component}`,
        `  ${formatPlace(place)}`,
        ...quotedBy.map(({ place: where }) => `  quoted in ${formatPlace(where)}`),
        '',
      ].join('\n'),
    );
  console.log(
    facts.length === 0
      ? 'No cell of a table has all of these words. Take fewer; each counts in any form.'
      : `${count(facts.length, 'fact')}.`,
  );
  // What cannot be read is missing above.
  if (content.problems.length > 0) {
    console.error(formatProblems(content.problems));
    process.exitCode = 1;
  }
}
