import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeProject } from '../../fixtures/project.ts';

const TEA = 'articles/tea.mdx';
const WATER = 'articles/water.md';

type Project = ReturnType<typeof makeProject>;

/** What an author reads after a change of content that was right. */
function reportAfter(change: (project: Project) => void): string {
  const project = makeProject();
  change(project);
  return project.report();
}

function remove({ root, edit }: Project): void {
  rmSync(join(root, 'content', WATER));
  edit(TEA, 'related: [water]', 'related: []');
  edit('topics.yaml', '[tea, water]', '[tea]');
}

describe('each way to lose a link fails with the line to add', () => {
  test('a file is renamed', () =>
    expect(
      reportAfter(({ root, edit }) => {
        renameSync(join(root, 'content', WATER), join(root, 'content/articles/aqua.md'));
        edit(TEA, 'related: [water]', 'related: [aqua]');
        edit('topics.yaml', '[tea, water]', '[tea, aqua]');
      }),
    ).toMatchInlineSnapshot(`
      "content/links.lock.json:1:1  /articles/aqua/ is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "/articles/aqua/": {}
      content/links.lock.json:3:3  /articles/water/ was published and is no longer on the site  [lost-address]
        It is aqua now, as it seems: npm run move -- water aqua leads it there.
      2 problems in 1 file."
    `));
  test('a heading is renamed', () =>
    expect(
      reportAfter(({ edit }) => edit(WATER, '## Where it comes from', '## Where it came from')),
    ).toMatchInlineSnapshot(`
      "content/links.lock.json:1:1  KB-1002#where-it-came-from is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "KB-1002#where-it-came-from": {}
      content/links.lock.json:19:3  KB-1002#where-it-comes-from was published and is no longer on the site  [lost-address]
        Perhaps it is #where-it-came-from now: npm run move -- water#where-it-comes-from water#where-it-came-from leads it there. Else bring it back, or set its line to: "KB-1002#where-it-comes-from": {"gone":"YYYY-MM-DD"}
      2 problems in 1 file."
    `));
  test('a page is deleted', () =>
    expect(reportAfter(remove)).toMatchInlineSnapshot(`
      "content/links.lock.json:3:3  /articles/water/ was published and is no longer on the site, with KB-1002 and 1 section  [lost-address]
        Bring its file back, as by: git restore ':(glob)content/articles/**/water.md*'
        Then npm run retire -- water --to other ends it; npm run move -- water new-slug renames it.
      1 problem in 1 file."
    `));
  test('an anchor is deleted', () =>
    expect(reportAfter(({ edit }) => edit(WATER, '## Where it comes from\n\n', '')))
      .toMatchInlineSnapshot(`
        "content/links.lock.json:19:3  KB-1002#where-it-comes-from was published and is no longer on the site  [lost-address]
          npm run move -- water#where-it-comes-from water leads it to the page as a whole. Else bring it back, or set its line to: "KB-1002#where-it-comes-from": {"gone":"YYYY-MM-DD"}
        1 problem in 1 file."
      `));
  test('a section is put above a published one of the same words', () =>
    expect(
      reportAfter(({ edit }) =>
        edit(
          WATER,
          '## Where it comes from',
          '## Tea\n\n### Where it comes from\n\nThe hills.\n\n## Tap\n\n### Where it comes from',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "content/links.lock.json:1:1  KB-1002#tea is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "KB-1002#tea": {}
      content/links.lock.json:1:1  KB-1002#tap is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "KB-1002#tap": {}
      content/links.lock.json:1:1  KB-1002#tap-where-it-comes-from is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "KB-1002#tap-where-it-comes-from": {}. Links to KB-1002#where-it-comes-from lead to the section of that name above KB-1002#tap-where-it-comes-from. If that one is the new one, let it stand below.
      3 problems in 1 file."
    `));
  test('two headings are equal', () =>
    expect(reportAfter(({ edit }) => edit(TEA, '## What is coffee?', '### What is tea?')))
      .toMatchInlineSnapshot(`
        "content/articles/tea.mdx:25:1  two headings make the anchor #what-is-tea  [repeated-anchor]
          Links must be able to tell them apart. Reword one, such as: ### What is tea? (in short)
        1 problem in 1 file."
      `));
  test('an id has two articles', () =>
    expect(reportAfter(({ edit }) => edit(WATER, 'KB-1002', 'KB-1001'))).toMatchInlineSnapshot(`
      "content/articles/water.md:2:1  the id KB-1001 is used twice  [used-twice]
        It stands first in content/articles/tea.mdx:2. The next free one: id: KB-1003
      1 problem in 1 file."
    `));
  test('an id of an article that is gone is given to another one', () =>
    expect(
      reportAfter((project) => {
        const text = readFileSync(join(project.root, 'content', WATER), 'utf8');
        remove(project);
        project.edit(
          'links.lock.json',
          '"/articles/water/": {}',
          '"/articles/water/": {"gone":"2026-02-01"}',
        );
        project.edit('links.lock.json', '"KB-1002": {}', '"KB-1002": {"gone":"2026-02-01"}');
        project.edit(
          'links.lock.json',
          '"KB-1002#where-it-comes-from": {}',
          '"KB-1002#where-it-comes-from": {"gone":"2026-02-01"}',
        );
        expect(project.codes()).toEqual([]);
        writeFileSync(
          join(project.root, 'content/articles/milk.md'),
          text.replace('What is water?', 'What is milk?').replace('Where it comes from', 'Cows'),
        );
        project.edit('topics.yaml', '[tea]', '[tea, milk]');
      }),
    ).toMatchInlineSnapshot(`
      "content/links.lock.json:1:1  /articles/milk/ is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "/articles/milk/": {}
      content/links.lock.json:1:1  KB-1002#cows is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "KB-1002#cows": {}
      content/links.lock.json:18:3  KB-1002 is recorded as gone, but an article has it  [reused-id]
        An id is never used twice. Write in the article: id: KB-1003, or, if it is the same article that came back, set the line to: "KB-1002": {}
      3 problems in 1 file."
    `));
});

describe('npm run links -- --since', () => {
  function links(
    { root }: Project,
    ...parameters: string[]
  ): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('src/cli/links.ts'), ...parameters],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, VITEST: undefined } as NodeJS.ProcessEnv,
      },
    );
    return { status, output: stdout + stderr };
  }

  function commit({ root }: Project): void {
    const git = (...parameters: string[]) =>
      spawnSync(
        'git',
        [
          '-c',
          'user.name=A',
          '-c',
          'user.email=a@example.com',
          '-c',
          'commit.gpgsign=false',
          ...parameters,
        ],
        { cwd: root },
      );
    git('init', '--initial-branch=main');
    git('add', '.');
    git('commit', '--message=All');
  }

  test('passes when lines were added and changed', () => {
    const project = makeProject();
    commit(project);
    project.edit('links.lock.json', '{\n', '{\n  "/tee/": {"to":"KB-1001"},\n');
    expect(links(project, '--since', 'main')).toEqual({
      status: 0,
      output: expect.stringMatching(/^All \d+ lines of main are still/),
    });
  });

  test('fails with the line that is missing, although the content fits the ledger', () => {
    const project = makeProject();
    project.edit('links.lock.json', '{\n', '{\n  "/tee/": {"to":"KB-1001"},\n');
    commit(project);
    project.edit('links.lock.json', '  "/tee/": {"to":"KB-1001"},\n', '');
    project.edit(WATER, '## Where it comes from\n\n', '');
    project.edit('links.lock.json', /,\n {2}"KB-1002#where-it-comes-from": \{\}/, '');
    expect(project.codes()).toEqual([]);
    const { status, output } = links(project, '--since=main');
    expect(output).toMatchInlineSnapshot(`
      "content/links.lock.json:1:1  /tee/ is recorded in main and no longer here  [lost-record]
        Add the line: "/tee/": {"to":"KB-1001"}
      content/links.lock.json:1:1  KB-1002#where-it-comes-from is recorded in main and no longer here  [lost-record]
        Add the line: "KB-1002#where-it-comes-from": {"to":"KB-1002"} or "KB-1002#where-it-comes-from": {"gone":"YYYY-MM-DD"}
      2 problems in 1 file.
      "
    `);
    expect(status).toBe(1);
  });

  test('names a revision that does not exist', () => {
    const project = makeProject();
    commit(project);
    expect(links(project, '--since', 'mian')).toMatchInlineSnapshot(`
      {
        "output": "mian is no revision of this repository. Name a commit, a branch or a tag, such as origin/main.
      ",
        "status": 1,
      }
    `);
  });

  test('has nothing to compare with a revision before the first record', () => {
    const project = makeProject();
    const ledger = readFileSync(join(project.root, 'content/links.lock.json'));
    rmSync(join(project.root, 'content/links.lock.json'));
    commit(project);
    writeFileSync(join(project.root, 'content/links.lock.json'), ledger);
    expect(links(project, '--since', 'main')).toMatchObject({ status: 0 });
  });
});
