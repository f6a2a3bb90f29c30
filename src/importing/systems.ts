import { suggest } from '#domain/problem.ts';
import type { System } from './shelf.ts';
import { docusaurus } from './systems/docusaurus.ts';
import { grav } from './systems/grav.ts';
import { hugo } from './systems/hugo.ts';
import { jekyll } from './systems/jekyll.ts';
import { mkdocs } from './systems/mkdocs.ts';
import { starlight } from './systems/starlight.ts';
import { vitepress } from './systems/vitepress.ts';
import { zendesk } from './systems/zendesk.ts';

// In the order in which they are looked for: what names its system in a file of its own comes first.
const systems: readonly System[] = [
  docusaurus,
  vitepress,
  starlight,
  mkdocs,
  hugo,
  jekyll,
  grav,
  zendesk,
];

/** The system of a folder, or the one that the author names. */
export function findSystem(root: string, name: string | undefined): System {
  const names = systems.map((system) => system.name.toLowerCase());
  if (name !== undefined) {
    const found = systems[names.indexOf(name.toLowerCase())];
    if (found !== undefined) return found;
    throw new Error(`unknown system ${name}\n  ${suggest(name.toLowerCase(), names) ?? ''}`);
  }
  const found = systems.find((system) => system.recognises(root));
  if (found !== undefined) return found;
  throw new Error(
    `${root} is no folder of a system that is known\n  Name its top folder, with its settings, or say which it is: --from ${names.join(', ')}`,
  );
}
