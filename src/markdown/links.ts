import { defineHastPlugin } from 'satteri';
import { toHref } from '../domain/permalink.ts';

/** Authors write links from the root of the site; a site below a base path gets them with it. */
export const baseLinks = defineHastPlugin({
  name: 'base-links',
  element: {
    filter: ['a'],
    visit(node, context) {
      const { href } = node.properties;
      if (typeof href === 'string' && /^\/(?!\/)/.test(href)) context.setProperty(node, 'href', toHref(href));
    },
  },
});
