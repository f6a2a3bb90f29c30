import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CUP } from '../../fixtures/broken.ts';
import { run } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

const makeNamed = () => {
  const project = makeProject();
  project.change({
    'golden.yaml':
      '- { kind: exact, article: tea, query: cuppa }\n- { kind: exact, article: [water, tea], query: tea }\n',
    'budgets.yaml': '- { page: /articles/tea/, html: 3 }\n',
    'articles/cocoa.md': [
      '---\nid: KB-1003\ntitle: Cocoa\nshort: Cocoa\nsummary: It is sweet.\nanswer: Cocoa is sweet, unlike tea.\ntopic: drinks',
      'kind: concept\nquestions: [tea]\nrelated:\n  - water\n  - tea # the other\nowner: Kitchen\npublished: 2026-01-10\nupdated: 2026-01-10',
      'reviewed: 2026-01-10\nreviewBy: 2026-08-10\nstatus: published\n---\n\nNot [tea][t], see [its leaves](/articles/tea/#what-is-tea), `/articles/tea/` and /articles/teapot/.\n\n[t]: /articles/tea/\n',
    ].join('\n'),
    'topics.yaml': ['[tea, water]', '[tea, water, cocoa]'],
    'errors/tea.yaml':
      "errors:\n- { id: no-water, message: 'no water in the kettle {name}', by: program, meaning: It is empty., causes: [{ remedy: Fill it. }], unproven: it is a kettle, sources: [{ source: book }], checked: 2026-01 }\n",
    'articles/tea.mdx': ['## What is coffee?', '<Errors />\n\n## What is coffee?'],
  });
  expect(run(project.root, 'links')).toMatchObject({ status: 0 });
  return project;
};
const read = (root: string, file: string) => readFileSync(join(root, 'content', file), 'utf8');

test('npm run move renames an article in the section of its topic', () => {
  const { root, edit, report } = makeNamed();
  edit(
    'topics.yaml',
    'articles: [tea, water, cocoa]',
    'sections:\n    - id: hot\n      title: Hot\n      articles: [tea, cocoa]\n    - { id: cold, title: Cold, articles: [water] }',
  );
  run(root, 'links');
  expect(run(root, 'move', 'tea', 'black-tea')).toMatchObject({ status: 0, stderr: '' });
  expect(read(root, 'topics.yaml')).toContain('articles: [black-tea, cocoa]');
  expect(report()).toContain('0 problems');
});

test('npm run move renames an article, all that names it, and leads old links on', () => {
  const { root, report } = makeNamed();
  writeFileSync(
    join(root, 'content/articles/water.md'),
    read(root, 'articles/water.md').replaceAll('\n', '\r\n'),
  );
  const { stdout, ...rest } = run(root, 'move', 'tea', 'black-tea');
  expect(rest).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "content/articles/tea.mdx is now content/articles/black-tea.mdx
    content/errors/tea.yaml is now content/errors/black-tea.yaml
    10 references written anew in 7 files; old links lead on.
      content/articles/cocoa.md
      content/comparisons/tea-vs-coffee.yaml
      content/glossary.yaml
      content/topics.yaml
      content/golden.yaml
      content/budgets.yaml
      content/articles/water.md
    "
  `);
  expect(report()).toContain('0 problems');
  expect(read(root, 'comparisons/tea-vs-coffee.yaml')).toContain('\narticle: black-tea\n');
  expect(read(root, 'comparisons/tea-vs-coffee.yaml')).toContain('- id: tea\n');
  expect(read(root, 'glossary.yaml')).toContain('- id: tea\n  term: Tea');
  expect(read(root, 'glossary.yaml')).toContain('article: black-tea');
  expect(read(root, 'topics.yaml')).toContain('[black-tea, water, cocoa]');
  expect(read(root, 'golden.yaml')).toContain('[water, black-tea], query: tea }');
  expect(read(root, 'budgets.yaml')).toContain('/articles/black-tea/');
  expect(read(root, 'articles/water.md')).toContain('[tea](/articles/black-tea/).\r\n');
  const cocoa = read(root, 'articles/cocoa.md');
  expect(cocoa).toContain('questions: [tea]\nrelated:\n  - water\n  - black-tea # the other\n');
  expect(cocoa).toContain(
    '[its leaves](/articles/black-tea/#what-is-tea), `/articles/tea/` and /articles/teapot/.\n\n[t]: /articles/black-tea/\n',
  );
  expect(existsSync(join(root, 'content/errors/black-tea.yaml'))).toBe(true);
  expect(read(root, 'links.lock.json')).toContain('"/articles/tea/": {"to":"KB-1001"}');
});

test('npm run move takes an article back to a slug that was its own', () => {
  const { root, report } = makeNamed();
  run(root, 'move', 'tea', 'black-tea');
  expect(run(root, 'move', 'black-tea', 'tea')).toMatchObject({ status: 0, stderr: '' });
  expect(report()).toContain('0 problems');
  expect(read(root, 'links.lock.json')).toContain('"/articles/black-tea/": {"to":"KB-1001"}');
});

test('npm run move takes the records of its proofs along, and keeps a folder', () => {
  const { root, change } = makeProject();
  mkdirSync(join(root, 'content/articles/hot'));
  change({
    'articles/hot/water.md': read(root, 'articles/water.md').replace(
      'From the tap.',
      '```sh proof="boil"\nboil\n```\n\n',
    ),
    'articles/water.md': 'nothing',
    'proofs/water.yaml': 'proofs:\n  - id: boil\n',
    'proofs.lock.json': '{"water#boil":{"engine":"28.5.2","on":"2026-01-10","digest":"x"}}\n',
  });
  expect(run(root, 'move', 'water', 'fresh-water')).toMatchObject({ status: 0, stderr: '' });
  expect(existsSync(join(root, 'content/articles/hot/fresh-water.md'))).toBe(true);
  expect(existsSync(join(root, 'content/proofs/fresh-water.yaml'))).toBe(true);
  expect(Object.keys(JSON.parse(read(root, 'proofs.lock.json')))).toEqual(['fresh-water#boil']);
});

test('npm run move writes relative links anew, and no other relative address', () => {
  const { root, change, report } = makeProject();
  change({
    'articles/tea.mdx': ['comes from leaves.', 'comes from leaves. See ![water.md](water.png).'],
    'articles/water.png': CUP,
    'articles/hot/cocoa.md': `${read(root, 'articles/water.md').split('\n---\n')[0]?.replace('KB-1002', 'KB-1003').replaceAll('ater', 'ocoa')}\n---\n\nSee [a](../water.md), [b](../../articles/water.md#where-it-comes-from), [c][d], [e](../water.png) and water.md.\n\n[d]: ../water.md "Water"\n`,
    'topics.yaml': ['[tea, water]', '[tea, water, cocoa]'],
  });
  expect(run(root, 'links')).toMatchObject({ status: 0 });
  expect(run(root, 'move', 'water', 'fresh-water')).toMatchObject({ status: 0, stderr: '' });
  expect(read(root, 'articles/hot/cocoa.md')).toContain(
    'See [a](../fresh-water.md), [b](../../articles/fresh-water.md#where-it-comes-from), [c][d], [e](../water.png) and water.md.\n\n[d]: ../fresh-water.md "Water"\n',
  );
  expect(read(root, 'articles/tea.mdx')).toContain('![water.md](water.png)');
  expect(report()).toContain('0 problems');
});

test('npm run move refuses with all reasons, and changes nothing', () => {
  const { root } = makeNamed();
  const before = read(root, 'links.lock.json');
  expect(run(root, 'move', 'teaa', 'Black Tea')).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "unknown article teaa  [unknown-article]
      Did you mean tea ?
    the slug "Black Tea" cannot be an address  [wrong-value]
      Write lower-case letters, digits and single hyphens, starting with a letter.
    ",
      "stdout": "",
    }
  `);
  expect(run(root, 'move', 'tea', 'water')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^\/articles\/water\/ exists already .*\n {2}It is content\/articles\/water\.md\./,
    ),
  });
  run(root, 'move', 'water', 'fresh-water');
  expect(run(root, 'move', 'tea', 'water').stderr).toMatch(/was the address of another article/);
  expect(run(root, 'move', 'tea')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Usage: npm run move/),
  });
  expect(read(root, 'links.lock.json').length).toBeGreaterThan(before.length);
});

test('npm run move ends what a renamed file began, and the check says so', () => {
  const { root, report } = makeNamed();
  renameSync(join(root, 'content/articles/tea.mdx'), join(root, 'content/articles/chai.mdx'));
  expect(report()).toContain(
    'It is chai now, as it seems: npm run move -- tea chai writes what names it.',
  );
  expect(run(root, 'move', 'tea', 'chai')).toMatchObject({ status: 0, stderr: '' });
  expect(report()).toContain('0 problems');
  expect(read(root, 'topics.yaml')).toContain('[chai, water, cocoa]');
  expect(existsSync(join(root, 'content/errors/chai.yaml'))).toBe(true);
  expect(read(root, 'links.lock.json')).toContain('"/articles/tea/": {"to":"KB-1001"}');
  expect(read(root, 'links.lock.json')).toContain('"/articles/chai/": {}');
});

test('npm run move ends no renaming of which nobody knows what it became', () => {
  const { root } = makeNamed();
  for (const [from, to] of [
    ['tea.mdx', 'chai.mdx'],
    ['water.md', 'fresh-water.md'],
  ] as const)
    renameSync(join(root, 'content/articles', from), join(root, 'content/articles', to));
  expect(run(root, 'move', 'tea', 'chai')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('unknown article tea'),
  });
});
