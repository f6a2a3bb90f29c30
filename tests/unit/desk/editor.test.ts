import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { collectionNames, collections } from '#reader/collections.ts';
import { parseBody } from '#reader/body.ts';
import { componentSchemas } from '#schemas/component.ts';

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

test('each component has a snippet that the checks accept', () => {
  const snippets = Object.values(
    read<Record<string, { body: string | string[] }>>('content.code-snippets'),
  );
  const used = snippets.flatMap(({ body }) => {
    const text = [body]
      .flat()
      .join('\n')
      .replace(/\$\{\d+\|(\w+)[^}]*\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace('$0', 'Text.');
    const { components, problems } = parseBody(
      `Words. ${text.startsWith('<Cite') ? '' : '\n\n'}${text}\n`,
      'a.mdx',
    );
    expect(problems, text).toEqual([]);
    return components.map(({ name }) => name);
  });
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(componentSchemas).toSorted());
});

test('the task finds each problem in what npm run check:content prints', () => {
  interface Task {
    label: string;
    problemMatcher: { pattern: { regexp: string } }[];
  }
  const task = read<{ tasks: Task[] }>('tasks.json').tasks.find(
    ({ label }) => label === 'check:content',
  );
  const patterns = task?.problemMatcher.map(({ pattern }) => new RegExp(pattern.regexp)) ?? [];
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
