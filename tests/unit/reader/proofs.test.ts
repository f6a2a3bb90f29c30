import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '#reader/content.ts';
import { findRun, listCases, toDigest, toFindRun } from '#reader/proofs.ts';
import { readRuns, RUNS, writeRuns } from '#reader/runs.ts';
import { run } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

const blocks =
  '```sh proof="boil"\nboil\n```\n\n```sh proof="boil"\npour\n```\n\n```text\nhot\n```';
const proof = 'proofs:\n- id: boil\n  output: [hot]\n- { id: wet, fact: It is wet., run: touch }\n';
const held = { engine: '28.5.2', on: '2026-02-28' };

function makeProved() {
  const project = makeProject();
  project.change({
    'articles/water.md': [/From the tap\..*/, `From the tap.\n\n${blocks}\n`],
    'proofs/water.yaml': proof,
  });
  const record = () =>
    writeRuns(
      project.root,
      Object.fromEntries(
        listCases(readContent(project.root)).map((each) => [
          each.name,
          { ...held, digest: toDigest(each) },
        ]),
      ),
    );
  return { ...project, record };
}

test('a case has all blocks that name it, and a fact none', () => {
  const { root } = makeProved();
  expect(
    listCases(readContent(root)).map(({ name, blocks: own }) => [
      name,
      own.map(({ text }) => text).join(),
    ]),
  ).toEqual([
    ['water#boil', 'boil,pour'],
    ['water#wet', ''],
  ]);
});

test('a case was run until its blocks, or what proves them, change', () => {
  const { root, change, record } = makeProved();
  const find = () => {
    const { runs } = readRuns(root);
    return listCases(readContent(root)).map((each) => findRun(runs, each));
  };
  expect(find()).toEqual([undefined, undefined]);
  record();
  expect(find()).toEqual([held, held]);
  change({ 'articles/water.md': ['pour', 'pour slowly'] });
  expect(find()).toEqual([undefined, held]);
  record();
  change({ 'proofs/water.yaml': ['[hot]', '[cold]'] });
  expect(find()).toEqual([undefined, held]);
});

test('a page finds the run of a block by its text', () => {
  const { root, record } = makeProved();
  record();
  const find = toFindRun(root);
  expect([find('boil'), find('pour'), find('hot')]).toEqual([held, held, undefined]);
});

test('the record is a file of content, in the order of names', () => {
  const { root, record } = makeProved();
  record();
  expect(Object.keys(JSON.parse(readFileSync(join(root, RUNS), 'utf8')))).toEqual([
    'water#boil',
    'water#wet',
  ]);
  expect(run(root, 'check:content').stdout).toContain('Nothing wrong');
});

test('npm run prove -- --list says of each block what proves it, and when it was run', () => {
  const { root, record, change } = makeProved();
  record();
  change({
    'articles/tea.mdx': [
      '## What is coffee?',
      '```sh unproven="needs a cup"\nsip\n```\n\n## What is coffee?',
    ],
  });
  const { status, stdout } = run(root, 'prove', '--list');
  expect(status).toBe(0);
  expect(stdout).toMatch(/water\.md:\d+ +run 2026-02-28 +boil\n/);
  expect(stdout).toMatch(/tea\.mdx:\d+ +cannot run +needs a cup\n/);
  expect(stdout).toMatch(/water#wet +run 2026-02-28 +It is wet\.\n/);
  expect(stdout).toMatch(/2 of 3 blocks can be run, and 1 fact\.\n$/);
});

test('npm run prove refuses an article that is not there', () => {
  const { root } = makeProved();
  expect(run(root, 'prove', 'watr')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Did you mean water ?'),
  });
});
