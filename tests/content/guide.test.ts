import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseCsv } from '#domain/csv.ts';
import { parseBody } from '#reader/body.ts';
import { collections } from '#reader/collections.ts';
import { componentSchemas } from '#schemas/component.ts';

// What authors are told must be there. The page of fields is kept current by npm run check.
const guide = readFileSync('content/README.md', 'utf8');
const fields = readFileSync('docs/fields.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** The file of an example, on its first line. */
const FILE = /^# (\w+)[./]/;

const withoutBlocks = (text: string) => text.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '');
const listCode = (text: string) =>
  [...withoutBlocks(text).matchAll(/(`+) ?(.+?) ?\1/g)].map(([, , code = '']) => code);
const blocks = [...guide.matchAll(/^(`{3,})(\S+).*\n([\s\S]*?)^\1$/gm)].map(
  ([, , language = '', text = '']) => ({ language, text }),
);
const fence = (language: string) =>
  blocks.filter((block) => block.language === language).map(({ text }) => text);

test('each chapter fits a screen', () => {
  let isBlock = false;
  const lengths = new Map<string, number>();
  let chapter = '';
  for (const line of guide.split('\n')) {
    if (/^`{3,}/.test(line)) isBlock = !isBlock;
    if (!isBlock && line.startsWith('## ')) chapter = line;
    lengths.set(chapter, (lengths.get(chapter) ?? 0) + 1);
  }
  expect(lengths.size).toBeGreaterThan(10);
  expect([...lengths].filter(([, lines]) => lines > 40)).toEqual([]);
});

test.each([
  'content/README.md',
  'README.md',
  'CONTRIBUTING.md',
  'tests/README.md',
  'docs/fields.md',
])('%s names commands and options that there are', (file) => {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/npm run (?:-s )?([a-z][\w:]*)([^`\n]*)/g)];
  const unknown = named.flatMap(([command, name = '', rest = '']) => {
    const script = scripts[name];
    if (script === undefined) return [command];
    const code = /\bnode (?:--\S+ )*(\S+\.m?[jt]s)/.exec(script)?.[1];
    const source = [code ?? [], 'src/cli/options.ts']
      .flat()
      .map((each) => readFileSync(each, 'utf8'))
      .join('\n');
    return [...rest.matchAll(/ --([a-z]\w*)/g)]
      .filter(([, option = '']) => !new RegExp(`\\b${option}\\b`).test(source))
      .map(([option]) => `npm run ${name}${option}`);
  });
  expect(unknown).toEqual([]);
});

describe('the guide names', () => {
  test('components that there are, and all of them', () => {
    const named = [...guide.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name);
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(componentSchemas).toSorted());
  });

  test('props that they have', () => {
    const uses = listCode(guide).filter((code) => /^<[A-Z]/.test(code));
    expect(uses.length).toBeGreaterThan(15);
    const unknown = uses.flatMap((use) => {
      const name = /^<(\w+)/.exec(use)?.[1] ?? '';
      const schema = componentSchemas[name as keyof typeof componentSchemas];
      return [...use.matchAll(/ (\w+)=/g)]
        .filter(([, prop = '']) => !Object.hasOwn(schema.shape, prop))
        .map(([prop]) => `${name}${prop}`);
    });
    expect(unknown).toEqual([]);
  });

  test('fields and values that there are', () => {
    const known = new Set([
      ...[...fields.matchAll(/^\s*- \*\*(\w+)\*\*/gm)].map(([, name]) => name),
      ...listCode(fields),
      // Languages of blocks of code, what proofs can run, and other words of a sentence.
      ...['text', 'sh', 'bash', 'shell', 'console', 'requires'],
    ]);
    const words = listCode(guide).flatMap(
      (code) => /^([a-z]+(?:[A-Z][a-z]+)*)(?:: .+)?$/.exec(code)?.[1] ?? [],
    );
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  test('files that there are', () => {
    const files = listCode(guide).filter((code) =>
      /^[\w.][\w./-]*\.(?:yaml|json|txt|ts|sh)$/.test(code),
    );
    expect(files.length).toBeGreaterThan(10);
    const isThere = (file: string) => existsSync(file) || existsSync(`content/${file}`);
    // What an import leaves.
    expect(files.filter((file) => !isThere(file))).toEqual(['_imported.json']);
  });
});

describe('the examples of the guide', () => {
  test.each(fence('mdx'))('are articles that pass', (text) => {
    const [, frontmatter = '', body = ''] = text.split(/^---$/m);
    expect(collections.articles.schema.safeParse(parse(frontmatter)).error).toBeUndefined();
    expect(parseBody(body, 'a.mdx').problems).toEqual([]);
  });

  test.each(fence('md'))('are texts that pass', (text) => {
    expect(parseBody(text, 'a.md').problems).toEqual([]);
    expect(parseBody(text.replaceAll('<br>', '<br />'), 'a.mdx').problems).toEqual([]);
  });

  test.each(fence('yaml').filter((text) => FILE.test(text)))('are data that passes', (text) => {
    const name = FILE.exec(text)?.[1] as keyof typeof collections;
    const { schema, files } = collections[name];
    const data: unknown = parse(text);
    for (const entry of 'list' in files ? (data as unknown[]) : [data])
      expect(schema.safeParse(entry).error).toBeUndefined();
  });

  test.each(fence('csv'))('are lists that can be read', (text) =>
    expect(parseCsv(text).problem).toBeUndefined(),
  );

  test.each(fence('json'))('are lines of the ledger', (text) =>
    expect(Object.keys(JSON.parse(`{${text.trim().replace(/,$/, '')}}`))).not.toEqual([]),
  );
});
