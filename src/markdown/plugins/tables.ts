import { defineHastPlugin, type HastNode } from 'satteri';

const ALIGNED: Record<string, string | undefined> = { center: 'text-center', right: 'text-end' };

/** Turns the alignment of Markdown tables from inline styles, which the policy forbids, into a class, and into data for the export. */
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
      if (ALIGNED[alignment] !== undefined)
        context.setProperty(node, 'className', [ALIGNED[alignment]]);
    },
  },
});

/** Puts each Markdown table of a text into a region that scrolls when it is too wide, and that the keyboard can reach; its columns name it, with a number where they stand in another's name too. One that no paper is wide enough for is marked: in print its words may break. */
export function tableRegions() {
  const named = new Map<string, number>();
  return defineHastPlugin({
    name: 'table-regions',
    element: {
      filter: ['table'],
      visit(node, context) {
        // Head, row, cells: a table may be long, and each node that is asked for is copied.
        const rows = toChildren(node as HastNode).flatMap((part) =>
          toChildren(part).map((row) =>
            toChildren(row).map((cell) => context.textContent(cell as never).trim()),
          ),
        );
        const [columns = []] = rows;
        const name = `Table: ${columns.filter(Boolean).join(', ')}`;
        const times = (named.get(name) ?? 0) + 1;
        named.set(name, times);
        context.wrapNode(node, {
          type: 'element',
          tagName: 'table-region',
          properties: {
            className: ['table-scroll'],
            role: 'region',
            tabIndex: 0,
            ...(fitsPaper(rows) ? {} : { 'data-wide': '' }),
            ariaLabel: times === 1 ? name : `${name} (${times})`,
          },
          children: [],
        });
      },
    },
  });
}

// About how many letters of a table stand beside each other on paper, and how many the space beside a column takes
const LETTERS = 90;
const SPACE = 2;

function fitsPaper(rows: readonly (readonly string[])[]): boolean {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      ...rows.flatMap((row) => (row[column] ?? '').split(/[\s-]+/)).map(({ length }) => length),
    ),
  );
  // A column is never as narrow as its shortest words.
  return widths.reduce((sum, width) => sum + SPACE + Math.max(width, 8), 0) <= LETTERS;
}

function toChildren(node: HastNode | undefined): HastNode[] {
  return node?.type === 'element'
    ? (node.children as HastNode[]).filter(({ type }) => type === 'element')
    : [];
}
