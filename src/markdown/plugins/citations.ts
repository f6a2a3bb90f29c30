import { defineMdastPlugin, type MdxJsxTextElement } from 'satteri';
import { ReferenceList, toLabel } from '#domain/comparing/reference.ts';

/** Numbers each `<Cite>` of an article, as the list of its sources does. */
export const citations = () => {
  const found: Readonly<MdxJsxTextElement>[] = [];
  return defineMdastPlugin({
    name: 'citations',
    mdxJsxTextElement(node) {
      if (node.name === 'Cite') found.push(node);
    },
    // Whether a number needs a letter is known only when all citations are.
    after(_root, context) {
      const list = new ReferenceList<{ id: string }>();
      const marks = found.map((node) => ({
        node,
        mark: list.cite({ id: getProp(node, 'source') ?? '' }, getProp(node, 'section')),
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
    },
  });
};

function getProp({ attributes }: Readonly<MdxJsxTextElement>, name: string): string | undefined {
  const value = attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  )?.value;
  return typeof value === 'string' ? value : undefined;
}
