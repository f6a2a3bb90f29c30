/** The page leaves out what stands here: a part of a line or, alone in its line, any number of lines. */
const GAP = '…';

/** Whether a page prints what a command printed: letter for letter, but for gaps and what varies. */
export function isPrinted(
  page: readonly string[],
  output: string,
  vary: readonly string[],
): boolean {
  const lines = mask(page.join('\n'), vary).replace(/\n+$/, '').split('\n').map(toLinePattern);
  return new RegExp(`^${lines.join('')}$`).test(`${mask(output, vary).replace(/\n+$/, '')}\n`);
}

/** The lines of a page of which no line of the output holds the words. */
export function listUnprinted(page: string, output: string, vary: readonly string[]): string[] {
  const printed = mask(output, vary);
  const masked = mask(page, vary).split('\n');
  return page
    .split('\n')
    .filter((_, index) => !new RegExp(toPattern(masked[index]?.trim() ?? '')).test(printed));
}

function mask(text: string, vary: readonly string[]): string {
  return vary
    .reduce((all, pattern) => all.replace(new RegExp(pattern, 'gm'), GAP), text)
    .replace(/[ \t\r]+$/gm, '');
}

function toLinePattern(line: string): string {
  return line === GAP ? '(?:.*\\n)*' : `${toPattern(line)}\\n`;
}

function toPattern(text: string): string {
  return text
    .split(GAP)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
}
