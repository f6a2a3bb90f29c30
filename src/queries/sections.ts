import { getCollection } from 'astro:content';
import {
  comparisonsPath,
  errorsPath,
  glossaryPath,
  sourcesPath,
} from '#domain/linking/permalink.ts';
import { site } from '#site.ts';
import { once } from './once.ts';

type Section = (typeof site.sections)[number];

/** The parts of the site that hold something, for the header of each page. */
export const listSections = once(async (): Promise<readonly Section[]> => {
  const counts = new Map([
    [comparisonsPath, (await getCollection('comparisons')).length],
    [errorsPath, (await getCollection('errors')).length],
    [glossaryPath, (await getCollection('terms')).length],
    [sourcesPath, (await getCollection('sources')).length],
  ]);
  return site.sections.filter(({ path }) => counts.get(path) !== 0);
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
