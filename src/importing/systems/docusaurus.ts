import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { github, toAnchorRule } from '../anchors.ts';
import { translateDirectives } from '../callouts.ts';
import { parseSettings, pick, toNumber, toWord } from '../frontmatter.ts';
import { translateMdx } from '../mdx.ts';
import {
  type Folder,
  type Found,
  findPath,
  joinPath,
  parseHome,
  readFiles,
  readFirst,
  type System,
  toPage,
} from '../shelf.ts';
import { replaceAll } from '../text.ts';

const SETTINGS = ['', 'website/'].flatMap((folder) =>
  ['js', 'ts', 'mjs', 'cjs'].map((ending) => `${folder}docusaurus.config.${ending}`),
);

/** Docusaurus: MDX with `:::note`, categories in files of their own, and addresses after ids and slugs. */
export const docusaurus: System = {
  name: 'Docusaurus',
  recognises: (root) => findPath(root, SETTINGS) !== undefined,
  read: (root, { url }) => {
    const config = readFirst(root, SETTINGS) ?? '';
    const read = (field: string) =>
      new RegExp(`\\b${field}:\\s*['"\`]([^'"\`]*)`).exec(config)?.[1];
    const home = parseHome(
      url ?? `${(read('url') ?? '').replace(/\/$/, '')}${joinPath(read('baseUrl') ?? '/')}`,
    );
    const [top = '.'] = [findPath(root, SETTINGS)?.includes('/') === true ? 'website' : '.'];
    const folder = findPath(root, [`${top}/docs`, 'docs']) ?? 'docs';
    const route = read('routeBasePath') ?? 'docs';
    const found = readFiles(root, folder).filter(
      ({ stem, segments }) => ![...segments, stem].some((name) => name.startsWith('_')),
    );
    const folders = readFolders(root, folder, found);
    const pages = found.map((each) => {
      const path = each.segments.map(toBare);
      const name = toWord(each.fields.id) ?? toBare(each.stem);
      const isIndex =
        /^(?:index|readme)$/i.test(each.stem) ||
        toBare(each.stem).toLowerCase() === path.at(-1)?.toLowerCase();
      const slug = toWord(each.fields.slug);
      const own =
        slug === undefined
          ? joinPath(...path, isIndex ? '' : name)
          : slug.startsWith('/')
            ? slug
            : joinPath(...path, slug);
      return toPage(each, {
        path,
        name: isIndex ? (path.at(-1) ?? 'index') : name,
        isIndex,
        order:
          toNumber(each.fields.sidebar_position) ??
          toNumber(/^(\d+)[-_.]/.exec(each.stem)?.[1]) ??
          Infinity,
        addresses: [joinPath(home.base, route, own).replace(/(?<=.)\/$/, '')],
        isDraft: each.fields.draft === true,
      });
    });
    return {
      pages,
      folders,
      ...home,
      anchors: toAnchorRule([github]),
      assets: [`${top}/static`, 'static', folder, top, '.'],
      translate: (body, _page, tell) =>
        translateDirectives(
          replaceAll(translateMdx(body, tell), /(?<=["'(])@site\//g, () => '/'),
          (line, message) => tell('lost', line, message),
        ),
      remarks: [],
    };
  },
};

// As `01-basics` or `basics`.
function toBare(name: string): string {
  return name.replace(/^\d+\s*[-_.]+\s*(?=[^\d\s])/, '');
}

function readFolders(root: string, folder: string, found: readonly Found[]): Map<string, Folder> {
  const paths = new Map(
    found.flatMap(({ segments }) =>
      segments.map(
        (_, at) => [segments.slice(0, at + 1).join('/'), segments.slice(0, at + 1)] as const,
      ),
    ),
  );
  return new Map(
    [...paths].map(([path, segments]) => {
      const file = ['json', 'yml', 'yaml']
        .map((ending) => join(root, folder, path, `_category_.${ending}`))
        .find((name) => existsSync(name));
      const fields = file === undefined ? {} : parseSettings(readFileSync(file, 'utf8'));
      const number = /^(\d+)[-_.]/.exec(segments.at(-1) ?? '')?.[1];
      return [
        segments.map(toBare).join('/'),
        {
          title: toWord(fields.label),
          summary: toWord(pick(fields, 'link', 'description')),
          order: toNumber(fields.position) ?? toNumber(number),
        },
      ];
    }),
  );
}
