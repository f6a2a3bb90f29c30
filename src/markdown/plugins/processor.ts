import {
  satteri,
  satteriCreateHighlightFn,
  satteriHighlightPlugin,
} from '@astrojs/markdown-satteri';
import { citations } from './citations.ts';
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

/** Markdown to HTML for all articles, `.md` and `.mdx` alike. */
export const processor = satteri({
  mdastPlugins: [citations],
  hastPlugins: [
    baseLinks,
    tableAlignment,
    tableRegions,
    satteriHighlightPlugin(highlight, []),
    headingAnchors,
  ],
});
