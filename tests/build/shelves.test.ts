import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build, copyCode } from '../fixtures/build.ts';
import { run } from '../fixtures/command.ts';
import { writeTree } from '../fixtures/folder.ts';
import { askChecker, hasChecker, validate } from '../fixtures/markup.ts';

// Shelves that lack one of these each. tests/fixtures/shelf has all of them, and that of foreign.test.ts none.
const PARTS = ['sources', 'comparisons', 'terms', 'choosers', 'errors'] as const;

type Part = (typeof PARTS)[number];

const shelves = PARTS.map((missing): [string, Part[]] => [
  `no ${missing}`,
  PARTS.filter(
    // A cell and an unproven message name a source.
    (part) =>
      part !== missing && (missing !== 'sources' || (part !== 'comparisons' && part !== 'errors')),
  ),
]);

const toArticle = (id: string, title: string, body: string, fields = '') => `---
id: ${id}
title: ${title}
short: ${title}
summary: What it is.
answer: It is what it is.
topic: drinks
kind: concept
${fields}published: 2026-01-10
updated: 2026-01-10
status: published
---

## What is it?

${body}
`;

const FILES: Record<Part, Record<string, string>> = {
  sources: {
    'sources.yaml':
      '- { id: book, title: The book, publisher: A. Writer, checked: 2026-01, read: full }\n',
  },
  comparisons: {
    'comparisons/drinks.yaml': `title: Tea vs coffee
question: Which one?
article: tea
asOf: 2026-01
reviewBy: 2036-01
subjects: [{ id: tea, label: Tea, summary: Leaves. }, { id: coffee, label: Coffee, summary: Beans. }]
groups:
  - id: all
    label: All
    criteria:
      - { id: hot, label: Hot, kind: state, cells: { tea: { value: 'yes', sources: [{ source: book }] }, coffee: { value: 'yes', sources: [{ source: book }] } } }
`,
  },
  terms: { 'glossary.yaml': '- { id: leaf, term: Leaf, definition: It grows on a bush. }\n' },
  choosers: {
    'choosers/drink.yaml': `title: Which drink?
article: tea
questions: [{ id: hour, question: When?, options: [{ id: day, label: By day }, { id: night, label: At night }] }]
rules: [{ id: coffee, when: { hour: day }, take: Coffee, why: It wakes. }, { id: tea, when: {}, take: Tea, why: It is mild. }]
`,
  },
  errors: {
    'errors/tea.yaml': `errors:
  - { id: no-water, message: the kettle holds no water, by: program, meaning: It is empty., causes: [{ remedy: Fill it. }], unproven: needs a kettle, sources: [{ source: book }], checked: 2026-01 }
`,
  },
};

const USES: Record<Part, string> = {
  sources: 'It is hot.<Cite source="book" />',
  comparisons: '<Comparison id="drinks" />',
  terms: 'It is made of a <Term id="leaf">leaf</Term>.',
  choosers: '<Chooser id="drink" />',
  errors: '<Errors />',
};

test.each(shelves)(
  'a shelf is built, and says what it lacks: %s',
  { timeout: 240_000 },
  async (_name, parts) => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'shelf-')));
    onTestFinished(() => rmSync(root, { recursive: true, maxRetries: 5, retryDelay: 200 }));
    copyCode(root);
    const settings = join(root, 'src/site.config.ts');
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replace(/requires: \[.*\]/, 'requires: []'),
    );
    writeTree(join(root, 'content'), {
      'topics.yaml':
        '- { id: drinks, title: Drinks, summary: What to drink., articles: [tea, water] }\n',
      'articles/tea.mdx': toArticle(
        'KB-1001',
        'Tea',
        ['Tea.', ...parts.map((part) => USES[part])].join('\n\n'),
        'owner: Kitchen\nreviewed: 2026-02-10\nreviewBy: 2036-01-10\n',
      ),
      'articles/water.md': toArticle('KB-1002', 'Water', 'Water. See [tea](/articles/tea/).'),
      'pages/accessibility.md':
        '---\ntitle: Accessibility\ndescription: Who may drink.\n---\n\nEverybody.\n',
      ...Object.assign({}, ...parts.map((part) => FILES[part])),
    });
    expect(run(root, 'links')).toMatchObject({ status: 0, stderr: '' });
    // A build follows every link of every page.
    const { status, output } = build(root);
    expect(output).not.toMatch(/\[(?:ERROR|WARN)\]/);
    expect(status, output).toBe(0);
    const dist = join(root, 'dist');
    const read = (path: string) => readFileSync(join(dist, path), 'utf8');

    const home = read('index.html');
    const pages = {
      sources: 'Sources',
      comparisons: 'Comparisons',
      terms: 'Glossary',
      errors: 'Error messages',
    };
    for (const [part, label] of Object.entries(pages))
      expect([label, home.includes(`>${label}</a>`) || home.includes(`> ${label} </a>`)]).toEqual([
        label,
        parts.includes(part as Part),
      ]);
    // One topic is nothing to choose from.
    expect(read('search/index.html')).not.toMatch(/<legend[^>]*>Topic/);
    const promise = 'Each article says whether and when its facts were checked.';
    expect(home).toContain(promise);
    expect(read('llms.txt')).toContain(promise);

    const water = read('articles/water/index.html');
    for (const words of ['Not reviewed yet', 'No owner', 'No sources']) {
      expect(water).toContain(`<span>${words}</span>`);
      expect(read('articles/water.md')).toContain(`\n- ${words}\n`);
    }
    expect(water).not.toMatch(/id="sources"|lastReviewed|Next review/);
    expect(JSON.parse(read('api/articles/KB-1002.json'))).not.toHaveProperty('reviewed');
    expect(JSON.parse(read('k/1002.json'))).toEqual({ answer: 'It is what it is.' });

    expect(await validate(dist)).toEqual([]);
    if (hasChecker) expect(askChecker(dist)).toEqual([]);
  },
);
