import { expect, test } from 'vitest';
import { formatProblems, formatWarnings } from '#domain/problem.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { type Requirement, requirements } from '#schemas/site.ts';
import { makeProject } from '../../../fixtures/project.ts';
import { drinks } from '../../../fixtures/settings.ts';

const WATER = 'articles/water.md';
const bare: [string, string, string] = [
  WATER,
  'owner: Kitchen\npublished: 2026-01-10\nupdated: 2026-01-10\nreviewed: 2026-01-10\nreviewBy: 2026-08-10\n',
  'published: 2026-01-10\nupdated: 2026-01-10\n',
];

/** What a site that requires this finds after these edits. */
function find(requires: readonly Requirement[], ...edits: [string, string, string][]) {
  const { root, edit } = makeProject();
  for (const [file, from, to] of edits) edit(file, from, to);
  return checkContent(readContent(root), '2026-03-01', { ...drinks, requires: [...requires] });
}

test('an article without review, owner and sources is right where none is required', () =>
  expect(find([], bare)).toMatchObject({ problems: [], ledgerProblems: [], warnings: [] }));

test('what the site requires is missed at its line, all at once', () =>
  expect(formatProblems(find(requirements, bare).problems)).toMatchInlineSnapshot(`
    "content/articles/water.md:2:1  \`owner\` is missing  [missing-field]
      Name the team that answers for it, or take \`owner\` out of \`requires\` in src/site.config.ts.
    content/articles/water.md:2:1  \`reviewed\` is missing  [missing-field]
      Write the day on which its facts were last checked, as YYYY-MM-DD, or take \`review\` out of \`requires\` in src/site.config.ts.
    content/articles/water.md:2:1  \`reviewBy\` is missing  [missing-field]
      Write the day by which its facts must be checked again, as YYYY-MM-DD, or take \`review\` out of \`requires\` in src/site.config.ts.
    content/articles/water.md:2:1  cites no source  [missing-sources]
      Say with <Cite> where its facts come from, or take \`sources\` out of \`requires\` in src/site.config.ts.
    4 problems in 1 file."
  `));

test('each requirement stands for itself', () => {
  const missed = (requirement: Requirement) =>
    find([requirement], bare).problems.map(({ message }) => message);
  expect(missed('owner')).toEqual(['`owner` is missing']);
  expect(missed('review')).toEqual(['`reviewed` is missing', '`reviewBy` is missing']);
  expect(missed('sources')).toEqual(['cites no source']);
});

test('one of the two days of a review is missed alone', () =>
  expect(find(requirements, ['articles/tea.mdx', 'reviewed: 2026-02-10\n', '']).problems).toEqual([
    expect.objectContaining({ code: 'missing-field', message: '`reviewed` is missing' }),
    expect.objectContaining({ code: 'missing-sources' }),
  ]));

test('nothing is required of a draft', () =>
  expect(find(requirements, bare, [WATER, 'status: published', 'status: draft']).problems).toEqual(
    [],
  ));

test('a table with sources is enough, and so is a citation', () => {
  const cite = '<Cite source="book" section="Chapter 1" />';
  const table = '<Comparison id="tea-vs-coffee" />';
  expect(find(['sources']).problems.map(({ file }) => file)).toEqual(['content/articles/water.md']);
  expect(find(['sources'], ['articles/tea.mdx', cite, '']).problems).toHaveLength(1);
  expect(find(['sources'], ['articles/tea.mdx', table, '']).problems).not.toContainEqual(
    expect.objectContaining({ code: 'missing-sources', file: 'content/articles/tea.mdx' }),
  );
});

test('long titles are told, and stop nothing', () => {
  const { problems, warnings } = find(
    [],
    [WATER, 'title: What is water?', `title: ${'What is water '.repeat(6).trim()}?`],
    ['topics.yaml', 'title: Drinks', `title: ${'Drinks and '.repeat(4)}cups`],
  );
  expect(problems).toEqual([]);
  expect(formatWarnings(warnings)).toMatchInlineSnapshot(`
    "content/articles/water.md:3:1  \`title\` is 84 characters long; chat programs cut it after 75  [long-title]
      Shorten it if it loses nothing.
    content/topics.yaml:2:3  \`title\` is 48 characters long; lists of topics have room for 40  [long-title]
    2 warnings in 2 files."
  `);
  expect(find([], [WATER, 'What is water?', 'W'.repeat(75)]).warnings).toEqual([]);
  expect(find([], [WATER, 'What is water?', 'W'.repeat(201)]).problems).toHaveLength(1);
});

test('of a text that cannot be read nobody says that it cites nothing', () => {
  const { root, edit } = makeProject();
  const list = () =>
    checkContent(readContent(root), '2026-03-01', { ...drinks, requires: ['sources'] })
      .problems.filter(({ file }) => file.endsWith('tea.mdx'))
      .map(({ code }) => code);
  expect(list()).toEqual([]);
  edit('articles/tea.mdx', '## What is coffee?', '<Callout kind="note">\n\n## What is coffee?');
  expect(list()).toEqual(['broken-mdx']);
});
