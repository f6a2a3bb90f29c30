import { expect, test } from 'vitest';
import { isSession, parseLines, parseSession } from '#domain/session.ts';

test('commands that begin with a prompt are a session; the prompt of root needs its language', () => {
  expect(isSession('$ boil', 'sh')).toBe(true);
  expect(isSession('# as root\n$ boil', 'sh')).toBe(true);
  expect(isSession('# boil', 'console')).toBe(true);
  expect(isSession('ready\n$ boil', 'console')).toBe(true);
  expect(isSession('# a comment\nboil', 'sh')).toBe(false);
  expect(isSession('cat <<EOF\n$ 5 for one\nEOF', 'sh')).toBe(false);
});

test.each(['text', '', 'yaml', 'plaintext', 'php'])(
  'a block of the language %j is none, whatever its lines begin with',
  (language) => {
    for (const text of [
      'Costs a month:\n  $ 5 for one\n  $ 9 for two',
      '$ 5 for one',
      '$ tea = 1;',
    ])
      expect(isSession(text, language)).toBe(false);
  },
);

test('each command has the lines below it, and goes on behind a backslash', () => {
  expect(parseSession('$ boil \\\n> water \\\n  --hot\nboiling\n\nhot\n$ pour')).toEqual([
    { command: 'boil \\\nwater \\\n  --hot', printed: ['boiling', '', 'hot'] },
    { command: 'pour', printed: [] },
  ]);
});

test.each([
  ['a here-document', 'cat <<EOF > notes.txt\nfirst line\nEOF'],
  ['one that holds a prompt', 'cat <<EOF > tea\nfirst\n$ 5\nEOF'],
  ['one that is indented and quoted', "cat <<-'END'\n\tit's hot\n\tEND"],
  ['two of them', 'cat <<A <<B\none\nA\ntwo\nB'],
  ['a quotation', "sh -c '\n  boil\n  pour\n'"],
  ['a quotation with another inside', 'echo "it\'s\nhot"'],
  ['a pipe', 'boil |\n  pour'],
  ['a loop', 'for cup in a b; do\n  fill $cup\ndone'],
])('a command goes on in the lines of %s', (_name, command) => {
  expect(parseSession(`$ ${command}\nhot\n$ pour`)).toEqual([
    { command, printed: ['hot'] },
    { command: 'pour', printed: [] },
  ]);
});

test('the prompts of lines that go on are no part of the command', () => {
  expect(parseSession('$ cat <<EOF\n> first\n>\n> EOF\nfirst')).toEqual([
    { command: 'cat <<EOF\nfirst\n\nEOF', printed: ['first'] },
  ]);
  expect(parseSession('$ cat <<EOF\n> a quotation of Markdown\nEOF')).toEqual([
    { command: 'cat <<EOF\n> a quotation of Markdown\nEOF', printed: [] },
  ]);
});

test.each(["echo don't", 'echo $((1 << n))', 'git log --grep="#1'])(
  'what only looks as if it went on ends with its line: %s',
  (command) =>
    expect(parseSession(`$ ${command}\nhot\n$ pour`).map((step) => step.command)).toEqual([
      command,
      'pour',
    ]),
);

test('what was printed is no command, whatever it begins with', () => {
  expect(parseLines('$ cat /etc/resolv.conf\n# made by hand\n> a\n')).toEqual([
    { text: '$ cat /etc/resolv.conf', prompt: '$ ' },
    { text: '# made by hand', prompt: undefined },
    { text: '> a', prompt: undefined },
    { text: '', prompt: undefined },
  ]);
});
