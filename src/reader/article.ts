import type { Place, Problem } from '#domain/problem.ts';
import { type Article, articleSchema } from '#schemas/article.ts';
import { type Body, parseBody } from './body.ts';
import { parseData } from './schema.ts';
import { parseYaml } from './yaml.ts';

/** An article as it stands in its file. */
export interface ArticleFile extends Body {
  data: Article | undefined;
  at: (path: readonly PropertyKey[]) => Place;
}

const OPENING = 'Start the file with a line ---, the fields, and another line ---.';

/** Reads an article: frontmatter, headings, links and components, with all that is wrong in them. */
export function parseArticle(text: string, file: string): ArticleFile {
  const frontmatter = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (frontmatter?.index !== 0) {
    const problem: Problem = { file, line: 1, code: 'broken-frontmatter', ...explain(text) };
    return {
      anchors: [],
      components: [],
      links: [],
      data: undefined,
      at: () => ({ file, line: 1 }),
      problems: [problem],
    };
  }
  const body = parseBody(text, file);
  const yaml = parseYaml(frontmatter[1] ?? '', file, 2);
  const result =
    yaml.problems.length > 0
      ? { problems: yaml.problems }
      : parseData(articleSchema, yaml.data, yaml.at);
  return {
    ...body,
    data: result.data,
    at: yaml.at,
    problems: [...result.problems, ...body.problems],
  };
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
