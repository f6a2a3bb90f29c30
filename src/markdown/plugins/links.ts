import { defineHastPlugin } from 'satteri';
import { DECORATIVE, type FindTarget } from '#domain/linking/asset.ts';
import type { Links } from '#domain/site.ts';

// A fragment may hold none, though browsers bear it.
const SECOND_HASH = /(?<=#.*)#/g;

/**
 * Authors write addresses from the root of the site, or from the place of their file; pages have them from the root, below the base
 * path. Images have their size, so that nothing moves when they come, and come when they are nearly seen.
 */
export const links = ({ toHref }: Pick<Links, 'toHref'>, findTarget: FindTarget) =>
  defineHastPlugin({
    name: 'links',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        const isImage = node.tagName === 'img';
        const name = isImage ? 'src' : 'href';
        const address = node.properties[name];
        if (typeof address !== 'string') return;
        const { path, width, height } = findTarget(context.fileURL, address) ?? { path: address };
        const set = (property: string, value: string | number | null) =>
          context.setProperty(node, property, value);
        if (/^\/(?!\/)/.test(path)) set(name, toHref(path));
        else if (path.split('#').length > 2) set(name, path.replace(SECOND_HASH, '%23'));
        if (!isImage) return;
        if (node.properties['title'] === DECORATIVE) set('title', null);
        set('width', width ?? null);
        set('height', height ?? null);
        set('loading', 'lazy');
        set('decoding', 'async');
      },
    },
  });
