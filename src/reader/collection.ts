import { globSync, lstatSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { z } from 'astro/zod';
import { toAnchor } from '#domain/linking/anchor.ts';
import { anything, type Located, type Names, type Problem } from '#domain/problem.ts';
import { slug } from '#schemas/text.ts';
import { parseData } from './schema.ts';
import { readText } from './text.ts';
import { parseYaml, type Yaml } from './yaml.ts';

/** The entries of one kind that can be read, the names of all, and what is wrong with them. */
export interface Collection<T> {
  entries: Located<T>[];
  names: Names;
  problems: Problem[];
}

/** Reads a YAML file that holds a list of entries, each with its id. */
export function readList<T extends { id: string }>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
): Collection<T> {
  const unreadable = (problem: Problem[]) => ({ entries: [], names: anything, problems: problem });
  if (!exists(root, file))
    return unreadable([
      {
        file,
        code: 'missing-file',
        message: 'is missing',
        hint: 'Create it; an empty list is [].',
      },
    ]);
  const yaml = readYaml(root, file);
  if (yaml.problems.length > 0) return unreadable(yaml.problems);
  if (!Array.isArray(yaml.data))
    return unreadable([
      {
        file,
        line: 1,
        code: 'wrong-type',
        message: 'must be a list',
        hint: 'Start each entry with "- id:"; an empty list is [].',
      },
    ]);
  const results = yaml.data.map((entry: { id?: unknown } | null, index) => {
    const at = (path: readonly PropertyKey[]) => yaml.at([index, ...path]);
    return { ...parseData(schema, entry, at), name: String(entry?.id), at };
  });
  const ids = new Set(results.map(({ name }) => name));
  return {
    entries: results.flatMap(({ data, at }) =>
      data === undefined ? [] : [{ id: data.id, data, at }],
    ),
    // An id that is wrong or used twice stands for one that is not known.
    names:
      ids.size === results.length && [...ids].every((id) => slug.safeParse(id).success)
        ? ids
        : anything,
    problems: results.flatMap(({ problems }) => problems),
  };
}

/** Reads a folder of YAML files, each of which is one entry with its file name as id. */
export function readFolder<T>(root: string, folder: string, schema: z.ZodType<T>): Collection<T> {
  const files = listFiles(root, `${folder}/*.yaml`);
  const results = files.map((file) => {
    const yaml = readYaml(root, file);
    const result =
      yaml.problems.length > 0
        ? { problems: yaml.problems }
        : parseData(schema, yaml.data, yaml.at);
    return {
      id: toId(file),
      data: result.data,
      at: yaml.at,
      problems: [...checkName(file), ...result.problems],
    };
  });
  return {
    entries: results.flatMap(({ id, data, at }) => (data === undefined ? [] : [{ id, data, at }])),
    names: new Set(files.map(toId)),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function readYaml(root: string, file: string): Yaml {
  const { text, problems } = readText(root, file);
  return text === undefined
    ? { data: undefined, at: () => ({ file }), problems }
    : parseYaml(text, file);
}

/** Whether something has this name, even a link that leads nowhere. */
export function exists(root: string, file: string): boolean {
  return lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
}

/** The files that match, relative to `root`, in order. */
export function listFiles(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root }).toSorted();
}

/** The id of the entry in a file: its name without the ending, or what a wrong name should be. */
export function toId(file: string): string {
  const name = basename(file, extname(file));
  return slug.safeParse(name).success ? name : toAnchor(name) || name;
}

/** Finds a file name that cannot be an address. */
export function checkName(file: string): Problem[] {
  const name = basename(file, extname(file));
  if (slug.safeParse(name).success) return [];
  const better = toAnchor(name);
  const rename = better === '' ? '' : ` Rename it to ${better}${extname(file)}.`;
  const hint = `Use lower-case letters, digits and single hyphens, starting with a letter.${rename}`;
  return [
    { file, code: 'wrong-file-name', message: `the file name ${name} cannot be an address`, hint },
  ];
}
