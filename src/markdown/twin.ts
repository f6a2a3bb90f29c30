import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { escapeXml } from '../domain/xml.ts';

// With positions, so that the prose is handed on letter for letter and only its links are written anew.
const html = unified().use(rehypeParse, { fragment: true, verbose: true });
const markdown = unified()
  .use(rehypeRemark)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one' });

type Root = ReturnType<typeof html.parse>;
type Node = Root['children'][number];
type Element = Extract<Node, { type: 'element' }>;
type Children = Element['children'];

/** What a built article says, in forms for other programs. */
export interface Twin {
  /** The headings of its prose, in order. */
  headings: { depth: number; text: string; anchor: string }[];
  /** Its prose as built, with full addresses; scripts and what only works with them are left out. */
  html: string;
  /** The same prose as Markdown; a list within a table becomes a line of its cell. */
  markdown: string;
  /** The list of its sources as Markdown; empty when it has none. */
  sources: string;
}

/** Reads the built page of an article; `url` is its full address, against which its links are resolved. */
export function toTwin(page: string, url: string): Twin {
  const text = page.slice(page.indexOf('<main'), page.lastIndexOf('</main>'));
  const tree = html.parse(text);
  const prose = find(tree, (element) => hasClass(element, 'prose'));
  const sources = find(tree, (element) => hasClass(element, 'sources'));
  return {
    headings: prose === undefined ? [] : findHeadings(prose),
    html: prose === undefined ? '' : toHtml(prose, text, url),
    markdown: toMarkdown(prose?.children ?? [], url),
    sources: toMarkdown(sources?.children.filter((child) => !isElement(child) || child.tagName !== 'h2') ?? [], url),
  };
}

/** The table of a comparison's built page as Markdown, with the sources that stand below it; `url` is the full address of the page. */
export function toTableTwin(page: string, url: string): string {
  const section = find(html.parse(page), (element) => hasClass(element, 'comparison'));
  return toMarkdown(section?.children ?? [], url);
}

function findHeadings(prose: Element): Twin['headings'] {
  return findAll(prose, ({ tagName, properties }) => /^h[2-6]$/.test(tagName) && properties['id'] !== undefined).map((heading) => ({
    depth: Number(heading.tagName.slice(1)),
    text: toText(heading),
    anchor: String(heading.properties['id']),
  }));
}

// HTML

interface Edit {
  from: number;
  to: number;
  text: string;
}

function toHtml(prose: Element, text: string, url: string): string {
  const edits: Edit[] = [];
  visit(prose, (element) => {
    if (isForPageOnly(element)) {
      edits.push({ ...toSpan(element.position), text: '' });
      return false;
    }
    for (const name of ['href', 'src']) {
      const place = element.data?.position?.properties?.[name];
      const value = element.properties[name];
      if (place === undefined || typeof value !== 'string') continue;
      edits.push({ ...toSpan(place), text: `${name}="${escapeXml(resolve(value, url))}"` });
    }
    return true;
  });
  const end = toSpan(prose.data?.position?.closing).from;
  let at = toSpan(prose.data?.position?.opening).to;
  let result = '';
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return (result + text.slice(at, end)).trim();
}

function toSpan(position: Element['position']): { from: number; to: number } {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

function resolve(address: string, url: string): string {
  return URL.canParse(address, url) ? new URL(address, url).href : address;
}

// Markdown: the tree is first put into words that Markdown has.

function toMarkdown(children: readonly Node[], url: string): string {
  const tree: Root = { type: 'root', children: children.flatMap((child) => simplify(child as Children[number], url)) };
  return markdown.stringify(markdown.runSync(tree) as never).trim();
}

// What the page adds for pointers, scripts and searching: scripts, tools, hidden forms, links of headings to themselves.
function isForPageOnly(element: Element): boolean {
  const { tagName, properties } = element;
  return (
    tagName === 'script' ||
    tagName === 'table-tools' ||
    properties['hidden'] === true ||
    hasClass(element, 'anchor') ||
    hasClass(element, 'comparison-end') ||
    hasClass(element, 'feedback')
  );
}

function simplify(node: Children[number], url: string): Children {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (!isElement(node) || isForPageOnly(node) || String(node.properties['ariaHidden']) === 'true' || hasClass(node, 'legend')) return [];
  const { tagName, properties } = node;
  const label = properties['ariaLabel'];
  const children = () => node.children.flatMap((child) => simplify(child, url));
  if (hasClass(node, 'callout-kind')) return [{ type: 'text', value: `${toText(node)}:` }];
  if (hasClass(node, 'cell-sources')) return toMarks(node, url);
  if (hasClass(node, 'scope')) return [make('p', [{ type: 'text', value: `(${toText(node)})` }])];
  switch (tagName) {
    case 'svg':
      return typeof label === 'string' ? [make('p', [{ type: 'text', value: `Drawing: ${label}` }])] : [];
    case 'a': {
      // The number of a source is a word of its own.
      const link = { ...make('a', children()), properties: { href: resolve(String(properties['href'] ?? ''), url) } };
      if (/^#(.+--)?source-\w+$/.test(String(properties['href']))) link.children = [{ type: 'text', value: `[${toText(node)}]` }];
      return [link];
    }
    case 'img':
      return [{ ...make('img', []), properties: { src: resolve(String(properties['src']), url), alt: properties['alt'] ?? '' } }];
    case 'pre':
      return [toCode(node)];
    case 'aside': {
      const [title, ...rest] = children().filter((child) => isElement(child));
      return [make('blockquote', title === undefined ? [] : [make('p', [make('strong', title.children)]), ...rest])];
    }
    case 'table':
      return toTable(node, url);
    case 'dl':
      return [
        make(
          'ul',
          findAll(node, (element) => element.tagName === 'dt').map((term) => toBar(term, node)),
        ),
      ];
    case 'small':
      return [{ type: 'text', value: ` (${toText(node)})` }];
    case 'summary':
      return [make('p', [make('strong', children())])];
    case 'div': {
      const drawing = properties['role'] === 'group' && typeof label === 'string';
      return [make('div', drawing ? [make('p', [{ type: 'text', value: `Drawing: ${label}` }]), ...children()] : children())];
    }
    default:
      return [make(tagName, children(), tagName === 'ol' && properties['start'] !== undefined ? { start: properties['start'] } : {})];
  }
}

function toCode(pre: Element): Element {
  const language = String(pre.properties['dataLanguage'] ?? 'plaintext');
  const classes = language === 'plaintext' ? {} : { className: [`language-${language}`] };
  return make('pre', [make('code', [{ type: 'text', value: toRawText(pre) }], classes)]);
}

function toBar(term: Element, list: Element): Element {
  const values = findAll(list, ({ tagName }) => tagName === 'dd');
  const index = findAll(list, ({ tagName }) => tagName === 'dt').indexOf(term);
  const value = values[index];
  return make('li', [{ type: 'text', value: `${toText(term)}: ${value === undefined ? '' : toText(value)}` }]);
}

// The numbers of a cell's sources, each a word of its own that leads to its source.
function toMarks(marks: Element, url: string): Children {
  return findAll(marks, ({ tagName }) => tagName === 'a').flatMap((link, index) => [
    ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    { ...make('a', [{ type: 'text', value: `[${toText(link)}]` }]), properties: { href: resolve(String(link.properties['href']), url) } },
  ]);
}

function toTable(table: Element, url: string): Children {
  const caption = find(table, ({ tagName }) => tagName === 'caption');
  const title = caption === undefined ? [] : [make('p', [make('strong', [{ type: 'text', value: toText(caption) }])])];
  const rows = findAll(table, ({ tagName }) => tagName === 'tr');
  return [
    ...title,
    make(
      'table',
      rows.map((row) => toRow(row, url)),
    ),
  ];
}

function toRow(row: Element, url: string): Element {
  return make(
    'tr',
    cellsOf(row).map((cell) => {
      const head = cell.properties['scope'] === 'row' || cell.properties['scope'] === 'rowgroup';
      // The label of a row is a link to the row.
      const pieces = toPieces(head ? unlink(cell) : cell, url);
      const align = /align-(\w+)/.exec(String(cell.properties['className'] ?? ''))?.[1];
      const span = cell.properties['colSpan'];
      const [first = [], ...rest] = pieces;
      return make(cell.tagName, joinPieces(head ? [[make('strong', first)], ...rest] : pieces), {
        ...(align === undefined ? {} : { align }),
        ...(span === undefined ? {} : { colSpan: span }),
      });
    }),
  );
}

function unlink(cell: Element): Element {
  return { ...cell, children: cell.children.flatMap((child) => (isElement(child) && child.tagName === 'a' ? child.children : [child])) };
}

// The lines of a cell: what stands inline together is one of them, each block another, and a list is one line, since a cell of Markdown is.
function toPieces(cell: Element, url: string): Children[] {
  const pieces: Children[] = [];
  let open: Children | undefined;
  for (const child of cell.children) {
    if (child.type === 'text' && child.value.trim() === '' && open === undefined) continue;
    if (isElement(child) && /^[uo]l$/.test(child.tagName)) {
      open = undefined;
      const items = findAll(child, ({ tagName }) => tagName === 'li').map((item) => item.children.flatMap((part) => simplify(part, url)));
      pieces.push(items.flatMap((item, index) => [...(index > 0 ? [{ type: 'text' as const, value: '; ' }] : []), ...item]));
      continue;
    }
    const simple = simplify(child, url);
    if (simple.length === 0) continue;
    if (isElement(child) && (/^(p|div)$/.test(child.tagName) || hasClass(child, 'cell-sources'))) {
      open = undefined;
      pieces.push(simple.flatMap((part) => (isElement(part) && /^(p|div)$/.test(part.tagName) ? part.children : [part])));
    } else if (open === undefined) {
      open = [...simple];
      pieces.push(open);
    } else open.push(...simple);
  }
  return pieces;
}

function joinPieces(pieces: readonly Children[]): Children {
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    if (before === undefined) return piece;
    const ended = /[.!?:;]$/.test(before.map(toRawText).join('').trimEnd());
    const apart = /^[[(]/.test(piece.map(toRawText).join(''));
    return [{ type: 'text' as const, value: ended || apart ? ' ' : '. ' }, ...piece];
  });
}

/** Plain text as Markdown that shows it letter for letter. */
export function toMarkdownText(text: string): string {
  return markdown.stringify({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] }).trim();
}

/** A link in Markdown. */
export function toMarkdownLink(text: string, url: string): string {
  const link = { type: 'link' as const, url, children: [{ type: 'text' as const, value: text }] };
  return markdown.stringify({ type: 'root', children: [{ type: 'paragraph', children: [link] }] }).trim();
}

// Trees

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child)).filter(({ tagName }) => tagName === 'th' || tagName === 'td');
}

function make(tagName: string, children: Children, properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

function isElement(node: Node | Children[number]): node is Element {
  return node.type === 'element';
}

function hasClass({ properties }: Element, name: string): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}

function visit(node: Root | Element, enter: (element: Element) => boolean): void {
  for (const child of node.children) if (isElement(child) && enter(child)) visit(child, enter);
}

function findAll(node: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(node, (element) => {
    if (test(element)) found.push(element);
    return true;
  });
  return found;
}

function find(node: Root | Element, test: (element: Element) => boolean): Element | undefined {
  return findAll(node, test)[0];
}

function toText(node: Element): string {
  return toRawText(node).replace(/\s+/g, ' ').trim();
}

function toRawText(node: Children[number]): string {
  if (node.type === 'text') return node.value;
  return isElement(node) ? node.children.map(toRawText).join('') : '';
}
