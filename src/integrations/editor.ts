import { spawn } from 'node:child_process';
import { collectionNames } from '#reader/collections.ts';
import type { Content } from '#reader/content.ts';

/** Keeps what editors complete current: it is written anew, beside the server, whenever other ids exist. */
export function keepSchemas(root: string): (content: Content) => void {
  let last = '';
  return ({ reading: { collections } }) => {
    const ids = JSON.stringify(collectionNames.map((name) => [...collections[name].names.keys()]));
    if (ids === last) return;
    last = ids;
    // A process of its own: here the schemas are loaded already, without their descriptions.
    spawn(process.execPath, ['src/cli/schemas.ts'], { cwd: root, stdio: 'ignore' })
      .on('error', () => undefined)
      .unref();
  };
}
