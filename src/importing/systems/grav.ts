import { globSync } from 'node:fs';
import { join } from 'node:path';
import { grav as slug, toAnchorRule } from '../anchors.ts';
import { toCallout } from '../callouts.ts';
import { pick, toWord } from '../frontmatter.ts';
import {
  countWords,
  FEW,
  findPath,
  type Found,
  joinPath,
  parseHome,
  readFiles,
  type Remark,
  type System,
  toPage,
  type Tell,
} from '../shelf.ts';
import { replaceAll, type Text } from '../text.ts';

// What the notices of one to four marks mean, in the order of their colours: yellow, red, blue, green.
const NOTICES = ['important', 'warning', 'note', 'tip'];
const NO_ARTICLES = /^(?:home|search|error|feed|modular|sitemap|login|contact|form)$/;
// Page TOC cuts its anchors here.
const TOC_LENGTH = 25;

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
    const home = parseHome(url ?? found.map(findHome).find((address) => address !== undefined));
    const pages = found.map((each) => {
      const names = each.segments.map((name) => name.replace(/^\d+\./, ''));
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
      const route =
        toWord(pick(each.fields, 'routes', 'default')) ?? joinPath(...names.slice(0, -1), own);
      const number = /^(\d+)\./.exec(each.segments.at(-1) ?? '')?.[1];
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
          order: number === undefined ? Infinity : Number(number),
          addresses: [...(isHome ? ['/'] : []), route, ...aliases].map((path) =>
            joinPath(home.base, path),
          ),
        },
      );
    });
    return {
      pages,
      folders: new Map(),
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

// The address that a page names for networks, without its own part.
function findHome({ fields, segments }: Found): string | undefined {
  const address = toWord(pick(fields, 'metadata', 'og:url'));
  const route = joinPath(...segments.map((name) => name.replace(/^\d+\./, '')));
  return address?.endsWith(route) && segments.length > 0
    ? `${address.slice(0, -route.length)}/`
    : undefined;
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
