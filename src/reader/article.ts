import type { Located, Place, Problem } from '#domain/problem.ts';
import { type Article, articleSchema } from '#schemas/article.ts';
import { type Body, parseBody } from './body.ts';
import { checkName, type Collection, toId } from './entries.ts';
import { parseData } from './schema.ts';
import { readText } from './text.ts';
import { parseYaml } from './yaml.ts';

/** A file that holds an article, whether it can be read or not. */
export interface ArticleFile extends Body {
  /** The slug: the name of the file. */
  id: string;
  file: string;
  /** The Markdown below the frontmatter. */
  text: string;
  /** The frontmatter; none when something is wrong in it. */
  data: Article | undefined;
  at: (path: readonly PropertyKey[]) => Place;
}

/** An article: `id` is its slug, `data.id` its number. */
export interface ArticleRecord extends ArticleFile, Located<Article> {
  data: Article;
  /** Whether it is kept off the built site; only the server for development shows it. */
  isDraft: boolean;
}

/** All articles, those that cannot be read too. */
export interface Articles extends Collection<Article> {
  entries: ArticleRecord[];
  files: ArticleFile[];
}

const OPENING = 'Start the file with a line ---, the fields, and another line ---.';

// While developing, everything is read again after each edit, and nearly all of it is as it was.
const parsed = new Map<string, { text: string; article: ArticleFile }>();

/** Reads these files, each of which is an article. */
export function readArticles(root: string, paths: readonly string[]): Articles {
  const files = paths.map((file) => readArticle(root, file));
  return {
    files,
    entries: files.flatMap((file) => {
      const { data } = file;
      return data === undefined ? [] : [{ ...file, data, isDraft: data.status === 'draft' }];
    }),
    names: new Set(files.map(({ id }) => id)),
    problems: files.flatMap(({ file, problems }) => [...problems, ...checkName(file)]),
  };
}

function readArticle(root: string, file: string): ArticleFile {
  const { text, problems } = readText(root, file);
  if (text === undefined) return toUnreadable(file, '', problems);
  const last = parsed.get(file);
  if (last?.text === text) return last.article;
  const article = parseArticle(text, file);
  parsed.set(file, { text, article });
  return article;
}

/** Reads an article: frontmatter, headings, links and components, with all that is wrong in them. */
export function parseArticle(text: string, file: string): ArticleFile {
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
      : parseData(articleSchema, yaml.data, yaml.at);
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

function toUnreadable(file: string, text: string, problems: Problem[]): ArticleFile {
  const nothing = { anchors: [], components: [], links: [], data: undefined };
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
