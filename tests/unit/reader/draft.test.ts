import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWish, toDraft, toNextId } from '#domain/checking/draft.ts';
import { readContent } from '#reader/content.ts';
import { addToTopic, readTaken, writeDraft } from '#reader/draft.ts';
import { makeProject } from '../../fixtures/project.ts';
import { drinks } from '../../fixtures/settings.ts';

const TODAY = '2026-03-01';
const wish = { title: 'Why is milk white?', topic: 'drinks', kind: 'concept' };

const findFreeId = (root: string) => toNextId(readTaken(root), 'KB');
const write = (root: string, title: string) =>
  writeDraft(root, toDraft({ ...wish, title }, findFreeId(root), TODAY, drinks.requires));

test.each([
  'Why is milk white?',
  `Tea: "hot" & 'cold' < 100 % | [a] #1 🍵`,
  '2026-01-10',
  'true',
  '- a',
  'Çay',
  "'milk'",
])('a new article passes all checks: %s', (title) => {
  const project = makeProject();
  const file = write(project.root, title);
  expect(project.codes()).toEqual([]);
  expect(readTaken(project.root).titles.get(title.toLowerCase())).toBe(
    file.replace(/^.*\/|\.mdx$/g, ''),
  );
});

test('a new article reads like this', () => {
  const { root } = makeProject();
  expect(write(root, 'Why is milk white?')).toBe('content/articles/why-is-milk-white.mdx');
  expect(readFileSync(join(root, 'content/articles/why-is-milk-white.mdx'), 'utf8'))
    .toMatchInlineSnapshot(`
      "---
      id: KB-1003
      title: Why is milk white?
      short: TODO name of KB-1003
      summary: TODO what the article tells, in one sentence for search results and previews.
      answer: TODO the short answer, in at most two sentences.
      topic: drinks
      kind: concept
      questions:
        - TODO a question that it answers, in words of a reader
      owner: TODO the team that answers for it
      published: 2026-03-01
      updated: 2026-03-01
      status: draft
      ---

      TODO what a reader should know first. Every statement names its source; content/README.md lists the components.

      ## TODO a heading, whose words make its anchor

      TODO the section.
      "
    `);
  expect(readFileSync(join(root, 'content/topics.yaml'), 'utf8')).toContain(
    'articles: [tea, water, why-is-milk-white]',
  );
});

test('where neither is required, a new article names no owner and claims no review', () => {
  const { owner, reviewed, reviewBy } = toDraft(wish, 'KB-1003', TODAY, ['sources']);
  expect({ owner, reviewed, reviewBy }).toEqual({});
});

test('what is still to do cannot be published', () => {
  const project = makeProject();
  write(project.root, 'Milk');
  project.edit('articles/milk.mdx', 'status: draft', 'status: published');
  expect(project.report()).toMatchInlineSnapshot(`
    "content/articles/milk.mdx:2:1  \`reviewed\` is missing  [missing-field]
      Write the day on which its facts were last checked, as YYYY-MM-DD, or take \`review\` out of \`requires\` in src/site.config.ts.
    content/articles/milk.mdx:2:1  \`reviewBy\` is missing  [missing-field]
      Write the day by which its facts must be checked again, as YYYY-MM-DD, or take \`review\` out of \`requires\` in src/site.config.ts.
    content/articles/milk.mdx:2:1  the section #todo-a-heading-whose-words-make-its-anchor is still to do  [unfinished-text]
      Write it, or set status: draft.
    content/articles/milk.mdx:4:1  \`short\` is still to do  [unfinished-text]
    content/articles/milk.mdx:5:1  \`summary\` is still to do  [unfinished-text]
    content/articles/milk.mdx:6:1  \`answer\` is still to do  [unfinished-text]
    content/articles/milk.mdx:10:5  \`questions\` is still to do  [unfinished-text]
    content/articles/milk.mdx:11:1  \`owner\` is still to do  [unfinished-text]
    8 problems in 1 file."
  `);
});

test('the next id lies past all that were ever given', () => {
  const { root, edit } = makeProject();
  expect(findFreeId(root)).toBe('KB-1003');
  edit('links.lock.json', '{\n', '{\n  "KB-1007#tap": {"to":"KB-1002"},\n');
  expect(findFreeId(root)).toBe('KB-1008');
  edit('links.lock.json', '{\n', '{\n  "KB-1009": {"gone":"2026-01-01"},\n');
  expect(findFreeId(root)).toBe('KB-1010');
  // Of a draft, and of an article that cannot be read.
  edit('articles/water.md', 'id: KB-1002', 'id: "KB-1020"');
  edit('articles/water.md', 'title: ', 'title: "');
  expect(findFreeId(root)).toBe('KB-1021');
  edit(
    'articles/water.md',
    'status: published',
    'retired: { on: 2026-02-01, reason: We drink tea. }',
  );
  expect(findFreeId(root)).toBe('KB-1021');
});

test('all that is wrong with a wish is told at once', () => {
  const { root } = makeProject();
  expect(
    checkWish({ title: 'Tea '.repeat(60).trim(), topic: 'drink', kind: 'howto' }, readTaken(root)),
  ).toMatchInlineSnapshot(`
    [
      {
        "code": "wrong-value",
        "hint": "Found: Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea",
        "message": "the title is 239 characters long, at most 200 are allowed",
      },
      {
        "code": "unknown-topic",
        "hint": "Did you mean drinks ?",
        "message": "unknown topic drink",
      },
      {
        "code": "unknown-value",
        "hint": "Did you mean how-to ?",
        "message": "unknown kind howto",
      },
    ]
  `);
});

test.each([
  ['', 'missing-field'],
  ['???', 'wrong-value'],
  ['Tea!', 'used-twice'],
  ['WHAT IS WATER?', 'used-twice'],
  ['Old tea', 'used-twice'],
])('the title "%s" is refused', (title, code) => {
  const { root, edit } = makeProject();
  edit('links.lock.json', '{\n', '{\n  "/articles/old-tea/": {"to":"KB-1001"},\n');
  expect(checkWish({ ...wish, title }, readTaken(root)).map((problem) => problem.code)).toEqual([
    code,
  ]);
});

test('an article in a folder is in the way too, and no file is written over', () => {
  const { root } = makeProject();
  mkdirSync(join(root, 'content/articles/hot'));
  renameSync(join(root, 'content/articles/tea.mdx'), join(root, 'content/articles/hot/tea.mdx'));
  expect(checkWish({ ...wish, title: 'Tea' }, readTaken(root))[0]?.hint).toContain(
    'content/articles/hot/tea.mdx',
  );
  writeFileSync(join(root, 'content/articles/milk.mdx'), 'mine');
  expect(() => write(root, 'Milk')).toThrow('EEXIST');
  expect(readFileSync(join(root, 'content/topics.yaml'), 'utf8')).not.toContain('milk');
});

test.each([
  [
    'a list in brackets',
    '# Topics.\n- id: a # first\n  articles: [x, y] # in order\n- id: b\n  articles: [z]\n',
    '[x, y, new] # in order',
  ],
  [
    'a list with hyphens',
    '- id: a\n  articles:\n    - x\n    # then\n    - y\n',
    '    # then\n    - y\n    - new\n',
  ],
  ['an empty list', '- id: a\n  articles: []\n', 'articles: [new]'],
  ['no list', '- id: a\n  title: A\n', 'title: A\n  articles: [new]\n'],
  ['an empty field', '- id: a\n  articles:\n', 'articles: [new]'],
  [
    'the last section',
    '- id: a\n  articles: [x]\n  sections:\n    - id: b\n      articles: [y]\n    - id: c # late\n      articles: [z]\n',
    'id: c # late\n      articles: [z, new]',
  ],
])('%s gets one slug more and keeps everything else', (_name, text, expected) => {
  const added = addToTopic(text, 'a', 'new');
  expect(added).toContain(expected);
  for (const comment of text.match(/#.*/g) ?? []) expect(added).toContain(comment);
});

test('a list of topics changes in one line', () => {
  const text = readFileSync('tests/fixtures/shelf/topics.yaml', 'utf8').trimEnd();
  const added = addToTopic(text, 'kitchen', 'new').trimEnd();
  expect(added.replace(', new]', ']')).toBe(text);
});

test('a term and a source that only a draft uses have no address before it is published', () => {
  const { root, edit, report } = makeProject();
  write(root, 'Milk');
  edit(
    'articles/milk.mdx',
    'TODO the section.',
    'A <Term id="mug">mug</Term>.<Cite source="cow" />',
  );
  edit('glossary.yaml', /$/, '- { id: mug, term: Mug, definition: A cup. }\n');
  edit(
    'sources.yaml',
    /$/,
    '- { id: cow, title: The cow, publisher: A farm, checked: 2026-01, read: full }\n',
  );
  expect(report()).toContain('0 problems');
  const listed = () => [...readContent(root).addresses].filter((key) => /mug|cow/.test(key));
  expect(listed()).toEqual([]);
  edit('articles/tea.mdx', 'comes from leaves.', 'comes from leaves.<Cite source="cow" />');
  expect(listed()).toEqual(['/sources/#cow']);
});

test('a table whose article is gone is told what becomes of it', () => {
  const { edit, report } = makeProject();
  edit('comparisons/tea-vs-coffee.yaml', 'article: tea', 'article: lemonade');
  expect(report()).toMatch(
    /unknown article lemonade {2}\[unknown-article\]\n.*\n {2}Or delete this table, or name another article as its home\.\n/,
  );
});
