import { defineMdastPlugin, type MdxJsxTextElement } from 'satteri';
import type { Citation } from '../schemas/source.ts';

/** Numbers each `<Cite>` in order of appearance and hands the list to the page as `frontmatter.citations`. */
export const citations = () => {
  const list: Citation[] = [];
  return defineMdastPlugin({
    name: 'citations',
    mdxJsxTextElement(node, context) {
      if (node.name !== 'Cite') return;
      const source = getText(node, 'source') ?? '';
      const section = getText(node, 'section');
      const known = list.findIndex((citation) => citation.source === source && citation.section === section);
      const n = known === -1 ? list.push({ source, section }) : known + 1;
      const attributes = [...node.attributes, { type: 'mdxJsxAttribute' as const, name: 'n', value: String(n) }];
      context.replaceNode(node, { type: 'mdxJsxTextElement', name: 'Cite', attributes, children: [] });
      const { astro } = context.data as { astro?: { frontmatter: Record<string, unknown> } };
      if (astro !== undefined) astro.frontmatter['citations'] = list;
    },
  });
};

function getText(node: Readonly<MdxJsxTextElement>, name: string): string | undefined {
  const attribute = node.attributes.find((candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : undefined;
}
