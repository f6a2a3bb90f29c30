import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, posix } from 'node:path';
import { decode } from '#domain/linking/decode.ts';
import type { AnchorRule } from './anchors.ts';
import { type Fields, parseFrontmatter, toList, toNumber, toWord } from './frontmatter.ts';
import type { Text } from './text.ts';

/** What an author should know of a page that was carried: words or signs that were not, or what is left open. */
export interface Remark {
  file: string;
  line?: number | undefined;
  kind: 'lost' | 'open';
  message: string;
}

/** Tells of a line of the page that is read. */
export type Tell = (kind: Remark['kind'], line: number, message: string) => void;

/** A page of another system. */
export interface Page {
  /** Relative to the folder that is imported. */
  file: string;
  fields: Fields;
  body: Text;
  /** The line on which all of it stands, where its file holds more than this page. */
  line?: number | undefined;
  /** The folders above it, from the top, as its topic is named after them. */
  path: readonly string[];
  /** What its own address may be named after. */
  name: string;
  /** Whether it introduces its folder. */
  isIndex: boolean;
  /** Its place among its neighbours, where the source says so. */
  order: number;
  /** Decoded paths, its own first, then those that led to it. */
  addresses: readonly string[];
  isDraft: boolean;
}

/** A folder of pages, as far as it says more than its name. */
export interface Folder {
  title?: string | undefined;
  summary?: string | undefined;
  order?: number | undefined;
}

/** What a system says of a folder of files. */
export interface Shelf {
  pages: readonly Page[];
  /** By their paths, joined by slashes. */
  folders: ReadonlyMap<string, Folder>;
  /** Where the shelf stood: hosts with their scheme, and the path below which all pages stood, without a slash at its end. */
  origins: readonly string[];
  base: string;
  /** What says where it stood, when these are not its settings. */
  reason?: string;
  /** Which anchors its headings had. */
  anchors: AnchorRule;
  /** Folders in which an address from the root names a file. */
  assets: readonly string[];
  /** Writes what only this system reads as Markdown that GitHub reads, and HTML. */
  translate: (body: Text, page: Page, tell: Tell) => Text;
  /** What is not read, such as other languages. */
  remarks: readonly Remark[];
}

/** What an author says about the shelf. */
interface Wishes {
  /** The language of the site, such as `en`. */
  language: string;
  /** Where the shelf stood, where its files do not say it. */
  url: string | undefined;
}

/** A system whose folders can be imported. */
export interface System {
  name: string;
  /** Whether a folder is one of this system. */
  recognises: (root: string) => boolean;
  read: (root: string, wishes: Wishes) => Shelf;
}

/** A file with frontmatter, as it is found. */
export interface Found extends Pick<Page, 'file' | 'fields' | 'body'> {
  /** Its folders below the folder of documents, and its name without ending. */
  segments: string[];
  stem: string;
}

/** Reads all files of a folder that end in one of these ways. */
export function readFiles(
  root: string,
  folder: string,
  pattern = '**/*.{md,mdx,markdown}',
): Found[] {
  return globSync(pattern, { cwd: join(root, folder), exclude: isHidden })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((path) => {
      const segments = path.split('/').slice(0, -1);
      const file = posix.join(folder, path);
      return {
        file,
        ...parseFrontmatter(readFileSync(join(root, file), 'utf8')),
        segments,
        stem: basename(path, extname(path)),
      };
    });
}

/** The pictures of a folder, relative to it. */
export function listPictures(root: string): string[] {
  return globSync('**/*', { cwd: root, exclude: isHidden })
    .filter((path) => PICTURE.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

function isHidden(path: string): boolean {
  return /(?:^|[\\/])(?:node_modules|\.git|\.github|vendor)$/.test(path);
}

/** The first of these files or folders that there is. */
export function findPath(root: string, paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(join(root, path)));
}

/** The text of the first of these files that there is. */
export function readFirst(root: string, paths: readonly string[]): string | undefined {
  const path = findPath(root, paths);
  return path === undefined || statSync(join(root, path)).isDirectory()
    ? undefined
    : readFileSync(join(root, path), 'utf8');
}

/** What pages of all systems say in the same way; what they were called before stood below the path of the shelf, too. */
export function toPage(
  found: Found,
  own: Pick<Page, 'path' | 'name' | 'isIndex' | 'addresses'> & Partial<Page>,
  base = '',
): Page {
  const { fields } = found;
  const aliases = [fields.aliases, fields.redirect_from, fields.redirects].flatMap(toList);
  const order =
    toNumber(fields.sidebar_position ?? fields.nav_order ?? fields.weight ?? fields.order) ??
    Infinity;
  return {
    ...found,
    order,
    isDraft:
      fields.draft === true ||
      fields.published === false ||
      /^draft$/i.test(toWord(fields.status) ?? ''),
    ...own,
    addresses: [
      ...own.addresses,
      ...aliases.map((alias) => (alias.startsWith(`${base}/`) ? alias : joinPath(base, alias))),
    ],
  };
}

/** A name as people would write it: `04.getting-started` becomes "Getting started". */
export function toTitle(name: string): string {
  const words = name
    .replace(/^\d+[._-]+/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The host and the path of an address; a path alone has no host. */
export function parseHome(url: string | undefined): Pick<Shelf, 'origins' | 'base'> {
  const [, origin, path = ''] = /^(https?:\/\/[^/]+)?(\/.*)?$/i.exec(url?.trim() ?? '') ?? [];
  return {
    origins: origin === undefined ? [] : [origin.toLowerCase()],
    base: path.replace(/\/+$/, ''),
  };
}

/** A path of parts, some of which may be empty. */
export function joinPath(...parts: readonly string[]): string {
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/');
}

/** The file of an address beside a page, or from one of the roots of the shelf. */
export function findAsset(
  root: string,
  shelf: Pick<Shelf, 'assets'>,
  page: Pick<Page, 'file'>,
  path: string,
): string | undefined {
  const listed: Listed = listings.get(shelf) ?? new Map();
  listings.set(shelf, listed);
  const folders = path.startsWith('/') ? shelf.assets : [dirname(page.file), ...shelf.assets];
  return folders
    .map((folder) => findFile(join(root, folder, path), listed))
    .find((file) => file !== undefined);
}

// What stands in each folder, as one reading of a shelf has it.
type Listed = Map<string, ReadonlyMap<string, string>>;
const listings = new WeakMap<object, Listed>();

// Some names hold signs that others only encode, and systems differ in whether capitals count.
function findFile(path: string, listed: Listed): string | undefined {
  const folder = dirname(path);
  const names =
    listed.get(folder) ??
    new Map(
      (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
        .filter((entry) => entry.isFile())
        .map(({ name }) => [toKey(name), name]),
    );
  listed.set(folder, names);
  const name = names.get(toKey(basename(path)));
  return name === undefined ? undefined : join(folder, name);
}

function toKey(name: string): string {
  return (decode(name) ?? name).normalize('NFC').toLowerCase();
}

/** How many words a text has that readers see. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** How the name of a picture ends. */
export const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i;
