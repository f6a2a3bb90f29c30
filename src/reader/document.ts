import type { z } from 'astro/zod';
import type { Located, Place, Problem } from '#domain/problem.ts';
import { type Body, parseBody } from './body.ts';
import { checkName, type Collection, toId } from './entries.ts';
import { parseData } from './schema.ts';
import { readText } from './text.ts';
import { parseYaml } from './yaml.ts';

/** A file of Markdown with frontmatter, whether it can be read or not. */
export interface DocumentFile<T> extends Body {
  /** The name of the file. */
  id: string;
  file: string;
  /** The Markdown below the frontmatter. */
  text: string;
  /** The frontmatter; none when something is wrong in it. */
  data: T | undefined;
  at: (path: readonly PropertyKey[]) => Place;
}

/** A file whose frontmatter can be read. */
export interface DocumentRecord<T> extends DocumentFile<T>, Located<T> {
  data: T;
}

/** All files of a collection, those that cannot be read too. */
export interface Documents<
  T,
  Entry extends DocumentRecord<T> = DocumentRecord<T>,
> extends Collection<T> {
  entries: Entry[];
  files: DocumentFile<T>[];
}

const OPENING = 'Start the file with a line ---, the fields, and another line ---.';

// While developing, everything is read again after each edit, and nearly all of it is as it was.
const parsed = new Map<string, { text: string; document: DocumentFile<unknown> }>();

/** Reads these files, each of which is a document with frontmatter of this schema. */
export function readDocuments<T>(
  root: string,
  paths: readonly string[],
  schema: z.ZodType<T>,
): Documents<T> {
  const files = paths.map((file) => readDocument(root, file, schema));
  return {
    files,
    entries: files.flatMap((file) => {
      const { data } = file;
      return data === undefined ? [] : [{ ...file, data }];
    }),
    names: new Set(files.map(({ id }) => id)),
    problems: files.flatMap(({ file, problems }) => [...problems, ...checkName(file)]),
  };
}

function readDocument<T>(root: string, file: string, schema: z.ZodType<T>): DocumentFile<T> {
  const { text, problems } = readText(root, file);
  if (text === undefined) return toUnreadable(file, '', problems);
  const last = parsed.get(file);
  // One file has always the same schema.
  if (last?.text === text) return last.document as DocumentFile<T>;
  const document = parseDocument(text, file, schema);
  parsed.set(file, { text, document });
  return document;
}

/** Reads a document: frontmatter, headings, links and components, with all that is wrong in them. */
export function parseDocument<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): DocumentFile<T> {
  const frontmatter = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (frontmatter?.index !== 0)
    return toUnreadable(file, text, [
      { file, line: 1, code: 'broken-frontmatter', ...explain(text) },
    ]);
  const [head, fields = ''] = frontmatter;
  const body = parseBody(text, file);
  const yaml = parseYaml(fields, file, 2);
  const { data, problems } =
    yaml.problems.length > 0
      ? { data: undefined, problems: yaml.problems }
      : parseData(schema, yaml.data, yaml.at);
  return {
    ...body,
    id: toId(file),
    file,
    text: text.slice(head.length),
    data,
    at: yaml.at,
    problems: [...problems, ...body.problems],
  };
}

function toUnreadable(file: string, text: string, problems: Problem[]): DocumentFile<never> {
  const nothing = {
    anchors: [],
    repeats: new Map(),
    components: [],
    links: [],
    untold: [],
    shell: [],
    files: new Map(),
    data: undefined,
  };
  return { ...nothing, id: toId(file), file, text, at: () => ({ file, line: 1 }), problems };
}

function explain(text: string): Pick<Problem, 'message' | 'hint'> {
  if (/^---[ \t]*\n/.test(text))
    return {
      message: 'the frontmatter is not closed',
      hint: 'End the fields with a line --- of its own.',
    };
  if (/^\s+---[ \t]*\n/.test(text))
    return {
      message: 'the frontmatter does not begin on the first line',
      hint: 'Delete what stands above the line ---.',
    };
  if (/^\s*(?:\+{3}|;{3}|\{)/.test(text))
    return {
      message: 'the frontmatter is not YAML',
      hint: `${OPENING} A field is written as title: Tea.`,
    };
  return { message: 'no frontmatter', hint: OPENING };
}
