import { parseArgs } from 'node:util';
import {
  type Format,
  formatAnnotations,
  formatJson,
  formatProblems,
  formats,
  formatWarnings,
} from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { readOptions } from './options.ts';
import { site, wrongSettings } from './site.ts';

// npm run check:content [-- --format text|github|json]: everything that is wrong in content/, without building the site.
const usage = `npm run check:content -- [--format ${formats.join('|')}]
    --format  text for people, github for annotations of a change, json for other programs`;
const values = readOptions(
  usage,
  () => parseArgs({ options: { format: { type: 'string', default: 'text' } } }).values,
);

if (values !== undefined && !isFormat(values.format)) {
  console.error(
    `--format is "${values.format}", it must be one of ${formats.join(', ')}\n  Usage: ${usage}`,
  );
  process.exitCode = 1;
} else if (values !== undefined) {
  const content = readContent(process.cwd());
  const found = checkContent(content, new Date().toISOString().slice(0, 10), site);
  const problems = [...found.problems, ...found.ledgerProblems, ...wrongSettings];
  const { warnings } = found;
  if (problems.length > 0) process.exitCode = 1;
  if (values.format === 'json') console.log(formatJson(problems, warnings));
  else if (values.format === 'github') console.log(formatAnnotations(problems, warnings));
  else {
    if (warnings.length > 0) console.log(formatWarnings(warnings));
    if (problems.length > 0)
      console.error(`${formatProblems(problems)} Codes are explained in docs/problems.md.`);
    else console.log(`Nothing wrong; the site has ${content.addresses.size} addresses.`);
  }
}

function isFormat(text: string): text is Format {
  return (formats as readonly string[]).includes(text);
}
