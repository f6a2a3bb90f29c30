import { markdownToMdast, type MdastNode, mdxToMdast } from 'satteri';
import { toAnchor } from '#domain/linking/anchor.ts';
import { findHrefFault } from '#domain/linking/href.ts';
import type { Place, Problem } from '#domain/problem.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';
import { RESERVED } from '#domain/linking/target.ts';
import type { ComponentUse } from '#domain/checking/component.ts';
import { parseComponent } from './components.ts';

/** The text of an article below its frontmatter. */
export interface Body {
  /** The anchors of its headings, in order. */
  anchors: string[];
  /** The components that it uses. */
  components: ComponentUse[];
  /** The addresses of its links and images that have a right form. */
  links: Link[];
  problems: Problem[];
}

/** An address that a text names. */
export interface Link extends Place {
  href: string;
  use: 'link' | 'image';
}

/** Reads the body of an article, given the text of its whole file. */
export function parseBody(source: string, file: string): Body {
  const body: Body = { anchors: [], components: [], links: [], problems: [] };
  try {
    readBody(
      file.endsWith('.mdx') ? mdxToMdast(source) : markdownToMdast(source),
      source,
      file,
      body,
    );
  } catch (error) {
    body.problems.push(toProblem(error, file));
  }
  return body;
}

function readBody(
  tree: MdastNode,
  source: string,
  file: string,
  { anchors, components, links, problems }: Body,
): void {
  const outline: string[] = [];
  // The raw HTML that is told; what closes it need not be.
  const opened = new Set<string>();
  let isEmpty = true;
  const toPlace = (offset: number): Place => {
    const before = source.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  for (const node of walk(tree)) {
    const place = { file, line: node.position?.start.line, column: node.position?.start.column };
    const report = (code: ProblemCode, message: string, hint: string) =>
      void problems.push({ ...place, code, message, hint });
    const text = () => source.slice(node.position?.start.offset, node.position?.end.offset);
    const addLink = (href: string, use: Link['use']) => {
      const fault = findHrefFault(href, use);
      if (fault === undefined) links.push({ ...place, href, use });
      else report(`broken-${use}`, `broken ${use} ${show(href)}: ${fault.why}`, fault.hint);
    };
    switch (node.type) {
      case 'root':
      case 'yaml':
        continue;
      case 'heading':
        readHeading(node, outline, anchors, report);
        break;
      case 'link':
      case 'definition':
        addLink(node.url, 'link');
        break;
      case 'image':
        addLink(node.url, 'image');
        break;
      case 'text':
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
        break;
      case 'code':
        if (/^(?:`{3}|~{3})/.test(text()) && !/\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text()))
          report(
            'broken-markdown',
            'the block of code is not closed',
            'Close it with a line of its own, as it was opened.',
          );
        break;
      case 'html':
        if (/^<\/[a-z]/i.test(node.value) && opened.delete(toTag(node.value))) break;
        if (/<[/!?]?[a-z[]/i.test(node.value)) {
          opened.add(toTag(node.value));
          report(
            'raw-html',
            `raw HTML: ${node.value.split('\n')[0]}`,
            'Write Markdown; components work in files that end in .mdx.',
          );
        }
        break;
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        if (/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) continue;
        report(
          'code-in-article',
          `code in the text: {${node.value}}`,
          'Articles are data. Write \\{ where a brace is meant.',
        );
        break;
      case 'mdxjsEsm':
        report(
          'code-in-article',
          'articles import and export nothing',
          'The components of content/README.md are there without; let no paragraph begin with either word.',
        );
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        if (/^[a-z]|^$/.test(node.name ?? '')) {
          report(
            'raw-html',
            `raw HTML: <${node.name ?? ''}>`,
            'Write Markdown, or a component of content/README.md.',
          );
          break;
        }
        if (node.name === 'Cite' && node.type === 'mdxJsxFlowElement')
          report(
            'detached-citation',
            '<Cite> stands alone',
            'Write it directly behind the statement, in the same paragraph.',
          );
        const component = parseComponent(node, source, place, toPlace);
        problems.push(...component.problems);
        if (component.use !== undefined) components.push(component.use);
      }
    }
    if (isLink(node) && walk(node).some((inner) => inner !== node && isLink(inner)))
      report('nested-link', 'a link within a link', 'Let one of them stand beside the other.');
    if (
      (node.type === 'link' || node.type === 'linkReference') &&
      toText(node).trim() === '' &&
      !hasImage(node)
    )
      report(
        'link-without-words',
        'a link without words',
        'Write in the brackets what it leads to.',
      );
    if ((node.type === 'image' || node.type === 'imageReference') && (node.alt ?? '').trim() === '')
      report(
        'missing-alt-text',
        'an image without a text',
        'Write in the brackets what it shows, for readers who cannot see it.',
      );
    isEmpty = false;
  }
  if (isEmpty)
    problems.push({
      file,
      code: 'empty-file',
      message: 'the article has no text',
      hint: 'Write it below the frontmatter.',
    });
}

function readHeading(
  node: Extract<MdastNode, { type: 'heading' }>,
  outline: string[],
  anchors: string[],
  report: (code: ProblemCode, message: string, hint: string) => void,
): void {
  const text = toText(node);
  const anchor = toAnchor(text);
  const marks = '#'.repeat(node.depth);
  // The title of the page is the heading above all.
  const depth = Math.max(1, outline.length);
  outline.splice(node.depth - 1, Infinity);
  outline[node.depth - 1] = text;
  const above =
    outline.slice(0, -1).findLast((words) => words !== undefined && words !== text) ?? 'in short';
  if (node.depth === 1)
    report(
      'heading-level',
      `heading of level 1: ${text}`,
      'The title is the only one; start with ##.',
    );
  else if (text.trim() === '')
    report('empty-heading', 'a heading without words', 'Give it words, or delete it.');
  else if (anchor === '')
    report(
      'empty-heading',
      `the heading "${text}" has no letter or digit to make an anchor of`,
      'Give it words.',
    );
  else if (node.depth > depth + 1)
    report(
      'heading-level',
      `the heading "${text}" has level ${node.depth} below one of level ${depth}`,
      `No level is left out: ${'#'.repeat(depth + 1)} ${text}`,
    );
  else if (RESERVED.test(anchor))
    report(
      'reserved-anchor',
      `the page needs the anchor #${anchor} for itself`,
      'Reword the heading.',
    );
  else if (anchors.includes(anchor))
    report(
      'repeated-anchor',
      `two headings make the anchor #${anchor}`,
      `Links must be able to tell them apart. Reword one, such as: ${marks} ${text} (${above})`,
    );
  anchors.push(anchor);
}

function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child as MdastNode);
}

function toText(node: MdastNode): string {
  if ('value' in node) return node.value;
  return 'children' in node
    ? node.children.map((child) => toText(child as MdastNode)).join('')
    : '';
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

function hasImage(node: MdastNode): boolean {
  return walk(node).some(({ type }) => type === 'image' || type === 'imageReference');
}

// Sätteri hands out its errors as words alone, so that the place and the cause are read from them:
// https://github.com/bruits/satteri/blob/563954f/crates/satteri-napi-binding/src/lib.rs#L389
function toProblem(error: unknown, file: string): Problem {
  if (error instanceof RangeError)
    return {
      file,
      code: 'deep-nesting',
      message: 'the text is nested too deeply',
      hint: 'Lists and quotes are a few levels deep at most.',
    };
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column] = /(\d+):(\d+)/.exec(text) ?? [];
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line), column: Number(column) }),
    code: 'broken-mdx',
    message: `broken MDX: ${explain(text)}`,
    hint: 'Close every tag, and write { and < as \\{ and &lt; where they are meant as text.',
  };
}

function explain(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line
    .replace(/^\d+:\d+:?\s*/, '')
    .replace(
      /^Could not parse expression with oxc: .*/,
      'what stands in the braces is neither data nor code',
    )
    .replace(/\s*\(mdx[\w-]*:[\w-]+\)$/, '');
}
