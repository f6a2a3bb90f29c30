import { DomUtils, parseDocument } from 'htmlparser2';

/** A built page with its tree, which knows the place of every element. */
export interface BuiltPage {
  html: string;
  document: Document;
}

export type Document = ReturnType<typeof parseDocument>;
export type Node = Document['children'][number];
export type Element = Extract<Node, { attribs: unknown }>;
type Test = (element: Element) => boolean;

/** Reads a built page. */
export function parsePage(html: string): BuiltPage {
  return { html, document: parseDocument(html, { withStartIndices: true, withEndIndices: true }) };
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

/** Whether an element has a class. */
export function hasClass({ attribs }: Element, name: string): boolean {
  return attribs['class']?.split(' ').includes(name) ?? false;
}

/** The text of a node, letter for letter. */
export function toRawText(node: Node): string {
  return DomUtils.textContent(node);
}

/** The text of a node with its white space folded. */
export function toText(node: Node): string {
  return toRawText(node).replace(/\s+/g, ' ').trim();
}
