import type { Links } from '../site.ts';

/** Where the rules stand by which a browser loads pages ahead. */
export const speculationPath = '/speculation-rules.json';

/** The type that browsers ask of the rules; they refuse any other. */
export const speculationType = 'application/speculationrules+json';

/**
 * Loads a page ahead when a reader is about to follow a link to it. It is only fetched, not run: a page that ran before its time would
 * miss what the click remembers. Left out are permalinks, whose pages also stand at their own path, files, and links within the page.
 */
export const toSpeculationRules = ({ toHref }: Pick<Links, 'toHref'>) => ({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: toHref('/*') },
          { not: { href_matches: ['/k/*', '/*.:type(md|json|csv|xml|txt|png)'].map(toHref) } },
          { not: { selector_matches: '[href^="#"]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});
