import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkRetirement, retireArticle } from '#desk/retire.ts';
import { readContent } from '#reader/content.ts';
import { run } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

const read = (root: string, file: string) => readFileSync(join(root, 'content', file), 'utf8');
const retirement = { slug: 'water', successor: 'tea', reason: 'It is in tea.', on: '2026-02-20' };
const cocoa = {
  'articles/cocoa.md':
    '---\nid: KB-1003\ntitle: Cocoa\nshort: Cocoa\nsummary: It is sweet.\nanswer: Cocoa is sweet.\ntopic: drinks\nkind: concept\nrelated:\n  - water # from the tap\n  - tea\nowner: Kitchen\npublished: 2026-01-10\nupdated: 2026-01-10\nreviewed: 2026-01-10\nreviewBy: 2026-08-10\nstatus: draft\n---\n\nSee [water](/articles/water/#where-it-comes-from) and [leaves](/articles/water/#what-is-tea).\n',
  'topics.yaml': ['[tea, water]', '[tea, water, cocoa]'],
  'glossary.yaml': ['article: tea', 'article: water'],
} as const;

test('npm run retire says so in the article, and what names it names its successor', () => {
  const { root, change } = makeProject();
  change(cocoa);
  const { stdout, ...rest } = run(root, 'retire', 'water', '--to', 'tea');
  expect(rest).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "content/articles/water.md is retired; it stays at its address, and says: Read “Tea vs coffee” instead. Reword it there if that is wrong.
    5 references to tea now; read the sentences around:
      content/articles/cocoa.md:10  water
      content/articles/tea.mdx:10  water
      content/glossary.yaml:5  water
      content/articles/cocoa.md:20  /articles/water/#where-it-comes-from
      content/articles/cocoa.md:20  /articles/water/#what-is-tea
    It stays in its topic, and what it shows stays published; another home has another article: slug there:
      content/topics.yaml:4  water
    "
  `);
  expect(read(root, 'articles/water.md')).toMatch(
    /\nretired:\n {2}on: \d{4}-\d\d-\d\d\n {2}reason: Read “Tea vs coffee” instead\.\n {2}successor: tea\n---\n/,
  );
  expect(read(root, 'articles/water.md')).not.toContain('status:');
  // Tea is not related to itself, and cocoa not to tea twice.
  expect(read(root, 'articles/tea.mdx')).toContain('related: []\n');
  expect(read(root, 'articles/cocoa.md')).toContain('related:\n  - tea\nowner');
  expect(read(root, 'articles/cocoa.md')).toContain(
    '[water](/articles/tea/) and [leaves](/articles/tea/#what-is-tea)',
  );
  expect(read(root, 'glossary.yaml')).toContain('article: tea');
  expect(read(root, 'topics.yaml')).toContain('[tea, water, cocoa]');
});

test('without a successor it leaves the lists, and links that lead there are told', () => {
  const { root, change } = makeProject();
  change(cocoa);
  const content = readContent(root);
  const { done, left } = retireArticle({ ...retirement, successor: undefined }, content);
  expect(done.map(({ file }) => file)).toEqual([
    'content/articles/cocoa.md',
    'content/articles/tea.mdx',
  ]);
  expect(left.map(({ file, line, value }) => `${file}:${line} ${value}`)).toEqual([
    'content/glossary.yaml:5 water',
    'content/articles/cocoa.md:20 /articles/water/#where-it-comes-from',
    'content/articles/cocoa.md:20 /articles/water/#what-is-tea',
  ]);
});

test('relative links lead to the successor', () => {
  const { root, change, report } = makeProject();
  change({
    'pages/accessibility.md': [/$/, '\nSee [it](../articles/water.md#where-it-comes-from).\n'],
  });
  retireArticle(retirement, readContent(root));
  expect(read(root, 'pages/accessibility.md')).toContain('See [it](/articles/tea/).');
  expect(report()).toContain('0 problems');
});

test('a table stays in the article that shows it', () => {
  const { root, report } = makeProject();
  const { stays } = retireArticle(
    { ...retirement, slug: 'tea', successor: 'water' },
    readContent(root),
  );
  expect(stays.map(({ file }) => file)).toEqual([
    'content/comparisons/tea-vs-coffee.yaml',
    'content/topics.yaml',
  ]);
  expect(read(root, 'comparisons/tea-vs-coffee.yaml')).toContain('\narticle: tea\n');
  expect(report()).toContain('0 problems');
});

test('what cannot be retired is told with all reasons', () => {
  const { root, change } = makeProject();
  change(cocoa);
  const refuse = (change: object) =>
    checkRetirement({ ...retirement, ...change }, readContent(root)).map(
      ({ message, hint }) => `${message} | ${hint}`,
    );
  expect(refuse({ slug: 'watr', successor: 'te' })).toEqual([
    'unknown article watr | Did you mean water ?',
    'unknown article te | Did you mean tea ?',
  ]);
  expect(refuse({ successor: undefined, reason: '' })).toEqual([
    'the reason is missing | Name --to OTHER, or --reason "One sentence for readers."',
  ]);
  expect(refuse({ slug: 'cocoa', successor: 'cocoa', reason: '' })).toEqual([
    'an article does not succeed itself | Name another.',
    'cocoa is a draft, which no link leads to | Delete its file and its line of content/topics.yaml.',
    'cocoa is a draft | Publish it first.',
  ]);
  expect(refuse({ successor: 'te', reason: '' })).toEqual([
    'unknown article te | Did you mean tea ?',
  ]);
  retireArticle(retirement, readContent(root));
  expect(refuse({ slug: 'water' })).toEqual(['water is retired already | Since 2026-02-20.']);
  expect(refuse({ slug: 'tea', successor: 'water' })).toEqual([
    'water is retired itself | Take its successor: --to tea',
  ]);
});
