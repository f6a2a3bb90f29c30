import { markdownToMdast, type MdastNode, mdxToMdast } from 'satteri';
import type { ComponentUse } from '#domain/checking/component.ts';
import { isShell, parseMeta, type ShellBlock } from '#domain/proof.ts';
import { findHrefFault } from '#domain/linking/href.ts';
import type { Place, Problem } from '#domain/problem.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';
import { componentSchemas } from '#schemas/component.ts';
import { parseComponent } from './components.ts';
import { readHeading } from './headings.ts';
import { toSyntaxProblem } from './syntax-problem.ts';
import { toText, walk } from './tree.ts';

/** The text of an article below its frontmatter. */
export interface Body {
  /** The anchors of its headings, in order. */
  anchors: string[];
  /** The components that it uses. */
  components: ComponentUse[];
  /** The addresses of its links and images that have a right form. */
  links: Link[];
  /** Its blocks of shell commands, and of what they print. */
  shell: ShellBlock[];
  /** The files that its blocks of code show, by their names. */
  files: Map<string, string>;
  problems: Problem[];
}

/** An address that a text names. */
export interface Link extends Place {
  href: string;
  use: 'link' | 'image';
}

/** Where a node stands, and where it puts what it finds. */
interface Visit {
  body: Body;
  source: string;
  place: Place;
  /** The words of the last heading of each level. */
  levels: string[];
  /** The raw HTML that is told; what closes it need not be. */
  opened: Set<string>;
  report: (code: ProblemCode, message: string, hint: string) => void;
  /** The place of an offset in the source. */
  toPlace: (offset: number) => Place;
}

type Node<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;
type Visitors = { [Type in MdastNode['type']]?: (node: Node<Type>, visit: Visit) => void };

/** Reads the body of an article, given the text of its whole file. */
export function parseBody(source: string, file: string): Body {
  const body: Body = {
    anchors: [],
    components: [],
    links: [],
    shell: [],
    files: new Map(),
    problems: [],
  };
  try {
    readBody(
      file.endsWith('.mdx') ? mdxToMdast(source) : markdownToMdast(source),
      source,
      file,
      body,
    );
  } catch (error) {
    body.problems.push(toSyntaxProblem(error, file, source));
  }
  return body;
}

function readBody(tree: MdastNode, source: string, file: string, body: Body): void {
  const shared = {
    ...{ body, source, levels: [], opened: new Set<string>() },
    toPlace: (offset: number): Place => {
      const before = source.slice(0, offset).split('\n');
      return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    },
  };
  let isEmpty = true;
  for (const node of walk(tree)) {
    if (isSilent(node)) continue;
    isEmpty = false;
    const place = { file, line: node.position?.start.line, column: node.position?.start.column };
    const report: Visit['report'] = (code, message, hint) =>
      void body.problems.push({ ...place, code, message, hint });
    visitNode(node, { ...shared, place, report });
  }
  if (isEmpty)
    body.problems.push({
      file,
      code: 'empty-file',
      message: 'the article has no text',
      hint: 'Write it below the frontmatter.',
    });
}

function isSilent(node: MdastNode): boolean {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value);
  return node.type === 'root' || node.type === 'yaml';
}

function visitNode<Type extends MdastNode['type']>(node: Node<Type>, visit: Visit): void {
  const visitors: Visitors = VISITORS;
  visitors[node.type as Type]?.(node, visit);
}

const VISITORS: Visitors = {
  heading: (node, { body, levels, report }) =>
    readHeading(node, { anchors: body.anchors, levels }, report),
  link: (node, visit) => {
    addLink(node.url, 'link', visit);
    checkLink(node, visit);
  },
  linkReference: (node, visit) => checkLink(node, visit),
  definition: (node, visit) => addLink(node.url, 'link', visit),
  image: (node, visit) => {
    addLink(node.url, 'image', visit);
    checkAlternative(node, visit);
  },
  imageReference: (node, visit) => checkAlternative(node, visit),
  text: (node, { report }) => {
    for (const [, label, target] of node.value.matchAll(/\[([^[\]]+)\](?:\[([^[\]]*)\])?/g))
      if (target !== undefined || label?.startsWith('^'))
        report(
          'broken-markdown',
          `[${target || label}] is nowhere defined`,
          'Add the line that defines it, or write \\[ for a bracket.',
        );
    if (/\] ?\((?:\/|\w+:|$)/.test(node.value))
      report(
        'broken-markdown',
        'a link that is not one',
        'Write [words](address) without a space between, and close both brackets.',
      );
    if (/^#{2,}/.test(node.value) && node.position?.start.column === 1)
      report(
        'broken-markdown',
        'a heading that is not one',
        'Write ## and a space before its words; six # are the most.',
      );
  },
  code: ({ position, lang, meta, value }, { body, place, source, report }) => {
    const { title, ...claim } = parseMeta(meta ?? '');
    const block = { ...place, language: lang ?? '', text: value, ...claim };
    if (isShell(block) || claim.proof !== undefined) body.shell.push(block);
    if (title !== undefined) body.files.set(title, value);
    const text = source.slice(position?.start.offset, position?.end.offset);
    if (/^(?:`{3}|~{3})/.test(text) && !/\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text))
      report(
        'broken-markdown',
        'the block of code is not closed',
        'Close it with a line of its own, as it was opened.',
      );
  },
  html: ({ value }, { opened, report }) => {
    if (/^<\/[a-z]/i.test(value) && opened.delete(toTag(value))) return;
    if (!/<[/!?]?[a-z[]/i.test(value)) return;
    opened.add(toTag(value));
    report(
      'raw-html',
      `raw HTML: ${value.split('\n')[0]}`,
      'Write Markdown; components work in files that end in .mdx.',
    );
  },
  mdxTextExpression: (node, visit) => refuseCode(node, visit),
  mdxFlowExpression: (node, visit) => refuseCode(node, visit),
  mdxjsEsm: (_node, { report }) =>
    report(
      'code-in-article',
      'articles import and export nothing',
      'The components of content/README.md are there without; let no paragraph begin with either word.',
    ),
  mdxJsxFlowElement: (node, visit) => {
    if (node.name === 'Cite')
      visit.report(
        'detached-citation',
        '<Cite> stands alone',
        'Write it directly behind the statement, in the same paragraph.',
      );
    readElement(node, visit);
  },
  mdxJsxTextElement: (node, visit) => readElement(node, visit),
};

// Their names begin with a capital letter, and that is what authors forget.
function suggestComponent(tag: string): string | undefined {
  const name = Object.keys(componentSchemas).find((each) => each.toLowerCase() === tag);
  return name === undefined ? undefined : `Did you mean <${name}> ?`;
}

function readElement(
  node: Node<'mdxJsxFlowElement' | 'mdxJsxTextElement'>,
  { body, source, place, report, toPlace }: Visit,
): void {
  if (/^[a-z]|^$/.test(node.name ?? ''))
    report(
      'raw-html',
      `raw HTML: <${node.name ?? ''}>`,
      suggestComponent(node.name ?? '') ?? 'Write Markdown, or a component of content/README.md.',
    );
  else {
    const { use, problems } = parseComponent(node, source, place, toPlace);
    body.problems.push(...problems);
    if (use !== undefined) body.components.push(use);
  }
  checkNesting(node, report);
}

function refuseCode({ value }: { value: string }, { report }: Visit): void {
  report(
    'code-in-article',
    `code in the text: {${value}}`,
    'Articles are data. Write \\{ where a brace is meant.',
  );
}

function addLink(href: string, use: Link['use'], { body, place, report }: Visit): void {
  const fault = findHrefFault(href, use);
  if (fault === undefined) body.links.push({ ...place, href, use });
  else report(`broken-${use}`, `broken ${use} ${show(href)}: ${fault.why}`, fault.hint);
}

function checkLink(node: Node<'link' | 'linkReference'>, { report }: Visit): void {
  checkNesting(node, report);
  const hasImage = walk(node).some(({ type }) => type === 'image' || type === 'imageReference');
  if (toText(node).trim() === '' && !hasImage)
    report('link-without-words', 'a link without words', 'Write in the brackets what it leads to.');
}

function checkNesting(node: MdastNode, report: Visit['report']): void {
  if (isLink(node) && walk(node).some((inner) => inner !== node && isLink(inner)))
    report('nested-link', 'a link within a link', 'Let one of them stand beside the other.');
}

function checkAlternative({ alt }: { alt?: string | null | undefined }, { report }: Visit): void {
  if ((alt ?? '').trim() === '')
    report(
      'missing-alt-text',
      'an image without a text',
      'Write in the brackets what it shows, for readers who cannot see it.',
    );
}

// What is not seen, as an address would hold it.
function show(href: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is not seen
  return href === '' ? '()' : href.replace(/[\u0000-\u0020\u007F]/g, encodeURIComponent);
}

function toTag(html: string): string {
  return /^<\/?([\w-]+)/.exec(html)?.[1]?.toLowerCase() ?? '';
}

function isLink(node: MdastNode): boolean {
  const name =
    node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? node.name : undefined;
  return (
    node.type === 'link' ||
    node.type === 'linkReference' ||
    ['Cite', 'Fact', 'Term'].includes(name ?? '')
  );
}
