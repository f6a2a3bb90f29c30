import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { requirable } from '#domain/checking/article.ts';
import { type CollectionName, collectionNames, collections } from '#reader/collections.ts';
import { type Files, listEntryFiles } from '#reader/entries.ts';
import type { Requirement } from '#schemas/site.ts';
import { references } from '#schemas/text.ts';

/** The ids that there are, by the collection that they name an entry of. */
export type Ids = Readonly<Record<string, readonly string[]>>;

/** Where editors look for schemas of frontmatter; Astro's own in this folder are named after collections alone. */
export const FOLDER = '.astro/collections';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The files for editors, by their paths from the root: a JSON Schema for each collection, and which articles have which. */
export function toEditorFiles(
  root: string,
  ids: Ids,
  requires: readonly Requirement[],
): Map<string, object> {
  const schemas = collectionNames.map(
    (name) => [schemaPath(name), toSchema(name, ids, requires)] as const,
  );
  return new Map<string, object>([...schemas, [`${FOLDER}/collections.json`, toManifest(root)]]);
}

/** The JSON Schema that a collection's files are held against, with what the site requires of its articles. */
export function toSchema(
  name: CollectionName,
  ids: Ids,
  requires: readonly Requirement[],
): JsonSchema {
  const { files, schema } = collections[name];
  const entry = toJsonSchema(schema, ids);
  const { $schema = DRAFT, ...item } = entry;
  if (name === 'articles') return { ...entry, ...toRequired(requires) };
  if (!('list' in files)) return entry;
  return { $schema, type: 'array', items: item };
}

/** The JSON Schema of what authors write, with the ids that there are. */
function toJsonSchema(schema: z.core.$ZodType, ids: Ids = {}): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => complete(zodSchema, jsonSchema, ids),
  });
}

// Of all but drafts, as the checks have it.
function toRequired(requires: readonly Requirement[]): Partial<JsonSchema> {
  const required = requires.flatMap((requirement) =>
    requirable[requirement].map(([field]) => field),
  );
  if (required.length === 0) return {};
  return {
    if: { properties: { status: { const: 'draft' } }, required: ['status'] },
    else: { required },
  };
}

// What Zod leaves out of the shape of an input: the lengths behind a trim, and which ids there are.
function complete(zodSchema: z.core.$ZodTypes, jsonSchema: JsonSchema, ids: Ids): void {
  const { def } = zodSchema._zod;
  if (def.type === 'pipe' && def.in._zod.def.type === 'string') {
    const { $schema: _, ...inner } = z.toJSONSchema(def.out, { target: 'draft-07' });
    Object.assign(jsonSchema, inner);
  }
  const reference = references.get(zodSchema);
  const known = reference === undefined ? [] : (ids[reference.collection] ?? []);
  if (known.length > 0 && jsonSchema.type === 'string') {
    delete jsonSchema.pattern;
    jsonSchema.enum = [...known];
  }
  // Backticks are code there.
  if (jsonSchema.description !== undefined)
    jsonSchema['markdownDescription'] = jsonSchema.description;
}

// https://docs.astro.build/en/reference/experimental-flags/content-intellisense/
function toManifest(root: string): object {
  const documents = collectionNames.filter((name) => isDocument(collections[name].files));
  return {
    collections: documents.map((name) => ({ hasSchema: true, name: schemaName(name) })),
    entries: Object.fromEntries(
      documents.flatMap((name) =>
        listEntryFiles(root, collections[name].files).map((file) => [
          pathToFileURL(join(root, file)).href.toLowerCase(),
          schemaName(name),
        ]),
      ),
    ),
  };
}

function isDocument(files: Files): boolean {
  return 'endings' in files && files.endings.includes('md');
}

function schemaName(name: CollectionName): string {
  return `content-${name}`;
}

function schemaPath(name: CollectionName): string {
  return `${FOLDER}/${schemaName(name)}.schema.json`;
}
