import { defineHastPlugin, type HastNode } from 'satteri';

/** Turns the alignment of Markdown tables from inline styles, which the policy forbids, into data. */
export const tableAlignment = defineHastPlugin({
  name: 'table-alignment',
  element: {
    filter: ['th', 'td'],
    visit(node, context) {
      const alignment = /text-align:\s*(left|right|center)/.exec(
        String(node.properties['style'] ?? node.properties['align'] ?? ''),
      )?.[1];
      if (alignment === undefined) return;
      context.setProperty(node, 'style', null);
      context.setProperty(node, 'data-align', alignment);
    },
  },
});

/** Puts each Markdown table into a region that scrolls when it is too wide, and that the keyboard can reach; its columns name it. */
export const tableRegions = defineHastPlugin({
  name: 'table-regions',
  element: {
    filter: ['table'],
    visit(node, context) {
      // Head, row, cells: a table may be long, and each node that is asked for is copied.
      const [head] = toChildren(node as HastNode);
      const columns = toChildren(toChildren(head)[0]).map((cell) =>
        context.textContent(cell as never).trim(),
      );
      context.wrapNode(node, {
        type: 'element',
        tagName: 'table-region',
        properties: {
          className: ['table-scroll'],
          role: 'region',
          tabIndex: 0,
          ariaLabel: `Table: ${columns.filter(Boolean).join(', ')}`,
        },
        children: [],
      });
    },
  },
});

function toChildren(node: HastNode | undefined): HastNode[] {
  return node?.type === 'element'
    ? (node.children as HastNode[]).filter(({ type }) => type === 'element')
    : [];
}
