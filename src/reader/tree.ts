import type { MdastNode } from 'satteri';

/** A node and all nodes within it, in the order of the text. */
export function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child as MdastNode);
}

/** The words of a node, without what marks them. */
export function toText(node: MdastNode): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node
    ? node.children.map((child) => toText(child as MdastNode)).join('')
    : '';
}
