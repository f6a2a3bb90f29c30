import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was made once and is taken again for the same source. */
interface Store {
  /** What was made of a source before, or is made now; `ending` tells things apart that are made of the same source. */
  make: (
    source: string | Uint8Array,
    ending: string,
    work: () => Promise<Uint8Array>,
  ) => Promise<Uint8Array>;
  /** How many things were made anew. */
  made: () => number;
}

/** Opens the store in a folder; `tools` names what makes things, since other tools make other things. */
export function openStore(folder: string, tools: string): Store {
  let made = 0;
  return {
    make: async (source, ending, work) => {
      const file = join(
        folder,
        `${createHash('sha256').update(tools).update(source).digest('hex')}${ending}`,
      );
      if (existsSync(file)) return readFileSync(file);
      const bytes = await work();
      made++;
      mkdirSync(folder, { recursive: true });
      // Another process may use the store at the same time, and must not find half of a file, nor may a later one, if this one is killed.
      const draft = `${file}.${randomUUID()}`;
      writeFileSync(draft, bytes);
      renameSync(draft, file);
      return bytes;
    },
    made: () => made,
  };
}
