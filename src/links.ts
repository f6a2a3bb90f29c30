import { type Site, toLinks } from '#domain/site.ts';

// What pages and the browser know of the site: `astro.config.mjs` has it written in, so that no reader loads the
// settings, and no variable of the environment takes the place of them.
declare const __SITE__: Pick<Site, 'url' | 'base' | 'idPrefix' | 'feedback'>;

/** The addresses of this site. */
export const { toHref, toUrl, toPath } = toLinks(__SITE__);

/** What the ids of articles begin with, and where readers report mistakes. */
export const { idPrefix, feedback } = __SITE__;
