import { isShell } from './proof.ts';

/** A command of a session, with what the page prints below it. */
export interface Step {
  command: string;
  printed: string[];
}

/** A line of a session: what was typed in it stands behind its prompt, which is empty within a here-document; what was printed has none. */
interface Line {
  text: string;
  prompt: string | undefined;
}

/** What a shell shows in front of a line that carries a command on. */
const MORE = /^> ?/;
// Everything that may hold a quotation mark without opening a quotation.
const QUOTED = /'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|(?<=^|\s)#.*/gm;
const HERE = /(?<!<)<<-?\s*(["'\\]?)([A-Za-z_]\w*)\1/g;

/** Whether a block of code is a session: it begins with a prompt, below comments at most. A `#` is one for root, where the language is `console`. */
export function isSession(text: string, language: string): boolean {
  return (
    isShell({ language }) && (language === 'console' ? /^[$#] /m : /^(?:#.*\n)*\$ /).test(text)
  );
}

/** The commands of a session, each with the lines below it. */
export function parseSession(text: string): Step[] {
  const steps: Step[] = [];
  const prompt = toPrompt(text);
  for (const line of parseLines(text)) {
    const last = steps.at(-1);
    if (line.prompt === prompt) steps.push({ command: toTyped(line), printed: [] });
    else if (line.prompt === undefined) last?.printed.push(line.text);
    else if (last !== undefined) last.command += `\n${toTyped(line)}`;
  }
  return steps;
}

/** The lines of a session, each with its prompt if it was typed. A command goes on until it is whole: a backslash, a quotation, a here-document or a loop asks for more. */
export function parseLines(text: string): Line[] {
  const prompt = toPrompt(text);
  const rest = text.split('\n');
  const lines: Line[] = [];
  while (rest.length > 0) {
    const [first = ''] = rest;
    const command = first.startsWith(prompt)
      ? readCommand(rest, prompt)
      : [{ text: first, prompt: undefined }];
    lines.push(...command);
    rest.splice(0, command.length);
  }
  return lines;
}

function toPrompt(text: string): string {
  return /^[$#] /m.exec(text)?.[0] ?? '$ ';
}

function toTyped({ text, prompt = '' }: Line): string {
  return text.slice(prompt.length);
}

// With the prompts of lines that go on, if all have one; else they are taken off behind a backslash alone, since a text may hold the same
// sign; and what never ends goes as far as backslashes lead.
function readCommand(rest: readonly string[], prompt: string): Line[] {
  const [first = '', ...others] = rest;
  const start = { text: first, prompt };
  const toLine = (text: string): Line => ({ text, prompt: MORE.exec(text)?.[0] ?? '' });
  const bare = others.findIndex((text) => !MORE.test(text));
  const prompted = (bare === -1 ? others : others.slice(0, bare)).map(toLine);
  const plain = others.map((text, index) =>
    goesOn(rest[index] ?? '') ? toLine(text) : { text, prompt: '' },
  );
  return (
    readWhile([start, ...prompted], isOpen) ??
    readWhile([start, ...plain], isOpen) ??
    readWhile([start, ...plain], goesOn) ?? [start]
  );
}

function readWhile(lines: readonly Line[], test: (typed: string) => boolean): Line[] | undefined {
  let typed = '';
  for (const [index, line] of lines.entries()) {
    typed += `${index === 0 ? '' : '\n'}${toTyped(line)}`;
    if (!test(typed)) return lines.slice(0, index + 1);
  }
  return undefined;
}

function isOpen(typed: string): boolean {
  let code = typed;
  for (const [, , word = ''] of typed.matchAll(HERE)) {
    const body = new RegExp(`\\n(?:.*\\n)*?\\t*${word}(?=\\n|$)`).exec(code);
    if (body === null) return true;
    code = code.replace(body[0], '');
  }
  const bare = code.replace(QUOTED, '');
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0;
  return (
    goesOn(code) ||
    /["']/.test(bare) ||
    /(?:\||&&)\s*$/.test(bare) ||
    count(/(?:^|[\s;])(?:do|then)(?=\s|$)/g) > count(/(?:^|[\s;])(?:done|fi)(?=[\s;)]|$)/g)
  );
}

function goesOn(typed: string): boolean {
  return typed.endsWith('\\');
}
