import { github, toAnchorRule } from '../anchors.ts';
import { translateDirectives } from '../callouts.ts';
import { pick, toNumber, toWord } from '../frontmatter.ts';
import { translateMdx } from '../mdx.ts';
import {
  joinPath,
  parseHome,
  readFiles,
  readFirst,
  type Remark,
  type System,
  toPage,
} from '../shelf.ts';

const SETTINGS = ['mjs', 'ts', 'js', 'cjs'].map((ending) => `astro.config.${ending}`);
const DOCS = 'src/content/docs';
const LANGUAGE = /^[a-z]{2}(?:-[a-z]{2,4})?$/i;

/** Starlight: `src/content/docs` of an Astro site, with asides and components in MDX. */
export const starlight: System = {
  name: 'Starlight',
  recognises: (root) => /starlight/i.test(readFirst(root, SETTINGS) ?? ''),
  read: (root, { language, url }) => {
    const config = readFirst(root, SETTINGS) ?? '';
    const read = (field: string) =>
      new RegExp(`\\b${field}:\\s*['"\`]([^'"\`]*)`).exec(config)?.[1];
    const home = parseHome(
      url ?? `${(read('site') ?? '').replace(/\/$/, '')}${joinPath(read('base') ?? '/')}`,
    );
    const hasLocales = /\blocales\s*:/.test(config);
    const remarks: Remark[] = [];
    const found = readFiles(root, DOCS).filter(({ segments: [first = ''], stem, file }) => {
      if (stem === '404') return false;
      const isOther = hasLocales && LANGUAGE.test(first) && first.split('-')[0] !== language;
      if (isOther) remarks.push({ file, kind: 'lost', message: `the language ${first}` });
      return !isOther;
    });
    const pages = found.map((each) => {
      const isOwn = hasLocales && LANGUAGE.test(each.segments[0] ?? '');
      const path = isOwn ? each.segments.slice(1) : each.segments;
      const isIndex = each.stem === 'index';
      const slug =
        toWord(each.fields.slug) ??
        [...each.segments, isIndex ? '' : each.stem].join('/').toLowerCase();
      return toPage(each, {
        path,
        name: isIndex ? (path.at(-1) ?? 'index') : each.stem,
        isIndex,
        order: toNumber(pick(each.fields, 'sidebar', 'order')) ?? Infinity,
        addresses: [joinPath(home.base, slug, '/')],
      });
    });
    return {
      pages,
      folders: new Map(),
      ...home,
      anchors: toAnchorRule([github]),
      assets: ['public', 'src', '.'],
      translate: (body, _page, tell) =>
        translateDirectives(translateMdx(body, tell), (line, message) =>
          tell('lost', line, message),
        ),
      remarks,
    };
  },
};
