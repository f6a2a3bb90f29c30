import { callouts, findKind, parseCallout } from '#domain/callout.ts';

/** What means something in another system: where it stands in a text, and what to write instead. */
export interface Foreign {
  at: number;
  text: string;
  hint: string;
}

const CALLOUT =
  'Write > [!NOTE] and > before each line below it, or <Callout kind="note"> in a file that ends in .mdx.';
const ANCHOR =
  'The words of a heading make its anchor. Delete it; where old links lead to it, links.lock.json says where it is now.';
const PLACEHOLDER = 'Write what it stands for, or put it between backticks if it is meant as text.';

// At the beginning of a line.
const LINES: readonly [RegExp, string][] = [
  [/:{3,} ?\{?[a-z]\w*/i, CALLOUT],
  [/(?:!!!|\?\?\?)\+? [a-z]\w*/i, CALLOUT],
  [/=== "[^"\n]*"/, 'Write a heading for each of the tabs.'],
  [/\[TOC\]|\[\[_?TOC_?\]\]/i, 'Delete it; the page has its contents beside it.'],
  [
    /\*\[[^\]\n]+\]: /,
    'Write the long form behind the short one in brackets, or a term of glossary.yaml.',
  ],
  [/: +\S.*/, 'Write a list: - **term**: what it means.'],
];

// Anywhere in a text.
const SIGNS: readonly [RegExp, string][] = [
  [/\{\{[<%].*?[%>]\}\}/, PLACEHOLDER],
  [/\{%.*?%\}/, PLACEHOLDER],
  [/\{\{.*?\}\}/, PLACEHOLDER],
  [/\{:?\s*#[\w-][^{}\n]*\}/, ANCHOR],
  [/\{:?\s*\.[\w-][^{}\n]*\}/, 'Delete it; the site has one look.'],
  [/\[\[[^\]\n]+\]\]/, 'Write [words](/articles/slug/).'],
  [
    /\[(b|i|u|url|img|code|quote|color|size)(?:=[^\]\n]*)?\][^\n]*\[\/\1\]/i,
    'Write Markdown: **bold**, _italic_, `code`, [words](address).',
  ],
];

/** Finds what only another system reads, in a paragraph as it is written. */
export function findForeignLine(source: string): Foreign | undefined {
  for (const [pattern, hint] of LINES) {
    // A definition follows the line of its term.
    const lines = pattern.source.startsWith(': ') ? '\\n' : '(?:^|\\n)';
    const found = new RegExp(`(${lines}[ \\t>]*)(${pattern.source})`, pattern.flags).exec(source);
    if (found !== null)
      return { at: found.index + (found[1]?.length ?? 0), text: found[2] ?? '', hint };
  }
  return undefined;
}

/** Finds the same within the words of a text as they are written. */
export function findForeignSign(source: string): Foreign | undefined {
  for (const [pattern, hint] of SIGNS) {
    const found = pattern.exec(source);
    if (found !== null && source[found.index - 1] !== '\\')
      return { at: found.index, text: found[0], hint };
  }
  return undefined;
}

/** The first line of a quotation that names a callout which is not known. */
export function findForeignCallout(line: string): Omit<Foreign, 'at'> | undefined {
  const found = parseCallout(line);
  if (found === undefined || findKind(found.word) !== undefined) return undefined;
  const known = Object.keys(callouts).map((kind) => kind.toUpperCase());
  return { text: `[!${found.word}]`, hint: `Known are ${known.join(', ')}.` };
}
