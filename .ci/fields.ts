// npm run fields: writes docs/fields.md from src/schemas/. With --check it writes nothing, and fails when the page is out of date.
import type { z as Zod } from 'astro/zod';
import { loadDescriptions } from '#desk/descriptions.ts';
import { formatMarkdown, keepPage } from './page.ts';

const PAGE = 'docs/fields.md';
const SITE = `import type { SiteConfig } from '#schemas/site.ts';

export const config: SiteConfig = {
  name: 'Tea House',
  description: 'All about leaves and hot water.',
  url: 'https://help.example/kb/',
  feedback: 'mailto:editors@help.example',
  idPrefix: 'TEA',
  requires: [],
  locale: 'en-GB',
  sections: [{ label: 'Topics', path: '/#topics' }],
  footer: [{ label: 'Search', path: '/search/' }],
};
`;

// Schemas have descriptions only when they are loaded after this.
loadDescriptions();
const { z } = await import('astro/zod');
const { collections } = await import('#reader/collections.ts');
const { componentSchemas, componentsAroundText } = await import('#schemas/component.ts');
const { siteSchema } = await import('#schemas/site.ts');

type Schema = Zod.core.JSONSchema.BaseSchema;

const undescribed: string[] = [];
const files = Object.values(collections).map(
  ({ files, schema }) =>
    `## ${'list' in files ? files.list : `${files.folder}/`}\n\n${explain(schema)}`,
);
const components = Object.entries(componentSchemas).map(
  ([name, schema]) => `### ${name}\n\n\`${toTag(name, read(schema))}\`\n\n${explain(schema)}`,
);

const text = `# Fields

All that can be written in \`content/\`, field by field, and the [settings of the site](#srcsiteconfigts); [content/README.md](../content/README.md) tells what it is for. A field may be left out where it says so; no others are read. Written by \`npm run fields\` from \`src/schemas/\`.

${files.join('\n\n')}

## src/site.config.ts

${explain(siteSchema)}

To begin with:

\`\`\`ts
${SITE}\`\`\`

## Components

In articles that end in \`.mdx\`, without an import. Text stands in quotes (\`label="…"\`), all else in braces (\`rows={['kernel']}\`).

${components.join('\n\n')}
`;
if (undescribed.length > 0) {
  console.error(`no doc comment in src/schemas/ tells authors of: ${undescribed.join(', ')}`);
  process.exitCode = 1;
} else keepPage(PAGE, await formatMarkdown(PAGE, text), 'npm run fields');

function read(schema: Zod.ZodType): Schema {
  return z.toJSONSchema(schema, { unrepresentable: 'any' });
}

function explain(schema: Zod.ZodType): string {
  const { description = '', ...rest } = read(schema);
  return `${description}\n\n${listFields(rest).join('\n')}`;
}

/** The fields of an object, a line each, with those inside below them. */
function listFields({ properties = {}, required = [] }: Schema): string[] {
  return Object.entries(properties as Record<string, Schema>).flatMap(([name, field]) => {
    const isOptional = !required.includes(name) || field.default !== undefined;
    const { words, inside } = tell(field);
    if (field.description === undefined) undescribed.push(name);
    return [
      `- **${name}**${isOptional ? ' _(may be left out)_' : ''}: ${words}. ${field.description ?? ''}`,
      ...indent(inside),
    ];
  });
}

/** What stands in a field, in words, and the lines of what is in it. */
function tell(schema: Schema): { words: string; inside: string[] } {
  const { type, items, anyOf, additionalProperties, minItems, maxItems } = schema;
  if (anyOf !== undefined) return tellChoice(anyOf as Schema[]);
  if (type === 'array') {
    const { words, inside } = tell(items as Schema);
    return { words: `a list${toRange(minItems, maxItems)}: ${words}`, inside };
  }
  if (type !== 'object') return { words: tellValue(schema), inside: [] };
  if (typeof additionalProperties !== 'object')
    return { words: 'fields', inside: listFields(schema) };
  const { words, inside } = tell(additionalProperties as Schema);
  return { words: `by name or id, ${words}`, inside };
}

function tellChoice(choices: readonly Schema[]): { words: string; inside: string[] } {
  const told = choices.map(tell);
  const objects = told.filter(({ inside }) => inside.length > 0);
  const words = told.map(({ words: each }) => each);
  if (objects.length < 2)
    return { words: words.join(', or '), inside: objects.flatMap(({ inside }) => inside) };
  return {
    words: 'one of these',
    inside: told.flatMap(({ words: each, inside }, index) => [
      `- ${toOrdinal(index)}: ${each}`,
      ...indent(inside),
    ]),
  };
}

function tellValue({ type, enum: values, const: only, ...schema }: Schema): string {
  if (only !== undefined) return `\`${String(only)}\``;
  if (values !== undefined) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'number' || type === 'integer') return tellNumber(type, schema);
  if (schema.format === 'date') return 'a day, `YYYY-MM-DD`';
  if (schema.pattern?.startsWith('^\\d{4}-')) return 'a month or a day, `YYYY-MM` or `YYYY-MM-DD`';
  if (schema.pattern?.startsWith('^[a-z][a-z0-9]*(')) return 'an id';
  if (schema.pattern?.startsWith('^https')) return 'an address';
  return schema.maxLength === undefined ? 'text' : `text, at most ${schema.maxLength} characters`;
}

function tellNumber(type: string, { minimum, maximum, exclusiveMinimum }: Schema): string {
  const words = type === 'integer' ? 'a whole number' : 'a number';
  if (exclusiveMinimum !== undefined) return `${words} above ${exclusiveMinimum}`;
  return minimum === undefined || minimum < 0 ? words : `${words} from ${minimum} to ${maximum}`;
}

function toRange(min?: number, max?: number): string {
  if (max !== undefined) return min === max ? ` of ${min}` : ` of ${min ?? 0} to ${max}`;
  return min === undefined || min < 2 ? '' : ` of at least ${min}`;
}

function toOrdinal(index: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth'][index] ?? `number ${index + 1}`;
}

/** A component with what must be written. */
function toTag(name: string, { properties = {}, required = [] }: Schema): string {
  const props = Object.entries(properties as Record<string, Schema>)
    .filter(([prop]) => required.includes(prop))
    .map(([prop, { type }]) => ` ${prop}=${type === 'string' ? '"…"' : '{[…]}'}`)
    .join('');
  return componentsAroundText.includes(name)
    ? `<${name}${props}>…</${name}>`
    : `<${name}${props} />`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
