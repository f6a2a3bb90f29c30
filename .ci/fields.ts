// npm run fields: writes docs/fields.md from the schemas. tests/unit/desk/fields.test.ts fails when the page is out of date.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { loadDescriptions } from '#desk/descriptions.ts';
import type { JsonSchema } from '#desk/editor-schemas.ts';

export const PAGE = 'docs/fields.md';

/** The page that lists all fields of content/ and all props of components, as their schemas have them. */
export async function formatPage(): Promise<string> {
  loadDescriptions();
  // Loaded only now, so that the schemas have descriptions.
  const { toJsonSchema } = await import('#desk/editor-schemas.ts');
  const { collectionNames, collections } = await import('#reader/collections.ts');
  const { componentSchemas } = await import('#schemas/component.ts');
  const files = collectionNames.map((name) => {
    const { files: own, schema } = collections[name];
    const file = 'list' in own ? own.list : `${own.folder}/*.${own.endings.join(', *.')}`;
    return toChapter(`content/${file}`, toJsonSchema(schema));
  });
  const components = Object.entries(componentSchemas).map(([name, schema]) =>
    toChapter(`\`<${name}>\``, toJsonSchema(schema)),
  );
  const text = `# Fields

All fields of \`content/\` and all props of components. What says "may be left out" may; \`[]\` stands for each entry of a list, \`<id>\` for a key of your own. Written by \`npm run fields\` from \`src/schemas/\`; an editor shows the same where you write.

${files.join('\n\n')}

# Components

${components.join('\n\n')}
`;
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

function toChapter(title: string, schema: JsonSchema): string {
  const lines = new Set(listFields(schema, ''));
  return [`## ${title}`, lines.size === 0 ? 'None.' : [...lines].join('\n')].join('\n\n');
}

// A field of several shapes has the fields of all of them.
function listFields(schema: JsonSchema, path: string): string[] {
  const { anyOf = [], properties = {}, items, additionalProperties: values } = schema;
  return [
    ...anyOf.flatMap((shape) => listFields(shape, path)),
    ...Object.entries(properties).flatMap(([name, field]) =>
      typeof field === 'boolean'
        ? []
        : [
            `- \`${path}${name}\`: ${describe(field, schema.required?.includes(name) ?? false)}`,
            ...listFields(field, `${path}${name}.`),
          ],
    ),
    ...(isSchema(items) ? listFields(items, `${path.slice(0, -1)}[].`) : []),
    ...(isSchema(values) ? listFields(values, `${path}<id>.`) : []),
  ];
}

function describe(field: JsonSchema, isRequired: boolean): string {
  const form = `${toForm(field)}${isRequired ? '' : '; may be left out'}`;
  return field.description === undefined ? `${form}.` : `${form}. ${field.description}`;
}

function toForm({
  type,
  enum: values,
  anyOf,
  items,
  maxLength,
  format: kind,
  ...rest
}: JsonSchema): string {
  if (values !== undefined) return values.map((value) => `\`${String(value)}\``).join(' · ');
  if (anyOf !== undefined) return [...new Set(anyOf.map(toForm))].join(', or ');
  if (kind === 'date') return 'day';
  if (type === 'array') return isSchema(items) ? `list: ${toForm(items)}` : 'list';
  if (type === 'object') return 'fields';
  if (type === 'boolean') return 'true or false';
  if (type === 'integer' || type === 'number') return 'number';
  if (/^\^\\d\{4\}-\(/.test(rest.pattern ?? '')) return 'month or day';
  if (rest.pattern?.startsWith('^[a-z]')) return 'id';
  return maxLength === undefined ? 'text' : `text of at most ${maxLength} characters`;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

if (import.meta.main) writeFileSync(PAGE, await formatPage());
