import { DomHandler, DomUtils, Parser } from 'htmlparser2';

/** A built page with its tree, which knows the place of every element. */
export interface BuiltPage {
  /** As it was rendered, with the marks of the build. */
  html: string;
  document: Document;
  /** The attributes that only the build reads. */
  marks: readonly Attribute[];
  /** The attributes that hold an address. */
  addresses: readonly Attribute[];
}

/** Where an attribute stands; of a mark with the space in front of it. */
interface Attribute {
  name: string;
  value: string;
  from: number;
  to: number;
}

/** What takes the place of a stretch of a text; of an empty one when it is put in. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

export type Document = DomHandler['root'];
export type Node = Document['children'][number];
export type Element = Extract<Node, { attribs: unknown }>;
type Test = (element: Element) => boolean;

// What the search takes in, how Markdown says it, where old anchors go.
const MARK = /^data-(pagefind-.+|export|old-anchors)$/;

/** Reads a built page. */
export function parsePage(html: string): BuiltPage {
  const handler = new DomHandler(undefined, { withStartIndices: true, withEndIndices: true });
  const marks: Attribute[] = [];
  const addresses: Attribute[] = [];
  const onattribute = (name: string, value: string) => {
    const { startIndex: from, endIndex: to } = parser;
    if (MARK.test(name)) marks.push({ name, value, from: from - 1, to });
    else if (name === 'href' || name === 'src') addresses.push({ name, value, from, to });
  };
  const parser = new Parser(Object.assign(handler, { onattribute }));
  parser.end(html);
  return { html, document: handler.root, marks, addresses };
}

/** The page as readers get it: without the marks of the build. */
export function toPublished({ html, marks }: BuiltPage): string {
  return edit(
    html,
    marks.map(({ from, to }) => ({ from, to, text: '' })),
  );
}

/** Makes all edits of a text; one within a stretch that another has replaced is gone with it. */
export function edit(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const change of edits.toSorted((a, b) => a.from - b.from)) {
    if (change.from < at) continue;
    result += text.slice(at, change.from) + change.text;
    at = change.to;
  }
  return result + text.slice(at);
}

/** Where an element begins and ends. */
export function toOutside({ startIndex, endIndex }: Element): { from: number; to: number } {
  return { from: startIndex ?? 0, to: (endIndex ?? -1) + 1 };
}

/** Where the content of an element begins and ends. */
export function toInside(html: string, element: Element): { from: number; to: number } {
  const { to: end } = toOutside(element);
  const closing = `</${element.name}>`;
  const to = html.startsWith(closing, end - closing.length) ? end - closing.length : end;
  return { from: element.children[0]?.startIndex ?? to, to };
}

/** All elements below a node that pass the test, in order. */
export function findAll(node: Document | Element, test: Test): Element[] {
  return DomUtils.findAll(test as never, node.children) as Element[];
}

/** The first element below a node that passes the test. */
export function find(node: Document | Element, test: Test): Element | undefined {
  return (DomUtils.findOne(test as never, node.children) as Element | null) ?? undefined;
}

/** Whether a node is an element, as opposed to text and comments. */
export function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/**
 * How an element is exported, where its tag alone does not say it: `prose`, `sources` and `table` are what is exported at all; of it
 * `none` is for the page alone, and `html` for the page and the HTML; an `aside` goes into brackets, a `label` gets a colon, and a
 * `mark` is the number of a source, of which `marks` are a line of their own in a cell.
 */
export function toRole({ attribs }: Element): string | undefined {
  return attribs['data-export'];
}

/** The text of a node, letter for letter. */
export function toRawText(node: Node): string {
  return DomUtils.textContent(node);
}

/** The text of a node with its white space folded. */
export function toText(node: Node): string {
  return toRawText(node).replace(/\s+/g, ' ').trim();
}
