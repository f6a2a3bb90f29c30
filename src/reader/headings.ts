import type { MdastNode } from 'satteri';
import { toAnchor } from '#domain/linking/anchor.ts';
import { RESERVED } from '#domain/linking/target.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';
import { toText } from './tree.ts';

/** The headings of an article so far. */
export interface Outline {
  /** The anchors of all, in order. */
  anchors: string[];
  /** The words of the last heading of each level, down to the current one. */
  levels: string[];
}

/** Takes in the next heading of an article, and reports what is wrong with it. */
export function readHeading(
  node: Extract<MdastNode, { type: 'heading' }>,
  { anchors, levels }: Outline,
  report: (code: ProblemCode, message: string, hint: string) => void,
): void {
  const text = toText(node);
  const anchor = toAnchor(text);
  const marks = '#'.repeat(node.depth);
  // The title of the page is the heading above all.
  const depth = Math.max(1, levels.length);
  levels.splice(node.depth - 1, Infinity);
  levels[node.depth - 1] = text;
  const above =
    levels.slice(0, -1).findLast((words) => words !== undefined && words !== text) ?? 'in short';
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
