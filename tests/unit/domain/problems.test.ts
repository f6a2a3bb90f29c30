import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCsv } from '#domain/csv.ts';
import { checkBuiltPages } from '#domain/linking/link.ts';
import { checkSince } from '#domain/linking/record.ts';
import type { Problem } from '#domain/problem.ts';
import { chapters, type ProblemCode } from '#domain/problems/codes.ts';
import type { Explanation } from '#domain/problems/explanation.ts';
import { checkContent } from '#reader/check.ts';
import { readContent } from '#reader/content.ts';
import { readSite } from '#reader/site.ts';
import { config } from '#site.config.ts';
import { broken, type Changes, CUP } from '../../fixtures/broken.ts';
import { makeProject } from '../../fixtures/project.ts';
import { drinks } from '../../fixtures/settings.ts';
import { formatPage, PAGE } from '../../../.ci/problems.ts';

const table = new Map(
  Object.values(chapters).flatMap((codes): [string, Explanation][] => Object.entries(codes)),
);
const cases = Object.values(broken).flatMap((kind) => Object.values(kind));

/** Problems of other things than content as it stands, made of their example. */
const elsewhere = new Map<string, (example: string) => (Pick<Problem, 'code'> | undefined)[]>([
  [
    'wrong-setting',
    (example) => readSite(config, Object.fromEntries([example.split('=')])).problems,
  ],
  ['broken-csv', (example) => [parseCsv(`id,text\n${example}`).problem]],
  [
    'review-due',
    (example) => listWarnings({ 'articles/tea.mdx': ['reviewBy: 2026-08-10', example] }),
  ],
  [
    'long-title',
    (example) => listWarnings({ 'articles/tea.mdx': ['title: Tea vs coffee', example] }),
  ],
  [
    'retired-target',
    (example) =>
      listWarnings({
        'articles/tea.mdx': ['related: [water]', `${example} `],
        'articles/water.md': [
          'status: published',
          'retired: { on: 2026-02-01, reason: It is dry. }',
        ],
      }),
  ],
  ['missing-sources', listUnsourced],
  [
    'missing-alt-text',
    (example) =>
      listWarnings({ 'articles/water.md': ['From', `${example} From`], 'articles/cup.png': CUP }),
  ],
  ['unused-picture', (example) => listWarnings({ [example.replace('content/', '')]: CUP })],
  ['lost-record', listLost],
  ['forbidden-markup', listForbidden],
]);

test.each([...table])('%s is what its example makes', (code, { example }) => {
  const check = elsewhere.get(code);
  if (check !== undefined) expect(check(example).map((problem) => problem?.code)).toEqual([code]);
  else
    expect(
      cases.filter(([codes, changes]) => codes === code && hasText(changes, example)),
    ).not.toEqual([]);
});

test('each code names a kind in few words and has one place in the table', () => {
  const codes = Object.values(chapters).flatMap((chapter) => Object.keys(chapter));
  expect(codes.filter((code) => !/^[a-z]+(-[a-z]+){1,2}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});

test('the page of problems is made from the table as it is now', async () =>
  expect(readFileSync(PAGE, 'utf8')).toBe(await formatPage()));

/** Whether a file stands in content/ as the text says: it holds it, has it as its name, or leads there as a link. */
function hasText(changes: Changes, text: string): boolean {
  const { root, change } = makeProject();
  change(changes);
  return Object.entries(changes).some(([file, content]) => {
    const path = join(root, 'content', file);
    const isFile = existsSync(path) && lstatSync(path).isFile();
    const names = [`content/${file}`];
    if (typeof content === 'object' && 'link' in content)
      names.push(`content/${file} -> ${content.link}`);
    return (
      names.includes(text) || (isFile && trim(readFileSync(path, 'utf8')).includes(trim(text)))
    );
  });
}

// An example is shown without the indentation of its file.
function trim(text: string): string {
  return text.replace(/^ +/gm, '');
}

function listWarnings(changes: Changes): Problem[] {
  const { root, change } = makeProject();
  change(changes);
  return checkContent(readContent(root), '2026-03-01', drinks).warnings;
}

function listUnsourced(example: string): Problem[] {
  const { root, edit } = makeProject();
  edit('articles/water.md', example, `${example} `);
  return checkContent(readContent(root), '2026-03-01', { ...drinks, requires: ['sources'] })
    .problems;
}

function listLost(line: string): Problem[] {
  const before = new Map(Object.entries<object>(JSON.parse(`{${line}}`)));
  return checkSince(before, 'main', new Map(), new Set(), () => ({ file: 'ledger' }));
}

function listForbidden(example: string): { code: ProblemCode }[] {
  const page = { path: '/', ids: [], links: [], forbidden: [example] };
  return checkBuiltPages(new Map([['/', page]]), new Set(), drinks);
}
