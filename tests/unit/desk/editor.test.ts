import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { collectionNames, collections } from '#reader/collections.ts';
import { componentSchemas } from '#schemas/component.ts';
import { type Changes, CUP, fine } from '../../fixtures/broken.ts';
import { run } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

// JSON with comments of whole lines.
const read = <T>(file: string): T =>
  parse(readFileSync(join('.vscode', file), 'utf8').replace(/^\s*\/\/.*$/gm, ''));

test('each collection of data has its schema in the settings', () => {
  const files = collectionNames.flatMap((name) => {
    const { files } = collections[name];
    if ('list' in files) return [[name, `content/${files.list}`]];
    return files.endings.includes('yaml') ? [[name, `content/${files.folder}/*.yaml`]] : [];
  });
  expect(read<Record<string, unknown>>('settings.json')['yaml.schemas']).toEqual(
    Object.fromEntries(
      files.map(([name, file]) => [`.astro/collections/content-${name}.schema.json`, file]),
    ),
  );
});

// What a snippet leaves open, by its placeholder and its component.
const ANSWERS: Record<string, string> = {
  ...{ row: 'caffeine', subject: 'coffee', section: 'Chapter 1' },
  ...{ 'id Cite': 'book', 'id Term': 'tea', 'id Chooser': 'drink' },
  ...{ 'id StateDiagram': 'tea', 'id StateTable': 'tea' },
  ...{ 'id Comparison': 'tea-vs-coffee', 'id Fact': 'tea-vs-coffee' },
};

/** What a snippet names besides the text, by its component. */
const BESIDE: Record<string, Changes> = {
  Chooser: pick(fine['a chooser'], 'choosers/drink.yaml'),
  StateDiagram: pick(fine['a state machine'], 'machines/tea.yaml'),
  StateTable: pick(fine['a state machine'], 'machines/tea.yaml'),
  Errors: {
    'errors/tea.yaml':
      'errors:\n- { id: a, message: no water in the kettle, by: program, meaning: It is empty., causes: [{ remedy: Fill it. }], unproven: it is one, sources: [{ source: book }], checked: 2026-01 }\n',
  },
};

function pick(changes: Changes | undefined, file: string): Changes {
  return { [file]: changes?.[file] ?? '' };
}

const snippets = Object.values(
  read<Record<string, { prefix: string; body: string | string[] }>>('content.code-snippets'),
).map(({ prefix, body }) => ({ prefix, text: [body].flat().join('\n') }));

test.each(snippets)('the snippet $prefix makes what npm run check:content accepts', ({ text }) => {
  const name = /<(\w+)/.exec(text)?.[1] ?? '';
  const expanded = text
    .replace(/\$\{\d+\|(\w+)[^}]*\}/g, '$1')
    .replace(
      /\$\{\d+:([^}]*)\}/g,
      (_, words) => ANSWERS[`${words} ${name}`] ?? ANSWERS[words] ?? words,
    )
    .replace('$0', 'Text.');
  expect(expanded).not.toContain('$');
  const { change, codes, report } = makeProject();
  const whole = '<Comparison id="tea-vs-coffee" />';
  change(BESIDE[name] ?? {});
  if (expanded !== whole)
    change({
      'articles/tea.mdx':
        name === 'Cite' ? [' a cup.', ` a cup.${expanded}`] : [whole, `${whole}\n\n${expanded}`],
    });
  expect(
    codes().filter((code) => code !== 'unrecorded-address'),
    report(),
  ).toEqual([]);
});

test('each component has a snippet, which offers all that may be chosen', () => {
  const names = snippets.map(({ text }) => /<(\w+)/.exec(text)?.[1] ?? '');
  expect([...new Set(names)].toSorted()).toEqual(Object.keys(componentSchemas).toSorted());
  const callout = snippets.find(({ prefix }) => prefix === 'Callout')?.text ?? '';
  expect(/kind="\$\{1\|([^|]*)/.exec(callout)?.[1]?.split(',')).toEqual(
    componentSchemas.Callout.shape.kind.options,
  );
});

interface Pattern {
  regexp: string;
  file: number;
  line?: number;
  column?: number;
  message: number;
  code: number;
}

function readPatterns(): Pattern[] {
  interface Task {
    label: string;
    problemMatcher: { pattern: Pattern }[];
  }
  const { tasks } = read<{ tasks: Task[] }>('tasks.json');
  const task = tasks.find(({ label }) => label === 'check:content');
  return task?.problemMatcher.map(({ pattern }) => pattern) ?? [];
}

test('the task finds each problem in what npm run check:content prints', () => {
  const patterns = readPatterns().map(({ regexp }) => new RegExp(regexp));
  const folder = 'tests/unit/reader/messages';
  const lines = readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => / {2}\[[\w-]+\]$/.test(line)),
  );
  expect(lines.length).toBeGreaterThan(200);
  expect(lines.filter((line) => patterns.filter((each) => each.test(line)).length !== 1)).toEqual(
    [],
  );
});

test('the task reads file, place, words and code of problems and warnings', () => {
  const { root, change } = makeProject();
  change({
    'articles/tea.mdx': ['topic: drinks', 'topic: drink'],
    'articles/water.md': ['From', '![](cup.png) From'],
    'articles/cup.png': CUP,
    'notes.txt': 'Mine.',
  });
  const { stdout, stderr } = run(root, 'check:content');
  const found = `${stdout}${stderr}`.split('\n').flatMap((text) =>
    readPatterns().flatMap(({ regexp, file, line = -1, column = -1, message, code }) => {
      const groups = new RegExp(regexp).exec(text);
      return groups === null ? [] : [[file, line, column, message, code].map((at) => groups[at])];
    }),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      ['content/articles/tea.mdx', '7', '1', 'unknown topic drink', 'unknown-topic'],
      ['content/articles/water.md', '19', '1', 'an image without a text', 'missing-alt-text'],
      ['content/notes.txt', undefined, undefined, expect.any(String), 'unknown-file'],
    ]),
  );
});

test('the extension for MDX knows the components and their props', () => {
  expect(read('settings.json')).toMatchObject({ 'mdx.server.enable': true });
  const { include, mdx } = parse(readFileSync('tsconfig.json', 'utf8'));
  expect(mdx).toEqual({ checkMdx: true });
  expect(include).toEqual(expect.arrayContaining(['src', 'content']));
  // What it takes and refuses is seen by the check of types.
  const take = (props: Parameters<MDXProvidedComponents['Callout']>[0]) => props;
  expect(take({ kind: 'tip', children: 'Text.' }).title).toBeUndefined();
  // @ts-expect-error: no kind of callout
  expect(take({ kind: 'danger' }).kind).toBe('danger');
});
