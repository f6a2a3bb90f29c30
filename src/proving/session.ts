/** A command of a session, with what the page prints below it. */
export interface Step {
  command: string;
  printed: string[];
}

/** The page leaves out what stands here: a part of a line or, alone in its line, any number of lines. */
const GAP = '…';
const PROMPT = /^[$#] /;

/** Whether a text is a session: its first line begins with a prompt. A `#` is one for root, where the language is `console`. */
export function isSession(text: string, language: string): boolean {
  return (language === 'console' ? PROMPT : /^\$ /).test(text);
}

/** The commands of a session, each with the lines below it. A command goes on behind a backslash, with or without `> `. */
export function parseSession(text: string): Step[] {
  const steps: Step[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const last = steps.at(-1);
    if (isOpen && last !== undefined) last.command += `\n${line.replace(/^> /, '')}`;
    else if (PROMPT.test(line)) steps.push({ command: line.slice(2), printed: [] });
    else last?.printed.push(line);
    isOpen = (isOpen || PROMPT.test(line)) && line.endsWith('\\');
  }
  return steps;
}

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
