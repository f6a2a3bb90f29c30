import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../fixtures/command.ts';
import { makeFolder, readTree, writeTree } from '../../fixtures/folder.ts';
import { makeProject } from '../../fixtures/project.ts';

const makeShelf = () => {
  const folder = makeFolder();
  writeTree(folder, {
    '_config.yml': 'baseurl: /help\npermalink: pretty\n',
    'pots/lid.md':
      '---\ntitle: The lid\nowner: Kitchen\ndate: 2024-05-01\nreviewed: 2024-06-01\nreviewBy: 2027-06-01\n---\n\nIt covers.\n\n## Its_knob\n\nSee [nothing](/help/none/).\n',
  });
  return folder;
};

test('npm run import --plan says what it would do, and writes nothing', () => {
  const { root } = makeProject();
  const folder = makeShelf();
  const before = readTree(root);
  const { stdout, ...rest } = run(root, 'import', folder, '--publish', '--plan');
  expect(rest).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "pots/lid.md:13  lost: /help/none/: it led nowhere
    content/topics.yaml  open: no page names or describes the topic "Pots"
    Jekyll: 1 article (1 new), 1 new topic, 0 files beside them.
    1 line above with lost: what could not be carried.
    1 line above with open: what is left to you.
    Old site: /help/ (from its settings); --url changes that.
      new  pots/lid.md → content/articles/pots/lid.md
        /help/pots/lid/ → /articles/lid/
    Nothing was written.
    "
  `);
  expect(readTree(root)).toEqual(before);
});

test('npm run import makes articles beside those that are there, and records where old addresses lead', () => {
  const { root, codes } = makeProject();
  const { stdout, ...rest } = run(root, 'import', makeShelf(), '--publish');
  expect(rest).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(
    'Old addresses recorded in content/links.lock.json: 1 page and 2 anchors.',
  );
  expect(stdout).toMatch(/Commit content\/\.$/m);
  const ledger = join(root, 'content/links.lock.json');
  expect(readFileSync(ledger, 'utf8')).toMatch(
    /"\/help\/pots\/lid\/": \{"to":"KB-\d+"\},\n\s+"\/help\/pots\/lid\/#its_knob": \{"to":"KB-\d+#its-knob"\}/,
  );
  // The new addresses too, so that nothing is left to do before a build.
  expect(codes()).toEqual([]);
});

test.each([
  [[], 'one folder must be named'],
  [['nowhere'], 'there is no folder nowhere'],
  [['.'], '. is no folder of a system that is known'],
  [['.', '--from', 'jekyl'], 'unknown system jekyl\n  Did you mean jekyll ?'],
  [['.', '--publsh'], "Unknown option '--publsh'"],
])('npm run import %j says what is wrong', (parameters, message) => {
  const { status, stderr } = run(makeFolder(), 'import', ...parameters);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

test('a record that cannot be read stops the import', () => {
  const { root } = makeProject();
  writeFileSync(join(root, 'content/_imported.json'), '{');
  const { status, stderr } = run(root, 'import', makeShelf());
  expect(status).toBe(1);
  expect(stderr).toContain('content/_imported.json cannot be read');
});
