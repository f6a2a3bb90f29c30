import { formatDate as formatAny } from '#domain/date.ts';
import { type Site, toSite } from '#domain/site.ts';
import { feedback, toUrl } from './links.ts';
import { config } from './site.config.ts';

/** This site, for what renders its pages; everything else is given it by `astro.config.mjs` or by a command. */
export const site: Site = { ...toSite(config, { PUBLIC_SITE_URL: toUrl('/') }), feedback };

/** A day or month in the words of the site's locale. */
export const formatDate = (text: string) => formatAny(text, site.locale);
