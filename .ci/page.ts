import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Markdown as Prettier leaves it in this file. */
export async function formatMarkdown(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

/** Writes a page that a command makes of the code; with --check it writes nothing, and fails when the page is out of date. */
export function keepPage(file: string, page: string, command: string): void {
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
    console.error(`${file} is out of date\n  Run ${command}.`);
    process.exitCode = 1;
  }
}
