import { defineHastPlugin } from 'satteri';

const COMMENT = /<!--[\s\S]*?-->/g;

/** Writes line breaks of other forms, such as `<br/>`, as HTML has them; what authors note for one another is for no reader. */
export const tags = defineHastPlugin({
  name: 'tags',
  raw(node, context) {
    const html = node.value.replace(COMMENT, '').replace(/<br\s*\/>/gi, '<br>');
    if (html !== node.value) context.replaceNode(node, { type: 'raw', value: html });
  },
});
