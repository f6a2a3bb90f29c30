import { defineMdastPlugin, type MdxJsxTextElement } from 'satteri';
import { ReferenceList, toLabel } from '#domain/comparing/reference.ts';
import type { Citation } from '#schemas/source.ts';

/** Numbers each `<Cite>` of an article and hands all citations to its page as `frontmatter.citations`. */
export const citations = () => {
  const found: { node: Readonly<MdxJsxTextElement>; citation: Citation }[] = [];
  return defineMdastPlugin({
    name: 'citations',
    mdxJsxTextElement(node) {
      if (node.name === 'Cite') found.push({ node, citation: toCitation(node) });
    },
    // Whether a number needs a letter is known only when all citations are.
    after(_root, context) {
      const list = new ReferenceList<{ id: string }>();
      const marks = found.map(({ node, citation: { source, section } }) => ({
        node,
        mark: list.cite({ id: source }, section),
      }));
      for (const { node, mark } of marks) {
        const label = {
          type: 'mdxJsxAttribute' as const,
          name: 'label',
          value: toLabel(mark.reference, mark.place),
        };
        context.replaceNode(node, {
          type: 'mdxJsxTextElement',
          name: 'Cite',
          attributes: [...node.attributes, label],
          children: [],
        });
      }
      const { astro } = context.data as { astro?: { frontmatter: Record<string, unknown> } };
      if (astro !== undefined)
        astro.frontmatter['citations'] = found.map(({ citation }) => citation);
    },
  });
};

function toCitation({ attributes }: Readonly<MdxJsxTextElement>): Citation {
  const props = new Map(
    attributes.map((attribute) =>
      attribute.type === 'mdxJsxAttribute' ? [attribute.name, attribute.value] : ['', ''],
    ),
  );
  const section = props.get('section');
  return {
    source: String(props.get('source')),
    ...(typeof section === 'string' ? { section } : {}),
  };
}
