import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readerPackages } from '#domain/licences.ts';
import { licencesPath } from '#domain/linking/permalink.ts';

/** Publishes the licences of the packages of which readers get something, whole, since most of them ask for that. */
export function licences(): AstroIntegration {
  let packages = '';
  return {
    name: 'licences',
    hooks: {
      'astro:config:done': ({ config }) => {
        packages = fileURLToPath(new URL('node_modules', config.root));
      },
      'astro:build:done': ({ dir }) => {
        const texts = Object.entries(readerPackages).map(
          ([name, use]) => `${name}: ${use}\n\n${readLicence(join(packages, name))}\n`,
        );
        writeFileSync(
          join(fileURLToPath(dir), licencesPath),
          texts.join(`\n${'-'.repeat(80)}\n\n`),
        );
      },
    },
  };
}

function readLicence(folder: string): string {
  const [file] = globSync('{LICENSE/LICENSE,LICENSE,LICENSE.md,license}', {
    cwd: folder,
    withFileTypes: true,
  }).filter((entry) => entry.isFile());
  if (file === undefined)
    throw new Error(
      `There is no licence in ${folder}\n  See what the package says, and mend src/domain/licences.ts.`,
    );
  return readFileSync(join(file.parentPath, file.name), 'utf8').trim();
}
