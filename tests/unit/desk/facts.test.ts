import { expect, test } from 'vitest';
import { findFacts } from '#desk/facts.ts';
import { readContent } from '#reader/content.ts';
import { run } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

test('npm run facts prints each fact to paste, and the places that quote it', () => {
  const { root } = makeProject();
  expect(run(root, 'facts', 'caffeine', 'coffee')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: `Tea, Caffeine: 20 to 60\u00a0mg
  <Fact comparison="tea-vs-coffee" criterion="caffeine" subject="tea" />
  content/comparisons/tea-vs-coffee.yaml:28:11
  quoted in content/articles/tea.mdx:23:1

Coffee, Caffeine: about 95\u00a0mg
  <Fact comparison="tea-vs-coffee" criterion="caffeine" subject="coffee" />
  content/comparisons/tea-vs-coffee.yaml:29:11
  quoted in content/articles/tea.mdx:23:1
  quoted in content/articles/tea.mdx:27:7

2 facts.
`,
  });
  expect(run(root, 'facts', 'milk').stdout).toMatch(/^No cell of a table has all of these words/);
  expect(run(root, 'facts')).toMatchObject({ status: 1 });
});

test('words are found in any form; a cell that nobody can fill is no fact', () => {
  const content = readContent(makeProject().root);
  const find = (query: string) =>
    findFacts(query, content, 'en-GB').map(
      ({ row, column, words }) => `${column}, ${row}: ${words}`,
    );
  expect(find('leaf made')).toEqual([]);
  expect(find('leaves')).toEqual(['Tea, Made of leaves: Yes', 'Coffee, Made of leaves: No']);
  expect(find('serve')).toEqual(['Tea, Best served: hot']);
  expect(find('the')).toEqual([]);
});

const table = (more = '', value = '{ n: 90, unit: mg }', label = 'caffeine') => ({
  'comparisons/wake.yaml': `title: Wake
question: What?
article: tea
asOf: 2026-01
reviewBy: 2026-08
subjects: [{ id: coffee, label: Coffee, summary: Brewed. }, { id: cola, label: Cola, summary: Sweet. }]
groups:
  - id: all
    label: All
    criteria:
      - id: how-much
        label: ${label}
        kind: quantity${more}
        cells:
          coffee: { value: ${value}, sources: [{ source: book }] }
          cola: { value: { n: 30, unit: mg }, sources: [{ source: book }] }
`,
});

test.each([
  ['the same figure', table('', '{ n: 95, unit: mg, approx: true }')],
  ['another scope', table('\n        scope: a small cup')],
  ['another time', table('\n        asOf: 2025-06')],
  ['another row', table('', '{ n: 90, unit: mg }', 'sugar')],
])('two tables agree about %s', (_name, changes) => {
  const { change, codes } = makeProject();
  change(changes);
  expect(codes()).not.toContain('conflicting-facts');
});

test('two tables that say different things of one fact are told', () => {
  const { change, report } = makeProject();
  change(table());
  expect(report())
    .toContain(`content/comparisons/wake.yaml:15:11  Coffee, caffeine: the table tea-vs-coffee says otherwise  [conflicting-facts]
  It stands in content/comparisons/tea-vs-coffee.yaml:29. Correct one, or say in \`scope\` or \`asOf\` for what each holds.`);
});
