import {
  satteri,
  satteriCreateHighlightFn,
  satteriHighlightPlugin,
} from '@astrojs/markdown-satteri';
import type { Links } from '#domain/site.ts';
import { codeClasses } from './code.ts';
import { headingAnchors } from './headings.ts';
import { baseLinks } from './links.ts';
import { tableAlignment, tableRegions } from './tables.ts';

const highlight = await satteriCreateHighlightFn('shiki', {
  theme: 'css-variables',
  themes: {},
  langs: [],
  langAlias: {},
  transformers: [codeClasses],
});
if (highlight === undefined)
  throw new Error(
    'No syntax highlighter: @astrojs/markdown-satteri offers none under the name "shiki".',
  );

/** Markdown to HTML for all articles of a site, `.md` and `.mdx` alike. */
export const toProcessor = (links: Pick<Links, 'toHref'>) =>
  satteri({
    hastPlugins: [
      baseLinks(links),
      tableAlignment,
      tableRegions,
      satteriHighlightPlugin(highlight, []),
      headingAnchors,
    ],
  });
