import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../fixtures/command.ts';
import { startEditor } from '../../fixtures/language-server.ts';
import { makeProject } from '../../fixtures/project.ts';

const removals: (() => void)[] = [];
const { root } = makeProject((remove) => removals.push(remove));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
let editor: Awaited<ReturnType<typeof startEditor>>;

beforeAll(async () => {
  run(root, 'schemas');
  editor = await startEditor(root);
}, 60_000);

afterAll(() => {
  editor.stop();
  for (const remove of removals) remove();
});

test.each([
  'content/articles/tea.mdx',
  'content/articles/water.md',
  'content/pages/accessibility.md',
])('nothing is underlined in %s, which is right', { timeout: 60_000 }, async (file) =>
  expect(await editor.open(file, read(file)).underlined()).toEqual([]),
);

test('frontmatter is explained, completed and checked', { timeout: 60_000 }, async () => {
  const file = 'content/articles/tea.mdx';
  const text = read(file);
  expect(await editor.open(file, text).hover('\nansw')).toContain(
    'The short answer that stands on top',
  );
  const wrong = text
    .replace('topic: drinks', 'topic: drink')
    .replace('short: ', 'shrt: ')
    .replace(/owner: .*\n/, '');
  expect((await editor.open(file, wrong).underlined()).toSorted()).toEqual([
    '1 Missing property "owner".',
    '1 Missing property "short".',
    '4 Property shrt is not allowed.',
    expect.stringMatching(/^7 Value is not accepted\..*"drinks"/),
  ]);
  expect(
    await editor.open(file, text.replace('topic: drinks', 'topic: ')).complete('topic: '),
  ).toEqual(['drinks']);
});
