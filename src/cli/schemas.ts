import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDescriptions } from '#desk/descriptions.ts';
import { readOptions } from './options.ts';

// npm run schemas: writes JSON Schemas of all that stands in content/, with the ids that there are, for editors.
if (readOptions('npm run schemas', () => parseArgs({})) !== undefined) await write();

async function write(): Promise<void> {
  loadDescriptions();
  // Loaded only now, so that the schemas have descriptions.
  const { FOLDER, toEditorFiles } = await import('#desk/editor-schemas.ts');
  const { readAll } = await import('#reader/read.ts');
  const { mapCollections } = await import('#reader/collections.ts');
  const { site } = await import('./site.ts');

  const root = process.cwd();
  const { collections } = readAll(root);
  const ids = mapCollections<Record<string, string[]>>((name) =>
    [...collections[name].names.keys()].toSorted(),
  );
  const files = toEditorFiles(root, ids, site.requires);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${JSON.stringify(content, undefined, 1)}\n`);
  }
  console.log(`${files.size} files written to ${FOLDER}/, for editors.`);
}
