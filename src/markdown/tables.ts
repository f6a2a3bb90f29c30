import { defineHastPlugin } from 'satteri';

/** Turns the alignment of Markdown tables from inline styles, which the policy forbids, into classes. */
export const tableAlignment = defineHastPlugin({
  name: 'table-alignment',
  element: {
    filter: ['th', 'td'],
    visit(node, context) {
      const alignment = /text-align:\s*(left|right|center)/.exec(String(node.properties['style'] ?? node.properties['align'] ?? ''))?.[1];
      if (alignment === undefined) return;
      context.setProperty(node, 'style', null);
      context.setProperty(node, 'className', [`align-${alignment}`]);
    },
  },
});
