import { defineHastPlugin } from 'satteri';
import { toAnchor } from '#domain/linking/anchor.ts';

/** Gives each heading the anchor of our own rule, which no upgrade of a framework can change, and a link to itself. */
export const headingAnchors = defineHastPlugin({
  name: 'heading-anchors',
  element: {
    filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
    visit(node, context) {
      const text = context.textContent(node);
      const id = toAnchor(text);
      context.setProperty(node, 'id', id);
      // The link has no text of its own: text would end up in tables of contents and search excerpts.
      context.appendChild(node, {
        type: 'element',
        tagName: 'a',
        properties: {
          href: `#${id}`,
          className: ['anchor'],
          'data-export': 'none',
          ariaLabel: `Link to the section “${text}”`,
        },
        children: [],
      });
    },
  },
});
