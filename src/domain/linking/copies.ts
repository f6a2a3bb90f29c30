import { articlePath, permalinkPath } from './permalink.ts';
import type { Ledger } from './ledger.ts';
import { listMovedPaths, type Slugs } from './moved.ts';

/** A page that also stands at another path, for hosts that know of no redirects. */
export interface Copy {
  /** Its line in the ledger. */
  key: string;
  /** The other path, decoded. */
  path: string;
  /** The path of the page. */
  page: string;
}

/** All paths at which pages stand besides their own: the permalinks of articles, and what pages had before. What asks for parameters is no file. */
export function listCopies(ledger: Ledger, slugs: Slugs): Copy[] {
  return [
    ...[...slugs].map(([id, slug]) => ({
      key: id,
      path: permalinkPath(id),
      page: articlePath(slug),
    })),
    ...listMovedPaths(ledger, slugs)
      .filter(({ parameters }) => parameters.length === 0)
      .map(({ key, from, to }) => ({ key, path: from, page: to.path })),
  ];
}

/** The file that answers at a path: `.html` is a file, all else is a folder, since hosts take its type from the ending. */
export function toFile(path: string): string {
  const bare = path.replace(/^\/|\/$/g, '');
  return bare.endsWith('.html') ? bare : `${bare}/index.html`;
}
