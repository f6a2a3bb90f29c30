import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listCopies, toFile } from '#domain/linking/copies.ts';
import { decode } from '#domain/linking/decode.ts';
import { count, type Problem } from '#domain/problem.ts';
import type { Site } from '#domain/site.ts';
import type { Content } from '#reader/content.ts';
import { getContent } from '#reader/current.ts';
import { stopOn } from './stop.ts';

/**
 * Puts each article at its permalink, and each page at its old paths, as full copies that name their canonical address:
 * a redirect by meta tag would lose the anchor. Comes after the search index, which must not see copies.
 */
export function copies(site: Site): AstroIntegration {
  let root = '';
  let last: { content: Content; pages: ReadonlyMap<string, string> } | undefined;
  const findPage = (path: string): string | undefined => {
    const content = getContent(root);
    if (last?.content !== content) {
      const all = listCopies(content.ledger, content.slugs);
      last = { content, pages: new Map(all.map((each) => [toFile(each.path), each.page])) };
    }
    return last.pages.get(toFile(path));
  };
  return {
    name: 'copies',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      // While developing there are no copies: who asks for one is led to the page.
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(({ url = '/' }, response, next) => {
          const { pathname, search } = URL.parse(url, 'http://localhost') ?? {
            pathname: '/',
            search: '',
          };
          const page = findPage(site.toPath(decode(pathname) ?? pathname) ?? '/');
          if (page === undefined) next();
          else response.writeHead(302, { Location: site.toHref(page) + search }).end();
        });
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { ledger, slugs, ledgerAt } = getContent(root);
        // One file may answer for several ways to write an address.
        const files = new Map(
          listCopies(ledger, slugs).map((copy) => [toFile(copy.path), copy] as const),
        );
        const problems = [...files].flatMap(([file, { key, path, page }]): Problem[] => {
          const source = join(out, toFile(page));
          return copy(source, join(out, file)) ? [] : [toProblem(path, ledgerAt(key))];
        });
        stopOn(problems);
        logger.info(`pages also stand at ${count(files.size, 'permalink or old path')}`);
      },
    },
  };
}

// A record of an old address must never take the place of what is there.
function copy(source: string, target: string): boolean {
  // Where capitals are small letters to the file system, an old address may be the page's own.
  if (existsSync(target)) return statSync(target).ino === statSync(source).ino;
  try {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(source, target);
    return true;
  } catch (error) {
    // A file stands where a folder is needed, or the other way round.
    if (
      error instanceof Error &&
      'code' in error &&
      /^(EEXIST|ENOTDIR|EISDIR)$/.test(`${error.code}`)
    )
      return false;
    throw error;
  }
}

function toProblem(path: string, place: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  return {
    ...place,
    code: 'address-conflict',
    message: `${path} cannot be kept: a page or a file of the site stands there`,
    hint: 'Remove its line.',
  };
}
