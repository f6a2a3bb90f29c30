import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { openStore } from './store.ts';

const TEXT = '**/*.{html,css,js,json,xml,svg,txt,md,csv,map}';
// Several at once, since compressing runs beside the program; not all, since they lie in the memory meanwhile.
const AT_ONCE = 8;
const LEVELS = { br: constants.BROTLI_MAX_QUALITY, gz: 9 };

/** Puts a `.br` and a `.gz` beside each file of text in a folder; files of the same content, such as copies of a page, share the work. */
export async function compress(
  folder: string,
  cache: string,
): Promise<{ files: number; made: number }> {
  const store = openStore(
    cache,
    `zlib ${process.versions.zlib} at ${LEVELS.gz}, brotli ${process.versions.brotli} at ${LEVELS.br}`,
  );
  const files = globSync(TEXT, { cwd: folder }).toSorted();
  const done = new Map<string, Promise<[br: Uint8Array, gz: Uint8Array]>>();
  const work = async (bytes: Uint8Array): Promise<[br: Uint8Array, gz: Uint8Array]> =>
    Promise.all([
      store.make(bytes, '.br', () =>
        toBrotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: LEVELS.br,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }),
      ),
      store.make(bytes, '.gz', () => toGzip(bytes, { level: LEVELS.gz })),
    ]);
  const queue = files.values();
  const worker = async () => {
    for (const file of queue) {
      const bytes = readFileSync(join(folder, file));
      const key = createHash('sha256').update(bytes).digest('hex');
      const result = done.get(key) ?? work(bytes);
      done.set(key, result);
      const [br, gz] = await result;
      writeFileSync(join(folder, `${file}.br`), br);
      writeFileSync(join(folder, `${file}.gz`), gz);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { files: files.length, made: store.made() };
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
