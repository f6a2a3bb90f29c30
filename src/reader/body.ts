import { markdownToMdast, type MdastNode, mdxToMdast } from 'satteri';
import type { ComponentUse } from '#domain/checking/component.ts';
import { isShell, parseMeta, type ShellBlock } from '#domain/proof.ts';
import { DECORATIVE } from '#domain/linking/asset.ts';
import { resolveBeside, toFragment, toPagePath } from '#domain/linking/beside.ts';
import { findHrefFault } from '#domain/linking/href.ts';
import { Outline } from '#domain/linking/outline.ts';
import type { Place, Problem } from '#domain/problem.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';
import { parseComponent } from './components.ts';
import { type Foreign, findForeignCallout, findForeignLine, findForeignSign } from './foreign.ts';
import { readHeading } from './headings.ts';
import { checkElement, checkHtml } from './html.ts';
import { checkLanguage } from './languages.ts';
import { toSyntaxProblem } from './syntax-problem.ts';
import { toText, walk } from './tree.ts';

/** The text of an article below its frontmatter. */
export interface Body {
  /** The anchors of its headings, in order. */
  anchors: string[];
  /** Those that have the anchor of their parent before them, with what their words alone would make. */
  repeats: ReadonlyMap<string, string>;
  /** The components that it uses. */
  components: ComponentUse[];
  /** The addresses of its links and images that have a right form. */
  links: Link[];
  /** The places of images without a text that are not said to be decorative. */
  untold: Place[];
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
  /** Of a relative address: the file that it names, from the root of the project. */
  beside?: string;
  /** Of a relative address of another text: its page, with the anchor. */
  to?: string;
}

/** Where a node stands, and where it puts what it finds. */
interface Visit {
  body: Body;
  source: string;
  place: Place;
  /** The headings so far. */
  outline: Outline;
  /** The names by which images refer to their definitions. */
  pictured: ReadonlySet<string>;
  /** The titles of definitions, by name. */
  titles: ReadonlyMap<string, string>;
  /** Checks the HTML among the children of a node. */
  checkHtml: (children: readonly MdastNode[]) => void;
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
    repeats: new Map(),
    components: [],
    links: [],
    untold: [],
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
  const told = new Set<string>();
  const toStart = (node: MdastNode) => ({
    file,
    line: node.position?.start.line,
    column: node.position?.start.column,
  });
  const toReport =
    (node: MdastNode): Visit['report'] =>
    (code, message, hint) =>
      void body.problems.push({ ...toStart(node), code, message, hint });
  const outline = new Outline();
  const shared = {
    ...{ body, source, outline, pictured: listPictured(tree), titles: listTitles(tree) },
    checkHtml: (children: readonly MdastNode[]) => checkHtml(children, told, file, toReport),
    toPlace: (offset: number): Place => {
      const before = source.slice(0, offset).split('\n');
      return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    },
  };
  let isEmpty = true;
  for (const node of walk(tree)) {
    if ('children' in node) shared.checkHtml(node.children as MdastNode[]);
    if (isSilent(node)) continue;
    isEmpty = false;
    visitNode(node, { ...shared, place: toStart(node), report: toReport(node) });
  }
  body.anchors = outline.headings.map(({ anchor }) => anchor);
  body.repeats = new Map(
    outline.headings.flatMap(({ anchor, plain }) => (anchor === plain ? [] : [[anchor, plain]])),
  );
  checkFootnotes(tree, toReport);
  if (isEmpty)
    body.problems.push({
      file,
      code: 'empty-file',
      message: 'the article has no text',
      hint: 'Write it below the frontmatter.',
    });
}

function listPictured(tree: MdastNode): Set<string> {
  return new Set(
    [...walk(tree)].flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])),
  );
}

function listTitles(tree: MdastNode): Map<string, string> {
  return new Map(
    [...walk(tree)].flatMap((node): [string, string][] =>
      node.type === 'definition' ? [[node.identifier, node.title ?? '']] : [],
    ),
  );
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

// A sign with a backslash before it means itself.
const ESCAPED = /\\[!-/:-@[-`{-~]/g;

const VISITORS: Visitors = {
  heading: (node, visit) => {
    const { outline, report } = visit;
    readHeading(node, outline, report);
    checkTable(node, visit);
    if (walk(node).some(({ type }) => type === 'footnoteReference'))
      report(
        'broken-markdown',
        'a footnote in a heading',
        'Write its mark behind a statement below, since the words of a heading make its anchor.',
      );
  },
  link: (node, visit) => {
    addLink(node.url, 'link', visit);
    checkLink(node, visit);
  },
  linkReference: (node, visit) => checkLink(node, visit),
  definition: (node, visit) =>
    addLink(node.url, visit.pictured.has(node.identifier) ? 'image' : 'link', visit),
  image: (node, visit) => {
    addLink(node.url, 'image', visit);
    checkAlternative(node, visit);
  },
  imageReference: ({ alt, identifier }, visit) =>
    checkAlternative({ alt, title: visit.titles.get(identifier) }, visit),
  paragraph: (node, visit) => {
    reportForeign(node, findForeignLine, visit);
    checkTable(node, visit);
  },
  blockquote: ({ children: [first, ...rest] }, { source, report }) => {
    const isMeant = source[first?.position?.start.offset ?? 0] === '[';
    const line = first?.type === 'paragraph' && isMeant ? toText(first) : '';
    const found = findForeignCallout(line);
    if (found !== undefined) report('foreign-markup', `unknown callout ${found.text}`, found.hint);
    else if (rest.length === 0 && /^\[![^\]]+\].*$/.test(line))
      report(
        'component-body',
        `the callout ${line} is empty`,
        'Write > and its text on the next line.',
      );
  },
  table: ({ children: [head, ...rows] }, { body, place }) => {
    const columns = head?.children.length ?? 0;
    for (const { children, position } of rows)
      if (children.length > columns)
        body.problems.push({
          ...place,
          ...position?.start,
          code: 'surplus-cell',
          message: `a row of ${children.length} cells below a head of ${columns}: the last would not be shown`,
          hint: 'Write \\| for a bar that is meant as text, in code too.',
        });
  },
  text: (node, visit) => {
    const { report, source } = visit;
    reportForeign(node, findForeignSign, visit);
    const written = source
      .slice(node.position?.start.offset, node.position?.end.offset)
      .replace(ESCAPED, '');
    for (const [, label, target] of written.matchAll(/\[([^[\]]+)\](?:\[([^[\]]*)\])?/g))
      if (target !== undefined || label?.startsWith('^'))
        report(
          'broken-markdown',
          `[${target || label}] is nowhere defined`,
          'Add the line that defines it, or write \\[ for a bracket.',
        );
    if (/\] ?\((?:\/|\w+:|$)|\]\([^()]* [^()]*\.(?:mdx?|[a-z]{3,4})\)/i.test(written))
      report(
        'broken-markdown',
        'a link that is not one',
        'Write [words](address) without a space between, %20 for a space within, and close both brackets.',
      );
    if (/^#{2,}/.test(written) && node.position?.start.column === 1)
      report(
        'broken-markdown',
        'a heading that is not one',
        'Write ## and a space before its words; six # are the most.',
      );
  },
  code: ({ position, lang, meta, value }, { body, place, source, report }) => {
    checkLanguage(lang ?? '', report);
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

function readElement(
  node: Node<'mdxJsxFlowElement' | 'mdxJsxTextElement'>,
  { body, source, place, report, toPlace }: Visit,
): void {
  if (/^[a-z]|^$/.test(node.name ?? '')) checkElement(node, place.file, report);
  else {
    const { use, problems } = parseComponent(node, source, place, toPlace);
    body.problems.push(...problems);
    if (use !== undefined) body.components.push(use);
  }
  checkNesting(node, report);
}

function reportForeign(
  { position }: MdastNode,
  find: (source: string) => Foreign | undefined,
  { body, source, toPlace }: Visit,
): void {
  const start = position?.start.offset ?? 0;
  const found = find(source.slice(start, position?.end.offset));
  if (found === undefined) return;
  const { at, text, hint } = found;
  body.problems.push({
    ...toPlace(start + at),
    code: 'foreign-markup',
    message: `${text} means nothing here`,
    hint,
  });
}

/** What is said of a paragraph with the bars of a table. */
export const NO_TABLE = 'a table that is none';

// A table without its divider is a paragraph; one of hyphens alone below a line makes that a heading.
function checkTable({ position }: MdastNode, { body, source, toPlace }: Visit): void {
  const start = position?.start.offset ?? 0;
  const text = source.slice(start, position?.end.offset);
  const row = findRow(text.split('\n').map((line) => line.replace(/^[ \t>]+|[ \t]+$/g, '')));
  if (row === undefined) return;
  const before = text.split('\n').slice(0, row).join('\n').length;
  body.problems.push({
    ...toPlace(start + (row === 0 ? 0 : before + 1)),
    code: 'broken-markdown',
    message: NO_TABLE,
    hint: 'Write |---|---| below its first line, with as many cells, and an empty line above it. A bar that is meant as text is \\|.',
  });
}

// The first line that is meant as a row: one between two bars with another within, or one with a bar above a divider.
function findRow(lines: readonly string[]): number | undefined {
  const isRow = (line: string) => /^\|.*[^\\]\|.*[^\\]\|$/.test(line);
  const isDivider = (line: string) => /^[|:=\s–—-]*[-–—=]{2}[|:=\s–—-]*$/.test(line);
  const found = lines.findIndex(
    (line, index) =>
      isRow(line) ||
      (/^[^#`].*[^\\]\|/.test(line) && !line.includes('`') && isDivider(lines[index + 1] ?? '')),
  );
  return found === -1 ? undefined : found;
}

// Each has its mark, or nobody would see it.
function checkFootnotes(tree: MdastNode, toReport: (node: MdastNode) => Visit['report']): void {
  const nodes = [...walk(tree)];
  const marks = new Set(
    nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  );
  for (const node of nodes) {
    if (node.type !== 'footnoteDefinition') continue;
    if (!marks.delete(node.identifier))
      toReport(node)(
        'unused-footnote',
        `nothing refers to the footnote [^${node.label ?? node.identifier}], or it stands twice`,
        'Write its mark behind a statement, or delete it.',
      );
  }
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
  if (fault === undefined) body.links.push({ ...place, href, use, ...toBeside(place.file, href) });
  else report(`broken-${use}`, `broken ${use} ${show(href)}: ${fault.why}`, fault.hint);
}

function toBeside(file: string, href: string): Pick<Link, 'beside' | 'to'> {
  const beside = resolveBeside(file, href);
  const path = beside === undefined ? undefined : toPagePath(beside);
  return {
    ...(beside !== undefined && { beside }),
    ...(path !== undefined && { to: path + toFragment(href) }),
  };
}

function checkLink(node: Node<'link' | 'linkReference'>, { report }: Visit): void {
  checkNesting(node, report);
  const hasWords = (each: MdastNode) => 'alt' in each && (each.alt ?? '').trim() !== '';
  if (toText(node).trim() === '' && !walk(node).some(hasWords))
    report('link-without-words', 'a link without words', 'Write in the brackets what it leads to.');
}

function checkNesting(node: MdastNode, report: Visit['report']): void {
  if (isLink(node) && walk(node).some((inner) => inner !== node && isLink(inner)))
    report('nested-link', 'a link within a link', 'Let one of them stand beside the other.');
}

// Nobody reads an empty text aloud, which is right for what only decorates.
function checkAlternative(
  { alt, title }: { alt?: string | null | undefined; title?: string | null | undefined },
  { body, place }: Visit,
): void {
  if ((alt ?? '').trim() === '' && title !== DECORATIVE) body.untold.push(place);
}

// What is not seen, as an address would hold it.
function show(href: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is not seen
  return href === '' ? '()' : href.replace(/[\u0000-\u0020\u007F]/g, encodeURIComponent);
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
