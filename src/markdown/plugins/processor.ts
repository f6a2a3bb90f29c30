import {
  satteri,
  satteriCreateHighlightFn,
  satteriHighlightPlugin,
} from '@astrojs/markdown-satteri';
import type { FindTarget } from '#domain/linking/asset.ts';
import type { FindRun } from '#domain/proof.ts';
import type { Site } from '#domain/site.ts';
import { callouts } from './callouts.ts';
import { toCode } from './code.ts';
import { footnotes } from './footnotes.ts';
import { headingAnchors } from './headings.ts';
import { links } from './links.ts';
import { tags } from './tags.ts';
import { tasks } from './tasks.ts';
import { tableAlignment, tableRegions } from './tables.ts';

/** Markdown to HTML for all articles of a site, `.md` and `.mdx` alike; `findRun` knows which commands were run, and `findTarget` where addresses lead. */
export async function toProcessor(
  site: Pick<Site, 'toHref' | 'locale'>,
  findRun: FindRun = () => undefined,
  findTarget: FindTarget = () => undefined,
): Promise<ReturnType<typeof satteri>> {
  const highlight = await satteriCreateHighlightFn('shiki', {
    theme: 'css-variables',
    themes: {},
    langs: [],
    langAlias: {},
    transformers: [toCode(site, findRun)],
  });
  if (highlight === undefined)
    throw new Error(
      'No syntax highlighter: @astrojs/markdown-satteri offers none under the name "shiki".',
    );
  return satteri({
    // What is typed in a terminal and quoted in a program stands in prose too: --rm, name="web".
    features: { smartPunctuation: { quotes: false, dashes: false, ellipses: false } },
    mdastPlugins: [callouts],
    hastPlugins: [
      links(site, findTarget),
      tableAlignment,
      tableRegions,
      satteriHighlightPlugin(highlight, []),
      footnotes,
      tags,
      tasks,
      headingAnchors,
    ],
  });
}
