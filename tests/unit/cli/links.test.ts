import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, runWith } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

const readLines = (root: string) =>
  JSON.parse(readFileSync(join(root, 'content/links.lock.json'), 'utf8')) as Record<string, object>;

test('npm run links -- --import records addresses as they are, by whatever the new one is called', () => {
  const { root } = makeProject();
  writeFileSync(
    join(root, 'old.csv'),
    `Title;Old;New
Tea;https://old.example/tea.html;KB-1001
Tea;/kb/Tee;/articles/tea/
Tea;/hei%C3%9Fer%20tee/?x=1;https://drinks.example/k/1001/
Leaf;/kb/Tee#Das_Blatt;/articles/tea/#what-is-tea
Search;/find.php?id=12;/search/
Home;//old.example/index.php;/
Stays;/articles/tea;KB-1001
Id;KB-231;KB-1001
Milk;/milk;gone
Again;/milk/;gone
Water;/hc/en-us/articles/360012345-What;kb-1002#where-it-comes-from
`,
  );
  const env = { PUBLIC_SITE_URL: 'https://drinks.example/' };
  const first = runWith(env, root, 'links', '--import', 'old.csv');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(first.stdout).toMatch(/^9 new lines recorded, /);
  const today = new Date().toISOString().slice(0, 10);
  expect(readLines(root)).toMatchObject({
    '/tea.html': { to: 'KB-1001' },
    '/kb/Tee': { to: 'KB-1001' },
    '/hei%C3%9Fer%20tee/?x=1': { to: 'KB-1001' },
    '/kb/Tee#Das_Blatt': { to: 'KB-1001#what-is-tea' },
    '/find.php?id=12': { to: '/search/' },
    '/index.php': { to: '/' },
    '/milk': { gone: today },
    'KB-231': { to: 'KB-1001' },
    '/hc/en-us/articles/360012345-What': { to: 'KB-1002#where-it-comes-from' },
  });
  expect(runWith(env, root, 'links', '--import', 'old.csv').stdout).toMatch(
    /^0 new lines recorded, /,
  );
});

test('npm run links says where links to a section of the same words lead', () => {
  const { root, edit } = makeProject();
  const section = '### Where it comes from\n\nThe hills.\n\n';
  edit('articles/water.md', '## Where', `## Tea\n\n${section}## Tap\n\n### Where`);
  expect(run(root, 'links').stdout).toContain(
    'Links to KB-1002#where-it-comes-from lead to the section of that name above KB-1002#tap-where-it-comes-from.',
  );
  expect(run(root, 'links').stdout).not.toContain('Links to');
});

test('npm run links -- --import takes what lies below the path of the site, and nothing beside it', () => {
  const { root } = makeProject();
  const env = { PUBLIC_SITE_URL: 'https://drinks.example/kb/' };
  const record = (text: string) => {
    writeFileSync(join(root, 'old.csv'), `old,new\n${text}`);
    return runWith(env, root, 'links', '--import', 'old.csv');
  };
  expect(record('/help/tea,KB-1001\n').stderr).toMatch(
    /^old\.csv:2 {2}\/help\/tea lies outside \/kb\/, where this site answers {2}\[wrong-address\]\n/,
  );
  expect(record('https://drinks.example/kb/tea.html,/kb/articles/tea/\n')).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(readLines(root)['/tea.html']).toEqual({ to: 'KB-1001' });
});

test('npm run links -- --import tells all that is wrong at once, by line, and records nothing', () => {
  const { root, edit } = makeProject();
  edit('links.lock.json', '{\n', '{\n  "/tee/": {"to":"KB-1002"},\n');
  const before = readLines(root);
  writeFileSync(
    join(root, 'old.csv'),
    `old,new
/a.html,KB-1010
/b.html,/articles/teaa/
/c.html,https://elsewhere.example/articles/tea/
/d.html,KB-1002#where-it-comes
/e.html,
,KB-1001
/f//g,KB-1001
/100%,KB-1001
KB-1001,KB-1002
/articles/tea,KB-1002
/tee,KB-1001
/twice.html,KB-1001
/twice.html/,KB-1002
/h#part,KB-1001
`,
  );
  expect(run(root, 'links', '--import', 'old.csv')).toMatchObject({ status: 1, stdout: '' });
  expect(run(root, 'links', '--import', 'old.csv').stderr).toMatchInlineSnapshot(`
    "old.csv:2  KB-1010 is not on the site  [broken-redirect]
      Write an id such as KB-1001, a path such as /search/, or gone.
    old.csv:3  /articles/teaa/ is not on the site  [broken-redirect]
      Did you mean /articles/tea/ ?
    old.csv:4  https://elsewhere.example/articles/tea/ is not on the site  [broken-redirect]
    old.csv:5  KB-1002#where-it-comes is not on the site  [broken-redirect]
      Did you mean KB-1002#where-it-comes-from ?
    old.csv:6  the new address is missing  [broken-redirect]
    old.csv:7  the old address is missing  [wrong-address]
      Write the path that it had, such as /page.html.
    old.csv:8  /f//g has an empty part  [wrong-address]
      Write one / between the parts.
    old.csv:9  /100% is wrongly encoded  [wrong-address]
      Write %25 for a percent sign.
    old.csv:10  KB-1001 is an id, which leads to its article without a line  [wrong-address]
      Delete the line.
    old.csv:11  /articles/tea is a page of the site  [address-conflict]
    old.csv:12  /tee leads elsewhere in content/links.lock.json  [address-conflict]
      It says KB-1002. Change it there, or delete this line.
    old.csv:14  /twice.html/ leads elsewhere in line 13  [address-conflict]
      Keep one of the two lines.
    old.csv:15  nothing stands at /h itself  [broken-redirect]
      Add a line for it: /h,KB-1001
    13 problems in 1 file.
    "
  `);
  expect(readLines(root)).toEqual(before);
});

test('npm run links -- --import says what is wrong with its file', () => {
  const { root } = makeProject();
  writeFileSync(join(root, 'names.csv'), 'from,new\n/a,KB-1001\n');
  writeFileSync(join(root, 'open.csv'), 'old,new\n"/a,KB-1001\n');
  expect(run(root, 'links', '--import', 'none.csv').stderr).toBe(
    'there is no file none.csv\n  Name a CSV file with the columns old and new.\n',
  );
  expect(run(root, 'links', '--import', 'names.csv').stderr).toMatch(
    /^names\.csv:1 {2}the column old is missing {2}\[missing-field\]\n {2}Its first line must name the columns: old,new\n/,
  );
  expect(run(root, 'links', '--import', 'open.csv').stderr).toMatch(
    /^open\.csv:2 {2}.*\[broken-csv\]\n/,
  );
  expect(run(root, 'links', '--imprt', 'open.csv').stderr).toMatch(
    /^Unknown option '--imprt'\n {2}Usage: /,
  );
});

test('npm run links records nothing new of a page on which something is lost, and npm run move leads it on', () => {
  const { root, edit, report } = makeProject();
  edit('articles/water.md', '## Where it comes from', '## Mountains and rain');
  edit('articles/tea.mdx', '## What is tea?', 'See [below](#what-is-tea).\n\n## What is a tea?');
  edit('articles/tea.mdx', '## What is coffee?', '## Roasted beans\n\nBeans.\n\n## And milk?');
  edit('articles/tea.mdx', '[below](#what-is-tea)', '[water](/articles/water/)');
  const before = readLines(root);
  expect(run(root, 'links').stdout).toMatch(/^0 new lines recorded/);
  expect(readLines(root)).toEqual(before);
  expect(report()).toContain(
    'Perhaps it is #mountains-and-rain now: npm run move -- water#where-it-comes-from water#mountains-and-rain leads it there.',
  );
  expect(report()).toContain('npm run move -- tea#what-is-tea tea#what-is-a-tea leads');
  expect(report()).toContain(
    'New there are #roasted-beans, #and-milk: npm run move -- tea#what-is-coffee tea#… leads it to one of them.',
  );
  run(root, 'move', 'water#where-it-comes-from', 'water#mountains-and-rain');
  run(root, 'move', 'tea#what-is-tea', 'tea#what-is-a-tea');
  expect(run(root, 'move', 'tea#what-is-coffee', 'tea#roasted-beans')).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(readLines(root)).toMatchObject({
    'KB-1001#what-is-tea': { to: '#what-is-a-tea' },
    'KB-1001#what-is-coffee': { to: '#roasted-beans' },
    'KB-1001#and-milk': {},
    'KB-1002#where-it-comes-from': { to: '#mountains-and-rain' },
  });
  expect(report()).toContain('0 problems');
});

test('npm run move leads what is lost on in one hop, with the links of texts', () => {
  const { root, edit, report } = makeProject();
  edit('articles/tea.mdx', 'comes from leaves.', 'comes from leaves, see [more](#what-is-coffee).');
  edit('articles/water.md', /$/, '\nNot [coffee](/articles/tea/#what-is-coffee).\n');
  edit('articles/tea.mdx', '## What is coffee?', '## Beans');
  run(root, 'move', 'tea#what-is-coffee', 'tea#beans');
  const read = (file: string) => readFileSync(join(root, 'content/articles', file), 'utf8');
  expect(read('tea.mdx')).toContain('see [more](#beans).');
  expect(read('water.md')).toContain('Not [coffee](/articles/tea/#beans).');
  edit('articles/tea.mdx', '## Beans', '## Roasted beans');
  run(root, 'move', 'tea#beans', 'tea#roasted-beans');
  expect(readLines(root)).toMatchObject({
    'KB-1001#what-is-coffee': { to: '#roasted-beans' },
    'KB-1001#beans': { to: '#roasted-beans' },
  });
  expect(report()).toContain('0 problems');
  expect(run(root, 'move', 'tea#bean', 'tea#rosted-beans').stderr).toMatchInlineSnapshot(`
    "KB-1001#bean was never recorded, so that no link leads there  [wrong-address]
    KB-1001#rosted-beans is not on the site  [broken-redirect]
      Did you mean KB-1001#roasted-beans ?
    "
  `);
  expect(run(root, 'move', 'te#bean', 'tea').stderr).toMatchInlineSnapshot(`
    "unknown article te  [unknown-article]
      Did you mean tea ?
    "
  `);
});
