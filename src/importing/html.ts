import type { Element, ElementContent, Nodes, Parents } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import type { PhrasingContent, Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { findCalloutKind } from './callouts.ts';

/** Tells of what HTML says and Markdown cannot; lines count from the first of the fragment. */
type Tell = (kind: 'lost' | 'open', line: number, message: string) => void;

const KEPT = ['kbd', 'sub', 'sup'];
const DROPPED =
  /^(script|style|noscript|template|form|input|select|textarea|button|meta|link|base|svg|canvas|object|col|colgroup)$/;
const MEDIA = /^(iframe|video|audio|embed|source)$/;
const KNOWN =
  /^(a|abbr|acronym|address|article|aside|b|big|blockquote|body|br|caption|center|cite|code|dd|del|details|dfn|div|dl|dt|em|fieldset|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|ins|kbd|label|legend|li|main|mark|nav|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|title|time|tr|tt|u|ul|var|wbr)$/;

/** Whether a tag is one of HTML, and not a word between < and >. */
export function isHtmlName(name: string): boolean {
  return [KNOWN, DROPPED, MEDIA].some((names) => names.test(name.toLowerCase()));
}

/** What holds no text for readers, and is left out with all that stands in it. */
export function isDropped(name: string): boolean {
  return DROPPED.test(name.toLowerCase());
}

/** What is played, and can only be linked to. */
export function isMedia(name: string): boolean {
  return MEDIA.test(name.toLowerCase());
}

/** The attributes of a tag, decoded. */
export function readAttributes(tag: string): Record<string, string> {
  const [, name = ''] = /^<([\w-]+)/.exec(tag) ?? [];
  // Another name would be moved by the rules for tables.
  const { children } = fromHtml(tag.replace(`<${name}`, '<span'), { fragment: true });
  const [element] = children;
  if (element?.type !== 'element') return {};
  return Object.fromEntries(
    Object.entries(element.properties).map(([key, value]) => [
      key.toLowerCase(),
      Array.isArray(value) ? value.join(' ') : String(value ?? ''),
    ]),
  );
}

/** What is told of a picture that was drawn in another size than its own. */
export function toLostWidth(width: string): string {
  return `the width ${width} of a picture, which has its own now`;
}

/** Writes HTML as Markdown. */
export function htmlToMarkdown(html: string, tell: Tell): string {
  const tree = fromHtml(html, { fragment: true });
  prepare(tree, html, tell);
  const mdast = toMdast(tree, { handlers, document: true }) as Root;
  return toMarkdown(mdast, {
    bullet: '-',
    rule: '-',
    emphasis: '_',
    resourceLink: true,
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
  })
    .replace(/^((?:> ?)*> \[![A-Z]+\])\n(?:> ?)+\n/gm, '$1\n')
    .trim();
}

const raw = (value: string): PhrasingContent => ({ type: 'html', value });

const handlers: Record<string, Handle> = {
  ...Object.fromEntries(
    KEPT.map((name): [string, Handle] => [
      name,
      (state, node) => [
        raw(`<${name}>`),
        ...(state.all(node) as PhrasingContent[]),
        raw(`</${name}>`),
      ],
    ]),
  ),
  // Its alternative text stays away where there is none.
  img: (_state, { properties }) => ({
    type: 'image',
    url: String(properties.src ?? ''),
    alt: String(properties.alt ?? ''),
  }),
  mark: (state, node) => state.all(node) as PhrasingContent[],
  'x-raw': (_state, { properties }) => raw(String(properties.value)),
};

// Makes of the tree what Markdown can say.
function prepare(node: Parents, html: string, tell: Tell, inCell = false): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'comment') return [];
    if (child.type !== 'element') return [child];
    const { tagName, properties } = child;
    const line = child.position?.start.line ?? 1;
    if (DROPPED.test(tagName)) {
      if (!/^(col|colgroup|meta|link|style)$/.test(tagName)) tell('lost', line, `<${tagName}>`);
      return [];
    }
    if (MEDIA.test(tagName)) {
      const src = String(properties.src ?? '');
      if (src === '' && child.children.length > 0) {
        prepare(child, html, tell, inCell);
        return child.children;
      }
      tell('lost', line, `<${tagName}> is now a link to what it shows`);
      return src === '' ? [] : [toElement('a', [{ type: 'text', value: src }], { href: src })];
    }
    if (!isHtmlName(tagName)) {
      const start = child.position?.start.offset ?? 0;
      const opening = /^<[^>]*>/.exec(html.slice(start))?.[0] ?? `<${tagName}>`;
      prepare(child, html, tell, inCell);
      return [toElement('code', [{ type: 'text', value: opening }]), ...child.children];
    }
    if (tagName === 'img' && properties.width != null)
      tell('lost', line, toLostWidth(String(properties.width)));
    if (tagName === 'table')
      nameColumns(child, () => tell('lost', line, 'the first row of the table is its head now'));
    const isCell = inCell || tagName === 'td' || tagName === 'th';
    if ((tagName === 'td' || tagName === 'th') && (properties.colSpan ?? properties.rowSpan))
      tell('lost', line, 'cells that were one are apart now, and those after the first are empty');
    prepare(child, html, tell, isCell);
    if (tagName === 'td' || tagName === 'th') child.children = trimBreaks(child.children);
    if (/^h[1-6]$/.test(tagName) && typeof properties.id === 'string')
      child.children.push(toRaw(` {#${properties.id}}`));
    const mark = tagName === 'a' ? (properties.id ?? properties.name) : undefined;
    if (typeof mark === 'string') child.children.unshift(toRaw(`<a id="${mark}"></a>`));
    if (tagName === 'a' && properties.href === undefined) return child.children;
    const kind = /^(div|aside|section|p)$/.test(tagName)
      ? findCalloutKind(String(properties.className ?? ''))
      : undefined;
    if (kind !== undefined && !inCell)
      return [
        toElement('blockquote', [
          toElement('p', [toRaw(`[!${kind.toUpperCase()}]`)]),
          ...child.children,
        ]),
      ];
    if (inCell) return flatten(child, line, tell);
    return [child];
  }) as Parents['children'];
}

// Markdown has no table without a head.
function nameColumns(table: Element, tellNamed: () => void): void {
  const elements = (node: Element) => node.children.filter((child) => child.type === 'element');
  const rows = elements(table)
    .flatMap((part) => (part.tagName === 'tr' ? [part] : elements(part)))
    .filter(({ tagName }) => tagName === 'tr');
  const [first] = rows;
  if (first === undefined || elements(first).some(({ tagName }) => tagName === 'th')) return;
  for (const cell of elements(first)) cell.tagName = 'th';
  tellNamed();
}

// A cell of Markdown is one line.
function flatten(child: Element, line: number, tell: Tell): ElementContent[] {
  const { tagName, children } = child;
  const broken = (nodes: ElementContent[]) => [...nodes, toRaw('<br>')];
  if (tagName === 'br') return [toRaw('<br>')];
  if (tagName === 'li') return broken([{ type: 'text', value: '• ' }, ...children]);
  if (/^(ul|ol)$/.test(tagName)) {
    tell('lost', line, 'a list in a cell is lines of its own now');
    return [toRaw('<br>'), ...trimBreaks(children)];
  }
  if (tagName === 'pre') {
    const lines = toWords(child).trim().split('\n');
    return lines.flatMap((text, index) => [
      ...(index === 0 ? [] : [toRaw('<br>')]),
      toElement('code', [{ type: 'text', value: text }]),
    ]);
  }
  if (/^(p|div|h[1-6]|blockquote|tr)$/.test(tagName)) return broken(children);
  return [child];
}

function trimBreaks(nodes: ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent | undefined) =>
    (node?.type === 'element' && node.tagName === 'x-raw') ||
    (node?.type === 'text' && node.value.trim() === '');
  let [start, end] = [0, nodes.length];
  while (start < end && isBreak(nodes[start])) start += 1;
  while (end > start && isBreak(nodes[end - 1])) end -= 1;
  return nodes.slice(start, end);
}

function toWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => toWords(child as Nodes)).join('') : '';
}

function toElement(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

function toRaw(value: string): Element {
  return toElement('x-raw', [], { value });
}

/** The words of HTML, decoded. */
export function toPlain(html: string): string {
  return toWords(fromHtml(html, { fragment: true }));
}
