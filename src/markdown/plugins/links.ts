import { defineHastPlugin } from 'satteri';
import type { Links } from '#domain/site.ts';

/** Authors write links and pictures from the root of the site; a site below a base path gets them with it. */
export const baseLinks = ({ toHref }: Pick<Links, 'toHref'>) =>
  defineHastPlugin({
    name: 'base-links',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        for (const name of ['href', 'src']) {
          const address = node.properties[name];
          if (typeof address === 'string' && /^\/(?!\/)/.test(address))
            context.setProperty(node, name, toHref(address));
        }
      },
    },
  });
