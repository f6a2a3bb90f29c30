import { globSync, readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { readerPackages } from '../domain/licences.ts';

/** The licences of the packages of which readers get something, whole, since most of them ask for that. */
export const GET: APIRoute = () =>
  new Response(
    Object.entries(readerPackages)
      .map(toText)
      .join(`\n${'-'.repeat(80)}\n\n`),
  );

function toText([name, use]: [name: string, use: string]): string {
  const [file] = globSync(`node_modules/${name}/{LICENSE/LICENSE,LICENSE,LICENSE.md,license}`, { withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  if (file === undefined) throw new Error(`The package ${name} brings no licence; see what it says and take it out of domain/licences.ts.`);
  return `${name}: ${use}\n\n${readFileSync(`${file.parentPath}/${file.name}`, 'utf8').trim()}\n`;
}
