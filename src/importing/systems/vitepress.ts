import { toAnchorRule, vitePress as slug } from '../anchors.ts';
import { translateDirectives } from '../callouts.ts';
import { toWord } from '../frontmatter.ts';
import { translateComponents } from '../mdx.ts';
import {
  findPath,
  joinPath,
  parseHome,
  readFiles,
  readFirst,
  type System,
  type Tell,
  toPage,
} from '../shelf.ts';
import { replaceAll, type Text } from '../text.ts';

const FOLDERS = ['.', 'docs'];
const ENDINGS = ['mts', 'ts', 'mjs', 'js'];

/** VitePress: a folder `.vitepress`, containers, and Vue between Markdown. */
export const vitepress: System = {
  name: 'VitePress',
  recognises: (root) =>
    findPath(
      root,
      FOLDERS.map((folder) => `${folder}/.vitepress`),
    ) !== undefined,
  read: (root, { url }) => {
    const top =
      (
        findPath(
          root,
          FOLDERS.map((folder) => `${folder}/.vitepress`),
        ) ?? './'
      ).replace(/\/?\.vitepress$/, '') || '.';
    const config =
      readFirst(
        root,
        ENDINGS.flatMap((ending) => [
          `${top}/.vitepress/config.${ending}`,
          `${top}/.vitepress/config/index.${ending}`,
        ]),
      ) ?? '';
    const read = (field: string) =>
      new RegExp(`\\b${field}:\\s*['"\`]([^'"\`]*)`).exec(config)?.[1];
    const home = parseHome(
      url ?? `${(read('hostname') ?? '').replace(/\/$/, '')}${joinPath(read('base') ?? '/')}`,
    );
    const isClean = /\bcleanUrls:\s*true/.test(config);
    const folder =
      joinPath(top, read('srcDir') ?? '')
        .slice(1)
        .replace(/\/$/, '') || '.';
    const pages = readFiles(root, folder, '**/*.md')
      .filter(({ file }) => !/(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING)\.md$/.test(file))
      .map((each) => {
        const isIndex = each.stem === 'index';
        const own = [...each.segments, isIndex ? '' : each.stem].join('/');
        return toPage(each, {
          path: each.segments,
          name: isIndex ? (each.segments.at(-1) ?? 'index') : each.stem,
          isIndex,
          addresses: [joinPath(home.base, isIndex ? own : isClean ? own : `${own}.html`)],
        });
      });
    return {
      pages,
      folders: new Map(),
      ...home,
      anchors: toAnchorRule([slug]),
      assets: [`${folder}/public`, folder, '.'],
      translate: (body, page, tell) =>
        translate(body, toWord(page.fields.title), tell, root, folder),
      remarks: [],
    };
  },
};

function translate(
  source: Text,
  title: string | undefined,
  tell: Tell,
  root: string,
  folder: string,
): Text {
  let text = replaceAll(source, /<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, () => '');
  text = replaceAll(text, /^<<<[ \t]+(@?[^\s{#[]+)[^\n]*$/gm, ([, file = ''], line) => {
    const found = readFirst(root, [file.replace(/^@\//, `${folder}/`), file.replace(/^@\//, '')]);
    if (found === undefined) tell('lost', line, `the file ${file}, which stood here`);
    return found === undefined
      ? ''
      : `\`\`\`${/\.(\w+)$/.exec(file)?.[1] ?? ''}\n${found.trimEnd()}\n\`\`\``;
  });
  text = replaceAll(text, /<!--[ \t]*@include:[ \t]*([^\s]+)[ \t]*-->/g, ([, file = ''], line) => {
    const found = readFirst(root, [file.replace(/^@\//, `${folder}/`)]);
    if (found === undefined) tell('lost', line, `the file ${file}, which stood here`);
    return found ?? '';
  });
  text = replaceAll(text, /\{\{\s*\$frontmatter\.title\s*\}\}/g, () => title);
  // In a group of code, the names of the tabs are those of the files.
  text = nameFiles(replaceAll(text, /^[ \t]*:::[ \t]*code-group[ \t]*$/gm, () => '::: group'));
  text = replaceAll(
    text,
    /^[ \t]*:{3,}[ \t]*group[ \t]*\n([\s\S]*?)^[ \t]*:{3,}[ \t]*$/gm,
    ([, body]) => body,
  );
  const told = translateDirectives(text, (line, message) => tell('lost', line, message));
  return translateComponents(told, tell);
}

function nameFiles(source: Text): Text {
  return {
    ...source,
    text: source.text.replace(
      /^([ \t]*`{3,}[\w-]*)([^\n[]*)\[([^\]\n]+)\]/gm,
      (_whole, fence: string, meta: string, name: string) =>
        `${fence}${meta.trimEnd()} title="${name}"`,
    ),
  };
}
