import { globSync, lstatSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { z } from 'astro/zod';
import { toAnchor } from '#domain/linking/anchor.ts';
import { anything, type Located, type Names, type Problem } from '#domain/problem.ts';
import { slug } from '#schemas/text.ts';
import { parseData } from './schema.ts';
import { readText } from './text.ts';
import { parseYaml, type Yaml } from './yaml.ts';

/** Files of which each holds one entry. */
interface Folder {
  folder: string;
  endings: readonly string[];
  /** Whether they may stand in folders of that folder. */
  nested?: boolean;
}

/** Where the entries of a collection stand below `content/`: as a list in one file, or as a file each in a folder. */
export type Files = { list: string } | Folder;

/** The entries of one kind that can be read, the names of all, and what is wrong with them. */
export interface Collection<T> {
  entries: Located<T>[];
  names: Names;
  problems: Problem[];
}

/** Reads the YAML files of a collection: a list of entries each with its id, or an entry each with its file name as id. */
export function readEntries<T>(root: string, files: Files, schema: z.ZodType<T>): Collection<T> {
  return 'list' in files
    ? readList(root, `content/${files.list}`, schema)
    : readFolder(root, files, schema);
}

function readList<T>(root: string, file: string, schema: z.ZodType<T>): Collection<T> {
  const unreadable = (problems: Problem[]) => ({ entries: [], names: anything, problems });
  // What a shelf has none of needs no file.
  if (!exists(root, file)) return { entries: [], names: new Set(), problems: [] };
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
    return { ...parseData(schema, entry, at), id: String(entry?.id), at };
  });
  const ids = new Set(results.map(({ id }) => id));
  return {
    entries: results.flatMap(toEntry),
    // An id that is wrong or used twice stands for one that is not known.
    names:
      ids.size === results.length && [...ids].every((id) => slug.safeParse(id).success)
        ? ids
        : anything,
    problems: results.flatMap(({ problems }) => problems),
  };
}

function readFolder<T>(root: string, files: Folder, schema: z.ZodType<T>): Collection<T> {
  const results = listEntryFiles(root, files).map((file) => {
    const yaml = readYaml(root, file);
    const { data, problems } =
      yaml.problems.length > 0
        ? { data: undefined, problems: yaml.problems }
        : parseData(schema, yaml.data, yaml.at);
    return { id: toId(file), data, at: yaml.at, problems: [...checkName(file), ...problems] };
  });
  return {
    entries: results.flatMap(toEntry),
    names: new Set(results.map(({ id }) => id)),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function toEntry<T>(entry: Omit<Located<T>, 'data'> & { data?: T | undefined }): Located<T>[] {
  const { id, data, at } = entry;
  return data === undefined ? [] : [{ id, data, at }];
}

/** The files of a collection, relative to `root`, in order; what is named with an underscore is for authors alone. */
export function listEntryFiles(root: string, files: Files): string[] {
  if ('list' in files) return listFiles(root, `content/${files.list}`);
  const folder = `content/${files.folder}/${files.nested === true ? '**/' : ''}`;
  return listFiles(
    root,
    files.endings.map((ending) => `${folder}[!_]*.${ending}`),
  );
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

/** The files that match a pattern, relative to `root`, in order. */
export function listFiles(root: string, patterns: string | readonly string[]): string[] {
  return globSync(patterns, { cwd: root }).toSorted();
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
