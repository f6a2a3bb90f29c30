import { globSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '#domain/linking/decode.ts';
import { count } from '#domain/problem.ts';
import { grav as slug, toAnchorRule } from '../anchors.ts';
import { toCallout } from '../callouts.ts';
import { parseSettings, pick, toNumber, toWord } from '../frontmatter.ts';
import {
  countWords,
  findPath,
  type Folder,
  type Found,
  joinPath,
  parseHome,
  readFiles,
  readFirst,
  type Remark,
  type Shelf,
  type System,
  toPage,
  type Tell,
} from '../shelf.ts';
import { replaceAll, type Text } from '../text.ts';

// What the notices of one to four marks mean, in the order of their colours: yellow, red, blue, green.
const NOTICES = ['important', 'warning', 'note', 'tip'];
const SETTINGS = ['user/config/system.yaml', 'config/system.yaml', 'system.yaml'];
// A list with no more words than these is nothing beside its items.
const FEW = 40;
const NUMBER = /^(\d+)\./;
const NO_ARTICLES = /^(?:home|search|error|feed|modular|sitemap|login|contact|form)$/;
// Page TOC cuts its anchors here.
const TOC_LENGTH = 25;

type Home = Pick<Shelf, 'origins' | 'base' | 'reason'>;

/** Grav: numbered folders, in each a file that is named after its template. */
export const grav: System = {
  name: 'Grav',
  recognises: (root) => findPages(root) !== undefined,
  read: (root, { language, url }) => {
    const folder = findPages(root) ?? '.';
    const remarks: Remark[] = [];
    const found = readFiles(root, folder, '**/*.md').filter(({ stem, file }) => {
      const [, own] = /\.([a-z]{2}(?:-[a-z]{2})?)$/i.exec(stem) ?? [];
      if (own === undefined || own === language) return true;
      remarks.push({ file, kind: 'lost', message: `the language ${own}` });
      return false;
    });
    const home = findHome(found, url);
    const isLower =
      pick(parseSettings(readFirst(root, SETTINGS)), 'force_lowercase_urls') !== false;
    const pages = found.map((each) => {
      const names = each.segments.map(toBare);
      const own = toWord(each.fields.slug) ?? names.at(-1) ?? 'home';
      const template = each.stem.split('.')[0] ?? '';
      const isChapter = template === 'chapter';
      const isList = pick(each.fields, 'content', 'items') !== undefined;
      const isLanding = NO_ARTICLES.test(template) || (isList && countWords(each.body.text) < FEW);
      const isIndex =
        isChapter ||
        found.some(
          ({ segments }) =>
            segments.length > each.segments.length &&
            each.segments.every((name, at) => segments[at] === name),
        );
      const written =
        toWord(pick(each.fields, 'routes', 'default')) ?? joinPath(...names.slice(0, -1), own);
      const route = isLower ? written.toLowerCase() : written;
      const told = findTold(each, home);
      const hasOther = told !== undefined && toKey(told) !== toKey(joinPath(home.base, route));
      if (hasOther && template !== 'home')
        remarks.push({
          file: each.file,
          kind: 'open',
          message: `og:url says ${told}, its folder ${joinPath(home.base, route)}; both lead here now`,
        });
      const aliases = [
        pick(each.fields, 'routes', 'aliases'),
        pick(each.fields, 'routes', 'canonical'),
      ]
        .flat()
        .flatMap((alias) => toWord(alias) ?? []);
      const isHome = template === 'home';
      return toPage(
        {
          ...each,
          fields: isLanding ? { ...each.fields, layout: 'landing' } : each.fields,
        },
        {
          path: isLanding ? [] : isIndex ? names : names.slice(0, -1),
          name: own,
          isIndex: isIndex || isLanding,
          order: toNumber(NUMBER.exec(each.segments.at(-1) ?? '')?.[1]) ?? Infinity,
          addresses: [
            ...[...(isHome ? ['/'] : []), route, written, ...aliases].map((path) =>
              joinPath(home.base, path),
            ),
            ...(hasOther ? [told] : []),
          ].filter((path, at, all) => all.indexOf(path) === at),
        },
      );
    });
    return {
      pages,
      folders: readFolders(found),
      ...home,
      anchors: toAnchorRule([slug, (text) => slug(text).slice(0, TOC_LENGTH)]),
      assets: [folder, '.', 'user'],
      translate,
      remarks,
    };
  },
};

function findPages(root: string): string | undefined {
  return ['user/pages', 'pages', '.'].find(
    (folder) =>
      findPath(root, [folder]) !== undefined &&
      globSync('[0-9]*.*/{*,*/*}.md', { cwd: join(root, folder) }).length > 0,
  );
}

// The path that a page names for networks, where it lies on the shelf.
function findTold({ fields }: Found, { origins, base }: Home): string | undefined {
  const { origins: own, base: path } = parseHome(toWord(pick(fields, 'metadata', 'og:url')));
  const isOn = own.length > 0 && (origins.length === 0 || own[0] === origins[0]);
  return isOn && (path === base || path.startsWith(`${base}/`)) ? decode(path) : undefined;
}

// Most pages name for networks the address of the shelf, and behind it their own part.
function findHome(found: readonly Found[], url: string | undefined): Home {
  if (url !== undefined) return parseHome(url);
  const homes = found.flatMap(({ fields, segments }) => {
    const address = toWord(pick(fields, 'metadata', 'og:url'));
    const route = joinPath(...segments.map(toBare)).toLowerCase();
    return address?.toLowerCase().endsWith(route) && segments.length > 0
      ? [`${address.slice(0, -route.length)}/`]
      : [];
  });
  const [first] = [...Map.groupBy(homes, (home) => home)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return first === undefined
    ? parseHome(undefined)
    : { ...parseHome(first[0]), reason: `og:url of ${count(first[1].length, 'page')}` };
}

// Those without a page of their own have their order all the same.
function readFolders(found: readonly Found[]): Map<string, Folder> {
  return new Map(
    found.flatMap(({ segments }) =>
      segments.map((name, at): [string, Folder] => [
        segments
          .slice(0, at + 1)
          .map(toBare)
          .join('/'),
        { order: toNumber(NUMBER.exec(name)?.[1]) },
      ]),
    ),
  );
}

function toBare(name: string): string {
  return name.replace(NUMBER, '');
}

function toKey(path: string): string {
  return path.replace(/\/$/, '').toLowerCase();
}

function translate(source: Text, _page: unknown, tell: Tell): Text {
  const notices = replaceAll(
    source,
    /^([ \t]*)(!{1,4})(?!\[)[ \t]*([^!\n][^\n]*)(?:\n[ \t]*\2(?!!)(?!\[)[^\n]*)*(\n(?=[^\n]))?/gm,
    ([whole, indent = '', marks = '', , next]) => {
      const body = whole
        .trimEnd()
        .split('\n')
        .map((line) => line.trimStart().slice(marks.length).replace(/^ /, ''))
        .join('\n');
      return `${toCallout(NOTICES[marks.length - 1] ?? 'note', '', body, indent)}${next === undefined ? (whole.endsWith('\n') ? '\n' : '') : '\n\n'}`;
    },
  );
  return replaceAll(
    notices,
    /\[\/?(?:color|size|center|left|right|columns|div|span|u|raw|section|notice|mark|figure|safe-email|fa|icon|youtube|vimeo|ui-[a-z-]+)(?:[= ][^\]\n]*)?\]/g,
    ([sign], line) => {
      const icon = /^\[(?:fa|icon)[= ]"?(?:icon=)?"?([\w-]+)/.exec(sign)?.[1];
      if (icon !== undefined) {
        if (/check|tick|yes/.test(icon)) return 'Yes';
        if (/times|cross|close|ban/.test(icon)) return 'No';
        tell('lost', line, `the icon ${icon}`);
      }
      if (/^\[(?:ui-|columns|youtube|vimeo)/.test(sign))
        tell('lost', line, `${sign}: what it does`);
      const title = /^\[ui-[a-z-]+ [^\]]*title="?([^"\]]*)"?/.exec(sign)?.[1];
      return title === undefined ? '' : `\n**${title}**\n\n`;
    },
  );
}
