import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../fixtures/command.ts';
import { readTree } from '../../fixtures/folder.ts';
import { makeProject } from '../../fixtures/project.ts';

test('npm run new starts an article that npm run links has nothing to say to', () => {
  const { root } = makeProject();
  const { status, stdout, stderr } = run(root, 'new', 'Why is', 'milk white?', '--kind', 'how-to');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    /^KB-1003 is content\/articles\/why-is-milk-white\.mdx, a draft, .*\n\nNext:\n {2}1\. /,
  );
  expect(run(root, 'links')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^0 new lines/),
  });
});

test('npm run new refuses with all reasons, and changes nothing', () => {
  const { root } = makeProject();
  const topics = readFileSync(join(root, 'content/topics.yaml'), 'utf8');
  expect(run(root, 'new', 'Tea', '--topic', 'drink', '--kind', 'concpt')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      '/articles/tea/ exists already  [used-twice]\n  It is content/articles/tea.mdx. Reword the title.\n' +
      'unknown topic drink  [unknown-topic]\n  Did you mean drinks ?\nunknown kind concpt  [unknown-value]\n  Did you mean concept ?\n',
  });
  expect(run(root, 'new', 'Milk', '--topics', 'drinks')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Unknown option '--topics'\n {2}Usage: npm run new/),
  });
  expect(run(root, 'new')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^the title is missing {2}\[missing-field\]\n/),
  });
  expect(existsSync(join(root, 'content/articles/milk.mdx'))).toBe(false);
  expect(readFileSync(join(root, 'content/topics.yaml'), 'utf8')).toBe(topics);
  writeFileSync(join(root, 'content/topics.yaml'), '- id: "drinks\n');
  expect(run(root, 'new', 'Milk')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^Nothing was started: mend this first\.\ncontent\/topics\.yaml:.*\[broken-yaml\]/,
    ),
  });
});

test('npm run stale lists what is due, as a table and as JSON', () => {
  const { root } = makeProject();
  const table = run(root, 'stale', '--within', '99999');
  expect(table).toMatchObject({ status: 0, stderr: '' });
  expect(table.stdout).toMatch(
    /^DUE .*\n2026-08-10 .* article +KB-1001 +Tea vs coffee +content\/articles\/tea\.mdx:15\n/,
  );
  expect(table.stdout).toMatch(/\n\d+ overdue, \d+ due within 99999 days\.\n\nLACKING /);
  const json = run(root, 'stale', '--within', '99999', '--json', '--fail');
  expect(json.status).toBe(1);
  expect(
    JSON.parse(json.stdout).due.map(
      ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`,
    ),
  ).toEqual([
    'article KB-1001',
    'article KB-1002',
    'comparison tea-vs-coffee',
    'source book',
    'source rumour',
  ]);
  expect(run(root, 'stale', '--within', 'soon')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^--within is "soon"/),
  });
});

test('npm run stale --fail succeeds when nothing is due, and says so when content cannot be read', () => {
  const { root, edit } = makeProject();
  for (const [file, from] of [
    ['articles/tea.mdx', 'reviewBy: 2026-08-10'],
    ['articles/water.md', 'reviewBy: 2026-08-10'],
    ['comparisons/tea-vs-coffee.yaml', 'reviewBy: 2026-08'],
  ] as const)
    edit(file, from, 'reviewBy: 2999-01-01');
  edit('sources.yaml', /url: .*\n {2}/g, '');
  expect(run(root, 'stale', '--fail')).toEqual({
    status: 0,
    stdout:
      'Nothing is due within 30 days.\n\nLACKING                WHICH\nNo sources  1 article  KB-1002\n',
    stderr: '',
  });
  expect(JSON.parse(run(root, 'stale', '--json').stdout)).toMatchObject({ due: [] });
  edit('articles/tea.mdx', 'owner:', 'ownr:');
  expect(run(root, 'stale')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('[unknown-key]'),
  });
});

test('npm run stale counts the articles that lack a review, an owner or sources', () => {
  const { root, edit } = makeProject();
  const at = (number: number) => `articles/tea-${number}.md`;
  for (let number = 3; number <= 9; number += 1)
    writeFileSync(
      join(root, 'content', at(number)),
      readFileSync(join(root, 'content/articles/water.md'), 'utf8')
        .replaceAll(/^(?:owner|review).*\n/gm, '')
        .replace('KB-1002', `KB-100${number}`),
    );
  // Neither is offered to readers.
  edit(at(8), 'status: published', 'status: draft');
  edit(at(9), 'status: published', 'retired: { on: 2026-02-01, reason: We drink tea. }');
  edit('articles/tea.mdx', 'owner: Kitchen\n', '');
  expect(run(root, 'stale', '--within', '0').stdout).toContain(`
LACKING                       WHICH
No owner          6 articles  KB-1001, KB-1003, KB-1004, KB-1005, KB-1006 and 1 more; --json lists all
Not reviewed yet  5 articles  KB-1003, KB-1004, KB-1005, KB-1006, KB-1007
No sources        6 articles  KB-1002, KB-1003, KB-1004, KB-1005, KB-1006 and 1 more; --json lists all
`);
  const { lacking } = JSON.parse(run(root, 'stale', '--json').stdout);
  expect(lacking.owner).toHaveLength(6);
  expect(lacking.review[0]).toEqual({
    id: 'KB-1003',
    title: 'What is water?',
    file: 'content/articles/tea-3.md',
  });
});

test('npm run check:content has one line for all that is overdue', () => {
  const { root, edit } = makeProject();
  writeFileSync(
    join(root, 'content/articles/milk.md'),
    readFileSync(join(root, 'content/articles/water.md'), 'utf8'),
  );
  edit('articles/milk.md', 'KB-1002', 'KB-1003');
  for (const file of ['tea.mdx', 'water.md', 'milk.md'])
    edit(`articles/${file}`, 'reviewBy: 2026-08-10', 'reviewBy: 2026-02-20');
  edit('comparisons/tea-vs-coffee.yaml', 'reviewBy: 2026-08', 'reviewBy: 2999-01');
  edit('sources.yaml', /url: .*\n {2}/g, '');
  const { stdout } = run(root, 'check:content');
  expect(stdout).toBe('3 reviews overdue: npm run stale lists them.\n');
});

test('npm run links:report tells of the links in tickets', () => {
  const { root } = makeProject();
  writeFileSync(join(root, 'tickets.csv'), 'id,text\n1,"See KB-1001\nand KB-9999"\n2,kb1001\n');
  const { stdout, ...rest } = run(root, 'links:report', 'tickets.csv');
  expect(rest).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "2 tickets, 2 with a link to an article.

    TICKETS  TOPIC
    2        Drinks

    TICKETS  ARTICLE  TITLE
    2        KB-1001  Tea vs coffee

    TICKETS  STATE  LINK     USE INSTEAD  IN
    1        dead   KB-9999  –            1

    What would have fitted the others is known after npm run build.

    NEVER LINKED  TITLE
    KB-1002       What is water?
    "
  `);
  expect(JSON.parse(run(root, 'links:report', 'tickets.csv', '--json').stdout)).toMatchObject({
    tickets: 2,
    linking: 2,
    linked: [{ id: 'KB-1001', tickets: 2 }],
    mend: [{ link: 'KB-9999', state: 'dead', tickets: 1, where: ['1'] }],
    unlinked: [{ id: 'KB-1002' }],
  });
});

test('npm run links:report says what is wrong with its file', () => {
  const { root } = makeProject();
  writeFileSync(join(root, 'open.csv'), 'id,text\n1,"See\n');
  writeFileSync(join(root, 'empty.csv'), '');
  expect(run(root, 'links:report')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^no file is named\n {2}Usage: /),
  });
  expect(run(root, 'links:report', 'none.csv')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^there is no file none\.csv\n/),
  });
  expect(run(root, 'links:report', 'empty.csv')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^empty\.csv is empty\n/),
  });
  expect(run(root, 'links:report', 'open.csv')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^open\.csv:2 {2}.*\[broken-csv\]\n/),
  });
});

test('npm run check:content tells what is wrong without a build, to people, GitHub and programs', () => {
  const { root, edit } = makeProject();
  expect(run(root, 'check:content')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/Nothing wrong; the site has \d+ addresses\.\n$/),
  });
  edit('articles/tea.mdx', 'topic: drinks', 'topic: drink');
  edit('topics.yaml', 'title: Drinks', 'tittle: Drinks');
  expect(run(root, 'check:content')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^content\/articles\/tea\.mdx:7:1 {2}.* {2}\[unknown-topic\]\n[\s\S]*\n2 problems in 2 files\. Codes are explained in docs\/problems\.md\.\n$/,
    ),
  });
  expect(run(root, 'check:content', '--format', 'github')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(
      /^::error file=content\/articles\/tea\.mdx,line=7,col=1,title=unknown-topic::unknown topic drink%0ADid you mean drinks \?\n/,
    ),
  });
  expect(JSON.parse(run(root, 'check:content', '--format', 'json').stdout)).toMatchObject({
    problems: [
      { file: 'content/articles/tea.mdx', line: 7, column: 1, code: 'unknown-topic' },
      { file: 'content/topics.yaml', code: 'unknown-key' },
    ],
  });
  expect(run(root, 'check:content', '--format', 'xml')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^--format is "xml"/),
  });
});

test('npm run host prints a configuration, and refuses what it does not know', () => {
  const { root } = makeProject();
  const printed = run(root, 'host', 'nginx', '--root', '/srv/kb', '--listen', '8080');
  expect(printed).toMatchObject({ status: 0, stderr: '' });
  expect(printed.stdout).toContain('  listen 8080;\n');
  expect(printed.stdout).toContain('alias "/srv/kb/";');
  const usage =
    '  Usage: npm run -s host -- nginx|caddy [--root dist] [--listen 127.0.0.1:8080] [--tls folder]\n    --root ';
  expect(run(root, 'host', 'ngnix', '--listen', 'here')).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining(
      `unknown host ngnix\n  Did you mean nginx ?\n--listen is "here", it must be a port, or an address with a port, such as 127.0.0.1:8080\n${usage}`,
    ),
  });
  expect(run(root, 'host')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`no host is named\n  Known are: caddy, nginx\n${usage}`),
  });
  mkdirSync(join(root, 'dist'));
  writeFileSync(
    join(root, 'dist/index.html'),
    '<link rel="canonical" href="https://help.example/kb/">',
  );
  expect(run(root, 'host', 'caddy').stderr).toMatch(
    /is built for https:\/\/help\.example\/kb\/, and PUBLIC_SITE_URL and PUBLIC_BASE_PATH say /,
  );
});

const COMMANDS = Object.entries(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
).flatMap(([name, script]) => {
  const file = /^node (src\/cli\/\w+\.ts)$/.exec(script)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

test('there are commands of our own', () => expect(COMMANDS.length).toBeGreaterThan(12));

test.each(COMMANDS)(
  'npm run $name -- --help explains each option, and does nothing',
  ({ name, file }) => {
    const { root } = makeProject();
    const before = readTree(root);
    const { status, stdout, stderr } = run(root, name, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: npm run (?:-s )?${name}\\b`));
    const options = readFileSync(file, 'utf8').matchAll(
      /[\s{]'?([\w-]+)'?: \{\s*type: '(?:string|boolean)'/g,
    );
    for (const [, option] of options)
      expect(stdout).toMatch(new RegExp(`^ +--${option} +\\w`, 'm'));
    expect(readTree(root)).toEqual(before);
  },
);
