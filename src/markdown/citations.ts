import { defineMdastPlugin, type MdastNode, type MdxJsxTextElement } from 'satteri';
import { type Mark, ReferenceList, toLabel } from '../domain/reference.ts';
import type { Citation } from '../schemas/source.ts';

/** Numbers each `<Cite>` of an article and hands all citations to its page as `frontmatter.citations`. */
export const citations = () => {
  const found: Citation[] = [];
  const list = new ReferenceList<{ id: string }>();
  let marks: Iterator<Mark<unknown>>;
  return defineMdastPlugin({
    name: 'citations',
    // Whether a number needs a letter is known only when all citations are.
    before(root, context) {
      found.push(...findCitations(root as MdastNode));
      marks = found.map(({ source, section }) => list.cite({ id: source }, section)).values();
      const { astro } = context.data as { astro?: { frontmatter: Record<string, unknown> } };
      if (astro !== undefined) astro.frontmatter['citations'] = found;
    },
    mdxJsxTextElement(node, context) {
      if (node.name !== 'Cite') return;
      const mark = marks.next().value as Mark<unknown>;
      const label = { type: 'mdxJsxAttribute' as const, name: 'label', value: toLabel(mark.reference, mark.place) };
      context.replaceNode(node, { type: 'mdxJsxTextElement', name: 'Cite', attributes: [...node.attributes, label], children: [] });
    },
  });
};

function findCitations(node: MdastNode): Citation[] {
  if (node.type === 'mdxJsxTextElement' && node.name === 'Cite') return [toCitation(node)];
  return 'children' in node ? node.children.flatMap((child) => findCitations(child as MdastNode)) : [];
}

function toCitation({ attributes }: Readonly<MdxJsxTextElement>): Citation {
  const props = new Map(
    attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? [attribute.name, attribute.value] : ['', ''])),
  );
  const section = props.get('section');
  return { source: String(props.get('source')), ...(typeof section === 'string' ? { section } : {}) };
}
