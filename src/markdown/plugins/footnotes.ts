import { defineHastPlugin, type HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

/** Names the footnotes by a line of their own instead of a heading, which would stand in the contents and could not be linked to. */
export const footnotes = defineHastPlugin({
  name: 'footnotes',
  element: {
    filter: ['section'],
    visit(node, context) {
      if (node.properties['dataFootnotes'] === undefined) return;
      const children = node.children.map((child) =>
        child.type === 'element' && child.tagName === 'h2' ? toName(child as Element) : child,
      );
      context.replaceNode(node, {
        type: 'element',
        tagName: 'div',
        properties: { 'data-footnotes': '' },
        children: children as Element['children'],
      });
    },
  },
});

// The marks describe themselves by its id, so that it stays in the HTML of other programs; Markdown has a sign of its own.
function toName({ properties, children }: Element): Element {
  const { id } = properties;
  return {
    type: 'element',
    tagName: 'p',
    properties: { id, className: ['font-sans', 'font-bold'], 'data-export': 'html' },
    children,
  };
}
