import {
  comparisonsPath,
  errorsPath,
  glossaryPath,
  sourcesPath,
} from '#domain/linking/permalink.ts';
import { site } from '#site.ts';
import { listComparisons } from './comparisons.ts';
import { listErrors } from './errors.ts';
import { listTerms } from './glossary.ts';
import { once } from './once.ts';
import { listSources } from './sources.ts';

/** The links of the header and the footer of each page; a part of the site that holds nothing is left out. */
export const getLinks = once(async (): Promise<Pick<typeof site, 'sections' | 'footer'>> => {
  const sizes = new Map([
    [comparisonsPath, (await listComparisons()).length],
    [errorsPath, (await listErrors()).length],
    [glossaryPath, (await listTerms()).length],
    [sourcesPath, (await listSources()).size],
  ]);
  const isFilled = ({ path }: { path: string }) => sizes.get(path) !== 0;
  return { sections: site.sections.filter(isFilled), footer: site.footer.filter(isFilled) };
});

/** What the settings say of the part at this path; one that they leave out is called by its own name. */
export function getSection(
  path: string,
  name: string,
): Record<'label' | 'path' | 'description', string> {
  const { label = name, description = site.description } =
    site.sections.find((section) => section.path === path) ?? {};
  return { label, path, description };
}
