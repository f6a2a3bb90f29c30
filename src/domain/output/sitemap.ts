import type { Links } from '../site.ts';
import { escapeXml } from './xml.ts';

/** A page as the sitemap lists it. */
export interface SitemapEntry {
  /** Its path without the site's base path. */
  path: string;
  /** The day or month of its last change; left out when nothing on it has a date. */
  changed?: string | undefined;
}

/** The sitemap of these pages, with their full addresses. */
export function toSitemap(
  entries: readonly SitemapEntry[],
  { toUrl }: Pick<Links, 'toUrl'>,
): string {
  const urls = entries.map(({ path, changed }) => {
    // Some readers refuse a month; its first day claims nothing that is not known.
    const lastmod =
      changed === undefined
        ? ''
        : `<lastmod>${changed.length === 7 ? `${changed}-01` : changed}</lastmod>`;
    return `  <url><loc>${escapeXml(toUrl(path))}</loc>${lastmod}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}

/** The latest of these days and months; undefined when there is none. */
export function toNewest(dates: Iterable<string>): string | undefined {
  return [...dates].toSorted().at(-1);
}
