import { defineHastPlugin } from 'satteri';
import { Outline } from '#domain/linking/outline.ts';

/** Gives each heading of a text the anchor of our own rule, which no upgrade of a framework can change, and a link to itself. */
export function headingAnchors() {
  const outline = new Outline();
  return defineHastPlugin({
    name: 'heading-anchors',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        const text = context.textContent(node);
        const { anchor } = outline.add(text, Number(node.tagName.slice(1)));
        context.setProperty(node, 'id', anchor);
        // The link has no text of its own: text would end up in tables of contents and search excerpts.
        context.appendChild(node, {
          type: 'element',
          tagName: 'a',
          properties: {
            href: `#${anchor}`,
            className: ['anchor'],
            'data-export': 'none',
            ariaLabel: `Link to the section “${text}”`,
          },
          children: [],
        });
      },
    },
  });
}
