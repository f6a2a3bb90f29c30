import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { append, begin, checkBeginning } from '#desk/begin.ts';
import { readContent } from '#reader/content.ts';
import { run } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

const read = (root: string, file: string) => readFileSync(join(root, 'content', file), 'utf8');
const nothing = { article: undefined, url: undefined };

test('npm run new starts a table, which belongs to its draft until that is published', () => {
  const { root, edit } = makeProject();
  const report = () => run(root, 'check:content');
  expect(run(root, 'new', 'Hot drinks')).toMatchObject({ status: 0 });
  const started = run(root, 'new', '--comparison', 'Hot or cold', '--article', 'hot-drinks');
  expect(started).toMatchObject({ status: 0, stderr: '' });
  expect(started.stdout).toMatchInlineSnapshot(`
    "The comparison hot-or-cold stands in content/comparisons/hot-or-cold.yaml:1.

    Next:
      1. Replace each TODO; npm run check:content tells what is left.
      2. Write <Comparison id="hot-or-cold" /> in the article hot-drinks, its home.
    "
  `);
  // Its dates are the author's, and nobody is cited.
  expect(report().stderr).toContain('2 problems in 1 file');
  expect(read(root, 'comparisons/hot-or-cold.yaml')).not.toContain('source:');
  edit('comparisons/hot-or-cold.yaml', /asOf: TODO.*/, 'asOf: 2026-02');
  expect(run(root, 'new', '--term', 'Mug')).toMatchObject({ status: 0 });
  edit('glossary.yaml', /- id: mug[\s\S]*/, '');
  edit('comparisons/hot-or-cold.yaml', /reviewBy: TODO.*/, 'reviewBy: 2999-08');
  expect(report()).toMatchObject({ status: 0, stderr: '' });
  expect(readContent(root).addresses).not.toContain('/comparisons/hot-or-cold/');
  expect(read(root, 'comparisons/hot-or-cold.yaml')).toMatch(/^# yaml-language-server: /);
  edit('articles/hot-drinks.mdx', 'status: draft', 'status: published');
  edit('articles/hot-drinks.mdx', 'TODO the section.', '<Comparison id="hot-or-cold" />');
  expect(report().stderr).toMatch(
    /comparisons\/hot-or-cold\.yaml:3:1 {2}`question` is still to do {2}\[unfinished-text\]/,
  );
});

test('npm run new starts a term and a source at the end of their lists, and the check tells what is left', () => {
  const { root, report } = makeProject();
  const before = read(root, 'glossary.yaml');
  expect(run(root, 'new', '--term', 'Green tea', '--article', 'tea')).toMatchObject({ status: 0 });
  expect(read(root, 'glossary.yaml')).toBe(
    `${before}- id: green-tea\n  term: Green tea\n  definition: TODO what it means, in one sentence.\n  article: tea\n`,
  );
  begin(
    { ...nothing, kind: 'source', title: 'The leaf', url: 'https://leaf.example/' },
    readContent(root),
  );
  expect(read(root, 'sources.yaml')).toMatch(
    /\n- id: the-leaf\n {2}title: The leaf\n {2}publisher: TODO [^\n]+\n {2}url: https:\/\/leaf\.example\/\n {2}checked: TODO [^\n]+\n {2}read: TODO [^\n]+\n {2}note: TODO /,
  );
  expect(report()).toMatchInlineSnapshot(`
    "content/glossary.yaml:8:3  \`definition\` is still to do  [unfinished-text]
      Write it.
    content/sources.yaml:17:3  \`checked\` is still to do  [unfinished-text]
    content/sources.yaml:18:3  \`read\` is still to do  [unfinished-text]
    3 problems in 2 files."
  `);
});

test('a list takes an entry more in each of its forms', () => {
  const entry = { id: 'b' };
  expect(append('- id: a\n', entry)).toBe('- id: a\n- id: b\n');
  expect(append('# Words.\n[]\n', entry)).toBe('# Words.\n- id: b\n');
  expect(append('[{ id: a }] # one\n', entry)).toMatch(/- \{ id: a \}.*\n- id: b\n/);
});

test('what cannot be started is told with all reasons', () => {
  const { root } = makeProject();
  const refuse = (wish: object) =>
    checkBeginning({ ...nothing, kind: 'term', title: '', ...wish }, readContent(root)).map(
      ({ message, hint }) => `${message} | ${hint}`,
    );
  expect(refuse({})).toEqual(['the title is missing | npm run new -- --term "microVM"']);
  expect(refuse({ title: 'Cuppa', article: 'te' })).toEqual([
    'the term tea is the same | Use that one.',
    'unknown article te | Did you mean tea ?',
  ]);
  expect(refuse({ title: 'Tea' })).toEqual([
    'the term tea exists already | Reword the title, or use that one.',
  ]);
  expect(refuse({ kind: 'source', title: 'A book', url: 'https://drinks.example/book/' })).toEqual([
    'the source book is the same | Use that one.',
  ]);
  expect(refuse({ kind: 'source', title: 'A book', url: 'http://a.example' })).toEqual([
    '--url must be an address that starts with https:// | Found: http://a.example',
  ]);
  expect(refuse({ kind: 'comparison', title: 'T'.repeat(41) })).toEqual([
    `the title is 41 characters long, at most 40 are allowed | Found: ${'T'.repeat(41)}`,
    'the article that shows the table is missing | Name it: --article slug',
  ]);
});

test('what is wrong in the file to be written keeps from starting, and nothing else does', () => {
  const { root, edit } = makeProject();
  edit('sources.yaml', 'read: full', 'read: fully');
  expect(run(root, 'new', '--term', 'Mug')).toMatchObject({ status: 0 });
  const before = read(root, 'sources.yaml');
  expect(run(root, 'new', '--source', 'A leaf').stderr).toMatch(
    /^Nothing was started: mend this first\.\ncontent\/sources\.yaml:/,
  );
  expect(read(root, 'sources.yaml')).toBe(before);
});
