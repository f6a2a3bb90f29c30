import type { MdastNode } from 'satteri';
import { suggest } from '#domain/problem.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';
import { componentSchemas } from '#schemas/component.ts';

type Report = (code: ProblemCode, message: string, hint: string) => void;
type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The elements of HTML that authors may write, without attributes: what Markdown has no sign for. */
const ALLOWED = ['br', 'details', 'kbd', 'sub', 'summary', 'sup'];
// As browsers read it, which end one at once after <!-->.
const COMMENT = /<!--(?:-?>|[\s\S]*?--!?>)/g;
const TAG = /<(\/?)([a-z][\w-]*)\s*(\/?)>/gi;
// What is no text, be it a tag with attributes, a comment that is not closed or a declaration.
const MARKUP = /<(?:!--|[/!?]?[a-z[][^\s>]*)/i;

const INSTEAD: readonly [names: RegExp, hint: string][] = [
  [/^(b|strong)$/, 'Write **words**.'],
  [/^(i|em|cite|dfn|var)$/, 'Write _words_.'],
  [/^(s|del|strike)$/, 'Write ~~words~~.'],
  [/^(code|tt|samp)$/, 'Write `words`.'],
  [/^pre$/, 'Write a block of code, between two lines of ```.'],
  [/^a$/, 'Write [words](address); a heading is linked to by its anchor.'],
  [/^img$/, 'Write ![what it shows](picture.png), with the file beside this one.'],
  [/^(table|thead|tbody|tr|td|th)$/, 'Write a table of Markdown: | cell | cell |.'],
  [/^h[1-6]$/, 'Write ## and the words.'],
  [/^(ul|ol|li|dl|dt|dd)$/, 'Write a list of Markdown: a hyphen and a space before each point.'],
  [/^hr$/, 'Write ---.'],
  [/^--$/, 'Close the comment with -->.'],
  [/^blockquote$/, 'Write > before each line.'],
  [/^(p|div|span|center|font|u|small|section)$/, 'Delete the tags; the site has one look.'],
  [
    /^(|!?doctype|script|style|iframe|video|audio|object|embed|form|input|button|meta|base|link|svg|use)$/,
    'Delete it; articles are text.',
  ],
];

/** What to write in place of a tag. */
function toInstead(name: string, file: string): string {
  const tag = name.toLowerCase();
  const component = Object.keys(componentSchemas).find((own) => own.toLowerCase() === tag);
  if (component !== undefined)
    return file.endsWith('.mdx')
      ? (suggest(component, [component]) ?? '')
      : 'Components work in files that end in .mdx; rename it.';
  return (
    INSTEAD.find(([names]) => names.test(tag))?.[1] ??
    `Write \`<${name}>\` as code if it is meant as text.`
  );
}

/** Checks the HTML of a Markdown text among the children of one node, in which all that is opened must be closed again. */
export function checkHtml(
  children: readonly MdastNode[],
  told: Set<string>,
  file: string,
  toReport: (node: MdastNode) => Report,
): void {
  const open: { tag: string; report: Report }[] = [];
  for (const node of children) {
    if (node.type !== 'html') continue;
    const report = toReport(node);
    const text = node.value.replace(COMMENT, '');
    const tags = [...text.matchAll(TAG)].filter(([, , tag = '']) => isAllowed(tag));
    const foreign = MARKUP.exec(
      text.replace(TAG, (whole, ...[, tag]: string[]) => (isAllowed(tag ?? '') ? '' : whole)),
    )?.[0];
    if (foreign !== undefined) {
      const name = foreign.replace(/^<[/!?]?/, '');
      // What closes a tag that is told is not told again.
      if (!told.delete(`</${name}`) || !foreign.startsWith('</'))
        report(
          'raw-html',
          `raw HTML: ${node.value.split('\n')[0]}`,
          isAllowed(name) ? `Write <${name}> without attributes.` : toInstead(name, file),
        );
      if (!foreign.startsWith('</')) told.add(`</${name}`);
      continue;
    }
    for (const [whole, slash, name = ''] of tags) {
      const tag = name.toLowerCase();
      const inner = open.at(-1)?.tag;
      if (tag === 'br') continue;
      if (slash === '') {
        if (tag === 'summary' && inner !== 'details')
          report(
            'raw-html',
            '<summary> stands outside of <details>',
            'Write it on the line below <details>.',
          );
        open.push({ tag, report });
      } else if (inner === tag) open.pop();
      else if (!told.delete(`</${tag}`))
        report(
          'raw-html',
          `${whole} closes nothing`,
          `Write <${tag}> before it, in the same paragraph, or delete it.`,
        );
    }
    checkFolded(text, report);
  }
  for (const { tag, report } of open)
    report(
      'raw-html',
      `<${tag}> is not closed`,
      `Write </${tag}> behind what it is about, ${tag === 'details' ? 'on a line of its own' : 'in the same paragraph'}.`,
    );
}

/** Checks an element of HTML in MDX. */
export function checkElement(node: Element, file: string, report: Report): void {
  const name = node.name ?? '';
  const first = node.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (!ALLOWED.includes(name)) report('raw-html', `raw HTML: <${name}>`, toInstead(name, file));
  else if (node.attributes.length > 0)
    report('raw-html', `<${name}> has attributes`, `Write <${name}> without attributes.`);
  else if (name === 'details' && (node.type === 'mdxJsxTextElement' || toName(first) !== 'summary'))
    report('raw-html', '<details> without a <summary>', FOLDED);
}

const FOLDED =
  'Write <details>, below it <summary>words</summary>, an empty line, the text, an empty line, and </details>.';

// What stands in a block of HTML is not read as Markdown, and only a summary may stand there.
function checkFolded(text: string, report: Report): void {
  if (!/<details>/i.test(text)) return;
  const [, inside = '', after = ''] =
    /<details>\s*<summary>([\s\S]*?)<\/summary>([\s\S]*)/i.exec(text) ?? [];
  if (inside.trim() === '') report('raw-html', '<details> without a <summary>', FOLDED);
  else if (after.replace(TAG, '').trim() !== '')
    report('raw-html', 'what stands in <details> is not read as Markdown', FOLDED);
  else if (/[*`]|\]\(/.test(inside))
    report(
      'raw-html',
      'what stands in <summary> is not read as Markdown',
      'Write plain words there, or rename the file to .mdx.',
    );
}

function isAllowed(tag: string): boolean {
  return ALLOWED.includes(tag.toLowerCase());
}

function toName(node: MdastNode | undefined): string | null {
  return node?.type === 'mdxJsxFlowElement' || node?.type === 'mdxJsxTextElement'
    ? node.name
    : null;
}
