import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toDescribed } from '#desk/descriptions.ts';
import { toSchema } from '#desk/editor-schemas.ts';
import { collectionNames, collections } from '#reader/collections.ts';
import { listEntryFiles } from '#reader/entries.ts';
import { readAll } from '#reader/read.ts';
import type { Requirement } from '#schemas/site.ts';
import { broken, fine } from '../../fixtures/broken.ts';
import { run } from '../../fixtures/command.ts';
import { makeProject } from '../../fixtures/project.ts';

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const compiled = new Map<string, ValidateFunction>();

// It takes longer than all else here, and most fixtures have the same ids.
function compile(schema: string): ValidateFunction {
  const validate = compiled.get(schema) ?? ajv.compile(JSON.parse(schema));
  compiled.set(schema, validate);
  return validate;
}

/** The files of a project that an editor underlines, with the first reason. */
function listRefused(root: string, requires: readonly Requirement[] = []): string[] {
  const read = readAll(root).collections;
  const ids = Object.fromEntries(
    collectionNames.map((name) => [name, [...read[name].names.keys()]]),
  );
  return collectionNames.flatMap((name) => {
    const accepts = compile(JSON.stringify(toSchema(name, ids, requires)));
    return listEntryFiles(root, collections[name].files).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '');
      const yaml = /\.mdx?$/.test(file) ? (text.split(/^---\s*$/m)[1] ?? '') : text;
      return accepts(parse(yaml)) ? [] : [`${file} ${ajv.errorsText(accepts.errors)}`];
    });
  });
}

test('editors accept what stands in content/, and what looks odd and is right', () => {
  expect(listRefused('.')).toEqual([]);
  for (const changes of Object.values(fine)) {
    const project = makeProject();
    project.change(changes);
    expect(listRefused(project.root)).toEqual([]);
  }
});

/** What has to do with one field alone. */
const FORMS = /^(unknown-(key|value|topic|source)|missing-field|wrong-(type|value)|invalid-date)$/;

test('editors refuse what is wrong in a field, but for these', () => {
  const accepted = Object.values(broken).flatMap((cases) =>
    Object.entries(cases).flatMap(([name, [codes, changes]]) => {
      if (![codes].flat().some((code) => FORMS.test(code))) return [];
      const project = makeProject();
      project.change(changes);
      return isRefused(project.root) ? [] : [name];
    }),
  );
  expect(accepted).toMatchInlineSnapshot(`
    [
      "no list of the sources that are cited",
      "signs of Markdown in texts that are printed as they are",
      "signs of Markdown in more of them",
      "no day",
      "no status",
      "the prefix of another site",
      "a record of another form",
      "a message of few words",
      "a message without a proof or a reason",
      "several causes that nobody can tell apart",
      "a misspelt prop",
      "a foreign prop",
      "a prop without a value",
      "data of a wrong shape",
      "a line that crosses some stacks alone, and one with nothing below it",
      "a line that no stack has",
      "a decision without its end",
      "an unknown kind of callout",
      "a number for a name",
      "__proto__ in data",
      "a range that falls",
      "half a range",
      "a figure without end",
      "a state machine with half a command",
      "a list",
      "the key __proto__",
      "moved to a number",
      "gone and moved",
      "gone on a day that does not exist",
    ]
  `);
});

function isRefused(root: string): boolean {
  try {
    return listRefused(root).length > 0;
  } catch {
    // An editor underlines YAML that cannot be read by itself.
    return true;
  }
}

test('editors miss what the site requires, but not in drafts', () => {
  const { root, edit } = makeProject();
  edit('articles/water.md', /owner: .*\n/, '');
  edit('articles/tea.mdx', /reviewed: .*\nreviewBy: .*\n/, '');
  expect(listRefused(root)).toEqual([]);
  expect(listRefused(root, ['owner', 'review', 'sources'])).toEqual([
    expect.stringMatching(/^content\/articles\/tea\.mdx .*'reviewed'/),
    expect.stringMatching(/^content\/articles\/water\.md .*'owner'/),
  ]);
  edit('articles/water.md', 'status: published', 'status: draft');
  edit('articles/tea.mdx', 'status: published', 'status: draft');
  expect(listRefused(root, ['owner', 'review'])).toEqual([]);
});

test('npm run schemas writes what is current, with descriptions and ids', () => {
  const { root, edit } = makeProject();
  const read = (name: string) =>
    JSON.parse(readFileSync(join(root, '.astro/collections', name), 'utf8'));
  expect(run(root, 'schemas')).toMatchObject({ status: 0, stderr: '' });
  const { properties } = read('content-articles.schema.json');
  expect(properties).toMatchObject({
    topic: { description: 'The id of a topic in `content/topics.yaml`.', enum: ['drinks'] },
    title: { maxLength: 200, description: expect.stringContaining('heading of the page') },
    related: { items: { enum: ['tea', 'water'] }, uniqueItems: true },
    published: { type: 'string', format: 'date' },
    retired: { properties: { reason: { description: 'Why, in one sentence for readers.' } } },
  });
  expect(read('content-sources.schema.json')).toMatchObject({
    type: 'array',
    items: { properties: { read: { enum: ['full', 'part', 'second-hand'] } } },
  });
  const manifest = read('collections.json');
  const page = pathToFileURL(join(root, 'content/articles/tea.mdx')).href.toLowerCase();
  expect(manifest.entries[page]).toBe('content-articles');
  edit('topics.yaml', 'id: drinks', 'id: hot-drinks');
  run(root, 'schemas');
  expect(read('content-articles.schema.json').properties.topic.enum).toEqual(['hot-drinks']);
});

test('every field of a schema that authors write has a description', () => {
  const { root } = makeProject();
  run(root, 'schemas');
  const bare = new Set<string>();
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      // A condition describes no field.
      if (key === 'if') continue;
      if (key === 'properties')
        for (const [field, schema] of Object.entries(value as Record<string, object>))
          if (!('description' in schema)) bare.add(`${path} ${field}`);
      visit(value, path);
    }
  };
  for (const name of collectionNames)
    visit(
      JSON.parse(
        readFileSync(join(root, `.astro/collections/content-${name}.schema.json`), 'utf8'),
      ),
      name,
    );
  expect([...bare]).toEqual([]);
});

test('a doc comment becomes the description of a field, of a constant and of a shorthand', () => {
  expect(
    toDescribed(
      [
        '/** What it is. */',
        'const note = line(80);',
        'z.strictObject({',
        '  /** Its `name`. */',
        '  id,',
        '  /** A',
        '   * "list". */',
        '  items: z.array(line(3)),',
        '  note,',
        '});',
      ].join('\n'),
    ).split('\nfunction')[0],
  ).toMatchInlineSnapshot(`
    "/** What it is. */
    const note = describe__(line(80), "What it is.");
    z.strictObject({
      /** Its \`name\`. */
      id: describe__(id, "Its \`name\`."),
      /** A
       * "list". */
      items: describe__(z.array(line(3)), "A \\"list\\"."),
      note,
    });"
  `);
});
