import { pythonMarkdown, toAnchorRule } from '../anchors.ts';
import { translateAdmonitions } from '../callouts.ts';
import { type Fields, parseSettings, pick, toWord } from '../frontmatter.ts';
import {
  joinPath,
  parseHome,
  readFiles,
  readFirst,
  type System,
  type Tell,
  toPage,
} from '../shelf.ts';
import { replaceAll, type Text } from '../text.ts';

const SETTINGS = ['mkdocs.yml', 'mkdocs.yaml'];

/** MkDocs: `mkdocs.yml` with the navigation, and what Python-Markdown and Material add to Markdown. */
export const mkdocs: System = {
  name: 'MkDocs',
  recognises: (root) => readFirst(root, SETTINGS) !== undefined,
  read: (root, { url }) => {
    const config = parseSettings(readFirst(root, SETTINGS));
    const folder = toWord(config.docs_dir) ?? 'docs';
    const home = parseHome(url ?? toWord(config.site_url));
    const nav = readNavigation(config.nav);
    const redirects = readRedirects(config);
    const toAddress = (path: string) => {
      const bare = path
        .replace(/(?:^|(?<=\/))(?:index|README)\.md$/i, '')
        .replace(/\.md$/, config.use_directory_urls === false ? '.html' : '/');
      return joinPath(home.base, bare);
    };
    const pages = readFiles(root, folder, '**/*.{md,markdown}').map((each) => {
      const isIndex = /^(?:index|readme)$/i.test(each.stem);
      const own = [...each.segments, `${each.stem}.md`].join('/');
      const entry = nav.get(own);
      const old = [...redirects].filter(([, to]) => to === own).map(([from]) => from);
      return toPage(
        {
          ...each,
          fields: {
            ...(entry?.title === undefined ? {} : { nav_title: entry.title }),
            ...each.fields,
          },
        },
        {
          path: each.segments,
          name: isIndex ? (each.segments.at(-1) ?? 'index') : each.stem,
          isIndex,
          order: entry?.order ?? Infinity,
          addresses: [own, ...old].map(toAddress),
        },
      );
    });
    return {
      pages,
      folders: new Map(),
      ...home,
      anchors: toAnchorRule([pythonMarkdown], '_'),
      assets: [folder, '.'],
      translate: (body, _page, tell) => translate(body, tell, root),
      remarks: [],
    };
  },
};

// Each page with its place and, where there is one, its title.
function readNavigation(nav: unknown): Map<string, { title: string | undefined; order: number }> {
  const entries = new Map<string, { title: string | undefined; order: number }>();
  const visit = (node: unknown, title?: string): void => {
    if (typeof node === 'string') entries.set(node, { title, order: entries.size });
    else if (Array.isArray(node)) for (const child of node) visit(child);
    else if (typeof node === 'object' && node !== null)
      for (const [name, child] of Object.entries(node)) visit(child, name);
  };
  visit(nav);
  return entries;
}

function readRedirects({ plugins }: Fields): Map<string, string> {
  const list: unknown[] = Array.isArray(plugins) ? plugins : [plugins];
  return new Map(
    list.flatMap(
      (plugin) =>
        Object.entries(pick(plugin, 'redirects', 'redirect_maps') ?? {}) as [string, string][],
    ),
  );
}

function translate(source: Text, tell: Tell, root: string): Text {
  let text = replaceAll(
    source,
    /^[ \t]*-{1,}8<-{1,}[ \t]+["']([^"'\n]+)["'][ \t]*$/gm,
    ([, file = ''], line) => {
      const found = readFirst(root, [file, `docs/${file}`, `includes/${file}`]);
      if (found === undefined) tell('lost', line, `the file ${file}, which stood here`);
      return found?.trimEnd() ?? '';
    },
  );
  text = translateAdmonitions(text);
  text = replaceAll(text, /\+\+([a-z0-9"+-]+)\+\+/gi, ([, keys = '']) =>
    keys
      .split('+')
      .map(
        (key) =>
          `<kbd>${key.replace(/^"|"$/g, '').replace(/^./, (first) => first.toUpperCase())}</kbd>`,
      )
      .join('+'),
  );
  text = replaceAll(
    text,
    /(?<![=<>!])==(?=\S)([^=\n]+?)(?<=\S)==(?!=)/g,
    ([, words = '']) => `**${words}**`,
  );
  text = replaceAll(text, /:(?:material|fontawesome|octicons|simple)-[\w-]+:/g, ([sign], line) => {
    tell('lost', line, `the icon ${sign}`);
    return '';
  });
  // Markdown within HTML is Markdown here too, between empty lines.
  return replaceAll(
    text,
    /<(\/?)(div|figure|center|section)([^>\n]*\bmarkdown\b[^>\n]*|)>/g,
    ([whole, slash, , attributes]) => (attributes !== '' || slash === '/' ? '\n' : whole),
  );
}
