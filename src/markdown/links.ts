import { defineHastPlugin } from 'satteri';
import { toHref } from '../domain/permalink.ts';

/** Authors write links and images from the root of the site; a site below a base path gets them with it. */
export const baseLinks = defineHastPlugin({
  name: 'base-links',
  element: {
    filter: ['a', 'img'],
    visit(node, context) {
      const property = node.tagName === 'a' ? 'href' : 'src';
      const address = node.properties[property];
      if (typeof address === 'string' && /^\/(?!\/)/.test(address)) context.setProperty(node, property, toHref(address));
    },
  },
});
