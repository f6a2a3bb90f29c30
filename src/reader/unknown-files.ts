import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { isPicture } from '#domain/linking/asset.ts';
import { type Problem, suggest } from '#domain/problem.ts';
import { collections } from './collections.ts';
import type { Files } from './entries.ts';
import { LEDGER } from './ledger.ts';
import { RUNS } from './runs.ts';

const files = Object.values(collections).map((collection): Files => collection.files);
const LISTS = [
  ...files.flatMap((own) => ('list' in own ? own.list : [])),
  ...[LEDGER, RUNS].map((file) => file.replace('content/', '')),
];
const FOLDERS = files.flatMap((own) => ('folder' in own ? own : []));
const READ = [
  ...FOLDERS.map(
    ({ folder, endings, nested }) =>
      new RegExp(`^${folder}/${nested ? '(?:.+/)?' : ''}[^/]+\\.(?:${endings.join('|')})$`),
  ),
  // What is named with an underscore is for authors alone.
  /(?:^|\/)(?:_[^/]*|README\.md)$/,
  // What tests/content reads.
  /^(?:budgets|golden)\.yaml$/,
  /^LICENSE$/,
];

/**
 * Finds files below `content/` that nothing reads: an author who misnames one would never learn why it does not show. Texts link to
 * the files `linked`; whether a picture is shown is looked at elsewhere.
 */
export function checkUnknownFiles(root: string, linked: ReadonlySet<string>): Problem[] {
  const content = join(root, 'content');
  if (!isFolder(content))
    return [
      {
        file: 'content',
        code: 'missing-file',
        message: 'is missing',
        hint: 'Run the command in the root of the project.',
      },
    ];
  return listPaths(content).flatMap((path): Problem[] => {
    const file = `content/${path}`;
    if (path.endsWith('/'))
      return [
        {
          file: file.slice(0, -1),
          code: 'unreadable-file',
          message: 'is a link to a folder',
          hint: 'Put the folder itself here.',
        },
      ];
    if (LISTS.includes(path) || READ.some((pattern) => pattern.test(path))) return [];
    if (linked.has(file) || (/^(?:articles|pages)\//.test(path) && isPicture(path))) return [];
    return [{ file, code: 'unknown-file', message: 'is not read', hint: toHint(path) }];
  });
}

/** The paths of all files below `content` but those that are hidden; a link to a folder, which is not followed, ends in a slash. */
export function listPaths(content: string, folder = ''): string[] {
  return readdirSync(join(content, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !READ.some((pattern) => pattern.test(path)))
        return listPaths(content, path);
      return [entry.isSymbolicLink() && isFolder(join(content, path)) ? `${path}/` : path];
    });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function toHint(path: string): string {
  const [folder = '', ...below] = path.split('/');
  const name = basename(path, extname(path));
  const ending = extname(path).toLowerCase();
  const known = FOLDERS.find((own) => own.folder === folder);
  if (below.length > 0 && known === undefined) {
    const names = FOLDERS.map((own) => own.folder);
    return (
      suggest(folder, names)?.replace('Known are', 'Folders that are read') ??
      `Folders that are read: ${names.join(', ')}`
    );
  }
  if (isPicture(path)) return 'Pictures stand beside the article that shows them.';
  if (known === undefined) {
    if (/^\.mdx?$/.test(ending)) return 'Articles stand in content/articles/.';
    const near = LISTS.find((file) => basename(file, extname(file)) === name.toLowerCase());
    return near === undefined ? (suggest(path, LISTS) ?? '') : `Rename it to ${near}.`;
  }
  if (folder === 'articles') {
    if (/^\.(?:md|mdx|markdown|mdown|mkd)$/.test(ending))
      return `Rename it to ${name}${ending === '.mdx' ? '.mdx' : '.md'}, or to _${basename(path)} to keep it out.`;
    return 'Articles end in .md or .mdx; of other files an article has a link to each.';
  }
  if (/^\.ya?ml$/.test(ending))
    return below.length > 1 ? `Move it to content/${folder}/.` : `Rename it to ${name}.yaml.`;
  return `What stands in content/${folder}/ ends in .${known.endings.join(' or .')}.`;
}
