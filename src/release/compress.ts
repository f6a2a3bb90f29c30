import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';
import { openStore } from './store.ts';
import { listFiles } from './tree.ts';

const TEXT = /\.(html|css|js|json|xml|svg|txt|md|csv|map)$/;
// The parts of Pagefind's index come in gzip for servers that compress nothing. Pagefind takes them unpacked as well: in Brotli, what
// is in them weighs a sixth less. Theirs have no `.gz`, since they are that themselves.
const INDEX = /(^|\/)pagefind\/.*\.(pagefind|pf_fragment|pf_index|pf_meta|pf_filter)$/;
// Several at once, since compressing runs beside the program; not all, since they lie in the memory meanwhile.
const AT_ONCE = 8;
const LEVELS = { br: constants.BROTLI_MAX_QUALITY, gz: 9 };

/** Puts a `.br` and a `.gz` beside each file of text in a folder, and a `.br` beside each part of the search index; files of the same content, such as copies of a page, share the work. */
export async function compress(
  folder: string,
  cache: string,
): Promise<{ files: number; made: number }> {
  const store = openStore(
    cache,
    `zlib ${process.versions.zlib} at ${LEVELS.gz}, brotli ${process.versions.brotli} at ${LEVELS.br}`,
  );
  const files = listFiles(folder).filter((file) => TEXT.test(file) || INDEX.test(file));
  const done = new Map<string, Promise<(readonly [end: '.br' | '.gz', Uint8Array])[]>>();
  const work = async (bytes: Uint8Array, isPart: boolean) => {
    const text = isPart ? gunzipSync(bytes) : bytes;
    const br = store.make(text, '.br', () =>
      toBrotli(text, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: LEVELS.br,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        },
      }),
    );
    const gz = isPart
      ? undefined
      : store.make(text, '.gz', () => toGzip(text, { level: LEVELS.gz }));
    return [['.br', await br] as const, ...(gz ? [['.gz', await gz] as const] : [])];
  };
  const queue = files.values();
  const worker = async () => {
    for (const file of queue) {
      const bytes = readFileSync(join(folder, file));
      const key = createHash('sha256').update(bytes).digest('hex');
      const result = done.get(key) ?? work(bytes, INDEX.test(file));
      done.set(key, result);
      for (const [end, packed] of await result) writeFileSync(join(folder, file + end), packed);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { files: files.length, made: store.made() };
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
