import type { MdastNode } from 'satteri';
import type { Heading, Outline } from '#domain/linking/outline.ts';
import { RESERVED } from '#domain/linking/target.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';
import { toText } from './tree.ts';

type Report = (code: ProblemCode, message: string, hint: string) => void;

/** Takes in the next heading of an article, and reports what is wrong with it. */
export function readHeading(
  node: Extract<MdastNode, { type: 'heading' }>,
  outline: Outline,
  report: Report,
): void {
  // The title of the page is the heading above all.
  const depth = Math.max(1, outline.headings.at(-1)?.depth ?? 1);
  const heading = outline.add(toText(node), node.depth);
  const { text, anchor, plain, same } = heading;
  if (node.depth === 1)
    report(
      'heading-level',
      `heading of level 1: ${text}`,
      'The title is the only one; start with ##.',
    );
  else if (text.trim() === '')
    report('empty-heading', 'a heading without words', 'Give it words, or delete it.');
  else if (plain === '')
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
  else if (same !== undefined) reportSame(heading, same, report);
}

function reportSame(
  { text, anchor, depth, parent, plain }: Heading,
  same: Heading,
  report: Report,
): void {
  const marks = '#'.repeat(depth);
  const above = parent?.text !== text && parent?.text;
  report(
    'repeated-anchor',
    `two headings make the anchor #${same.anchor === anchor ? anchor : plain}`,
    `Links must be able to tell them apart. Reword one, such as: ${marks} ${text} (${above || 'in short'})`,
  );
}
