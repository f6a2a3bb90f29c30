import { defineHastPlugin } from 'satteri';

/** Names the list of footnotes by a line of its own instead of a heading, which would stand in the contents and could not be linked to. */
export const footnotes = defineHastPlugin({
  name: 'footnotes',
  element: {
    filter: ['h2'],
    visit(node, context) {
      if (node.properties['id'] !== LABEL) return;
      context.replaceNode(node, {
        type: 'element',
        tagName: 'p',
        properties: { id: LABEL, className: ['font-sans', 'font-bold'], 'data-export': 'none' },
        children: node.children as never,
      });
    },
  },
});

// What Sätteri calls it: the marks describe themselves by it.
const LABEL = 'footnote-label';
