import { defineHastPlugin } from 'satteri';

/** Writes line breaks of other forms, such as `<br/>`, as HTML has them. */
export const tags = defineHastPlugin({
  name: 'tags',
  raw(node, context) {
    const html = node.value.replace(/<br\s*\/>/gi, '<br>');
    if (html !== node.value) context.replaceNode(node, { type: 'raw', value: html });
  },
});
