import { defineMdastPlugin } from 'satteri';

/** Hands the ids of all terms that an article uses to its page as `frontmatter.terms`; the glossary lists them. */
export const terms = () => {
  const used = new Set<string>();
  return defineMdastPlugin({
    name: 'terms',
    mdxJsxTextElement(node, context) {
      if (node.name !== 'Term') return;
      const id = node.attributes.find(
        (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id',
      )?.value;
      if (typeof id === 'string') used.add(id);
      const { astro } = context.data as { astro?: { frontmatter: Record<string, unknown> } };
      if (astro !== undefined) astro.frontmatter['terms'] = [...used];
    },
  });
};
