import { markdownToMdast, type MdastNode, mdxToMdast } from 'satteri';
import { toAnchor } from '../domain/anchor.ts';
import type { Place, Problem } from '../domain/problem.ts';
import type { WordUse } from '../domain/word.ts';
import { type Article, articleSchema } from '../schemas/article.ts';
import { parseData } from './schema.ts';
import { parseYaml } from './yaml.ts';

/** An article as it stands in its file. */
export interface ArticleFile {
  data: Article | undefined;
  at: (path: readonly PropertyKey[]) => Place;
  /** The anchors of its headings, in order. */
  anchors: string[];
  /** The components that it uses. */
  words: WordUse[];
  problems: Problem[];
}

// What the layout of an article uses.
const RESERVED = /^(main|q|sources|source-\d.*|also-asked-as|related-articles|rail-contents|rail-topic)$/;

/** Reads an article: frontmatter, headings and components, with all that is wrong in them. */
export function parseArticle(text: string, file: string): ArticleFile {
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const body = parseBody(source, file);
  const frontmatter = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source)?.[1];
  if (frontmatter === undefined) {
    const problem = { file, line: 1, message: 'no frontmatter', hint: 'Start the file with a line ---, the fields, and another line ---.' };
    return { ...body, data: undefined, at: () => ({ file, line: 1 }), problems: [problem, ...body.problems] };
  }
  const yaml = parseYaml(frontmatter, file, 2);
  const result = yaml.problems.length > 0 ? { problems: yaml.problems } : parseData(articleSchema, yaml.data, yaml.at);
  return { ...body, data: result.data, at: yaml.at, problems: [...result.problems, ...body.problems] };
}

function parseBody(source: string, file: string): Pick<ArticleFile, 'anchors' | 'words' | 'problems'> {
  const anchors: string[] = [];
  const words: WordUse[] = [];
  const problems: Problem[] = [];
  let tree: MdastNode;
  try {
    tree = file.endsWith('.mdx') ? mdxToMdast(source) : markdownToMdast(source);
  } catch (error) {
    return { anchors, words, problems: [toProblem(error, file)] };
  }
  const outline: string[] = [];
  for (const node of walk(tree)) {
    const place = { file, line: node.position?.start.line, column: node.position?.start.column };
    if (node.type === 'heading') {
      const text = toText(node);
      const anchor = toAnchor(text);
      outline.splice(node.depth - 1, Infinity, text);
      const above = outline.slice(0, -1).findLast((words) => words !== undefined && words !== text) ?? 'in short';
      if (node.depth === 1)
        problems.push({ ...place, message: `heading of level 1: ${text}`, hint: 'The title is the only one; start with ##.' });
      else if (anchor === '')
        problems.push({ ...place, message: `the heading "${text}" has no letter or digit to make an anchor of`, hint: 'Give it words.' });
      else if (RESERVED.test(anchor))
        problems.push({ ...place, message: `the page needs the anchor #${anchor} for itself`, hint: 'Reword the heading.' });
      else if (anchors.includes(anchor))
        problems.push({
          ...place,
          message: `two headings make the anchor #${anchor}`,
          hint: `Links must be able to tell them apart. Reword one, such as: ${'#'.repeat(node.depth)} ${text} (${above})`,
        });
      anchors.push(anchor);
    } else if (node.type === 'html' && /<\/?[a-z]/i.test(node.value)) {
      problems.push({
        ...place,
        message: `raw HTML: ${node.value.split('\n')[0]}`,
        hint: 'Write Markdown; components work in files that end in .mdx.',
      });
    } else if ((node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') && !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) {
      problems.push({
        ...place,
        message: `code in the text: {${node.value}}`,
        hint: 'Articles are data. Write \\{ where a brace is meant.',
      });
    } else if (node.type === 'mdxjsEsm') {
      problems.push({
        ...place,
        message: 'articles import and export nothing',
        hint: 'The components of content/README.md are there without an import.',
      });
    } else if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^[A-Z]/.test(node.name ?? '')) {
      if (node.name === 'Cite' && node.type === 'mdxJsxFlowElement') {
        problems.push({ ...place, message: '<Cite> stands alone', hint: 'Write it directly behind the statement, in the same paragraph.' });
      }
      words.push({ name: node.name ?? '', props: toProps(node.attributes), place });
    }
  }
  return { anchors, words, problems };
}

function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child as MdastNode);
}

function toText(node: MdastNode): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => toText(child as MdastNode)).join('') : '';
}

function toProps(attributes: readonly { type: string; name?: string; value?: unknown }[]): WordUse['props'] {
  return new Map(attributes.map(({ name = '…', value }) => [name, toPropValue(value)]));
}

// Lists of texts, rows={['a', "b"]}, are read without running them; any other expression is not looked into.
function toPropValue(value: unknown): string | string[] | undefined {
  if (typeof value === 'string') return value;
  const code = typeof value === 'object' && value !== null && 'value' in value ? String(value.value).trim() : '';
  if (!/^\[\s*(?:(?:'[^']*'|"[^"]*")\s*,?\s*)*\]$/.test(code)) return undefined;
  return [...code.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
}

function toProblem(error: unknown, file: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column] = /(\d+):(\d+)/.exec(text) ?? [];
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line), column: Number(column) }),
    message: `broken MDX: ${text.split('\n')[0]?.replace(/^\d+:\d+:?\s*/, '') ?? ''}`,
    hint: 'Close every tag, and write { and < as \\{ and &lt; where they are meant as text.',
  };
}
