import type { z } from 'astro/zod';
import { checkUnwritten } from '#domain/checking/draft.ts';
import { findNearest } from '#domain/nearest.ts';
import { type Located, type Problem, suggest } from '#domain/problem.ts';

type Issue = z.core.$ZodIssue;

/** A problem; `missing` is the path of a field that is not there, and `meant` of the one that a misspelt key stands for. */
type Found = Problem & { missing?: string; meant?: string };

/** The data as its schema reads it, or what is wrong with it in an author's words. */
export function parseData<T>(
  schema: z.ZodType<T>,
  data: unknown,
  at: Located<unknown>['at'],
): { data?: T; problems: Problem[] } {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { data: result.data, problems: [] };
  const found = result.error.issues.flatMap((issue) => toProblems(issue, schema, at, []));
  // A misspelt key says already that the right one is missing.
  const meant = new Set(found.map((problem) => problem.meant));
  const problems = found.filter(({ missing }) => missing === undefined || !meant.has(missing));
  return { problems: problems.map(({ missing: _missing, meant: _meant, ...problem }) => problem) };
}

function toProblems(
  issue: Issue,
  schema: z.ZodType,
  at: Located<unknown>['at'],
  above: readonly PropertyKey[],
): Found[] {
  const path = [...above, ...issue.path];
  const field = path.filter((step) => typeof step === 'string').at(-1);
  const name = field === undefined ? 'the entry' : `\`${field}\``;
  const found = describe(issue.input);
  const missing = JSON.stringify(path);
  const [todo] = checkUnwritten({ data: issue.input, at }, path);
  if (typeof issue.input === 'string' && todo !== undefined) return [todo];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = listKeys(schema, path);
      return issue.keys.map((key) => {
        if (known.includes(key))
          return {
            ...at([...path, key]),
            code: 'conflicting-keys',
            message: `\`${key}\` cannot stand beside the other keys here`,
            hint: 'Keep one of them.',
          };
        const near = findNearest(key, known);
        const problem: Problem = {
          ...at([...path, key]),
          code: 'unknown-key',
          message: `unknown key \`${key}\``,
          hint: suggest(key, known) ?? 'Delete it; docs/fields.md lists the fields that there are.',
        };
        return near === undefined
          ? problem
          : { ...problem, meant: JSON.stringify([...path, near]) };
      });
    }
    case 'invalid_type':
      if (issue.input === undefined)
        return [
          {
            ...at(path),
            code: 'missing-field',
            message: `${name} is missing`,
            hint: `It must be ${article(issue.expected)}${toExample(issue.expected, schema, path)}.`,
            missing,
          },
        ];
      return [
        {
          ...at(path),
          code: 'wrong-type',
          message: `${name} is ${found}, it must be ${article(issue.expected)}`,
          hint:
            toExample(issue.expected, schema, path).replace(/^, such as (.*)$/, 'Write $1.') ||
            undefined,
        },
      ];
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (issue.input === undefined)
        return [
          {
            ...at(path),
            code: 'missing-field',
            message: `${name} is missing`,
            hint: `Allowed are: ${allowed.join(', ')}`,
            missing,
          },
        ];
      return [
        {
          ...at(path),
          code: 'unknown-value',
          message: `${name} is ${found}`,
          hint: `Allowed are: ${allowed.join(', ')}`,
        },
      ];
    }
    case 'invalid_union': {
      if (isEmpty(issue.input))
        return [
          {
            ...at(path),
            code: 'missing-field',
            message: `${name} is an empty mapping`,
            hint: suggest('', listKeys(schema, path)),
          },
        ];
      const branch = closestBranch(issue.errors);
      return branch === undefined
        ? [
            {
              ...at(path),
              code: 'wrong-type',
              message: `${name} is ${found}, which is not allowed here`,
            },
          ]
        : branch.flatMap((inner) => toProblems(inner, schema, at, path));
    }
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => toProblems(inner, schema, at, path));
    default:
      // A rule of one field alone says what it must be; one of several fields points at a field that may be there or not.
      if (issue.input === undefined)
        return [
          {
            ...at(path),
            code: 'missing-field',
            message: `${name} is missing`,
            ...(issue.code === 'custom' ? { hint: `It ${issue.message}.` } : {}),
            missing,
          },
        ];
      return [
        {
          ...at(path),
          code: 'wrong-value',
          message: `${name} ${issue.message}`,
          ...(typeof issue.input === 'string' && issue.input.trim() !== ''
            ? { hint: `Found: ${cut(issue.input)}` }
            : {}),
        },
      ];
  }
}

// What stands in a list, for one who writes its first entry.
function toExample(expected: string, schema: z.ZodType, path: readonly PropertyKey[]): string {
  const [key] = expected === 'array' ? listKeys(schema, [...path, 0], isRequired) : [];
  return key === undefined ? '' : `, such as [{ ${key}: … }]`;
}

// Of several allowed shapes, the one that the author most likely meant: the fewest foreign keys and missing fields.
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const cost = (issues: readonly Issue[]) =>
    issues.reduce(
      (sum, issue) =>
        sum +
        (issue.code === 'unrecognized_keys'
          ? 4 * issue.keys.length
          : issue.code !== 'invalid_type'
            ? 1
            : issue.path.length > 0
              ? 3
              : 9),
      0,
    );
  return branches.toSorted((a, b) => cost(a) - cost(b))[0];
}

function listKeys(
  schema: unknown,
  path: readonly PropertyKey[],
  isMeant: (field: unknown) => boolean = () => true,
): string[] {
  const node = unwrap(schema);
  if (node === undefined) return [];
  if (node.type === 'union')
    return [...new Set(node.options?.flatMap((option) => listKeys(option, path, isMeant)))];
  const [step, ...rest] = path;
  if (step === undefined)
    return Object.entries(node.shape ?? {}).flatMap(([key, field]) =>
      isMeant(field) ? [key] : [],
    );
  return listKeys(
    node.type === 'array'
      ? node.element
      : node.type === 'record'
        ? node.valueType
        : node.shape?.[String(step)],
    rest,
    isMeant,
  );
}

function isRequired(field: unknown): boolean {
  return (field as { _zod?: { optin?: string } } | null)?._zod?.optin !== 'optional';
}

interface SchemaNode {
  type: string;
  shape?: Record<string, unknown>;
  options?: unknown[];
  element?: unknown;
  valueType?: unknown;
}

function unwrap(schema: unknown): SchemaNode | undefined {
  const { def } = (schema ?? {}) as { def?: SchemaNode & { innerType?: unknown; out?: unknown } };
  if (def === undefined) return undefined;
  return def.innerType !== undefined
    ? unwrap(def.innerType)
    : def.type === 'pipe'
      ? unwrap(def.out)
      : def;
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `"${cut(value)}"`;
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : String(value);
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

function article(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a mapping',
    record: 'a mapping',
    number: 'a number',
    boolean: 'true or false',
    int: 'a whole number',
  };
  return words[type] ?? type;
}
