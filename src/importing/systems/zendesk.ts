import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAnchorRule } from '../anchors.ts';
import { type Fields, pick, toNumber, toWord } from '../frontmatter.ts';
import { htmlToMarkdown } from '../html.ts';
import { type Folder, parseHome, type Remark, type System, toPage } from '../shelf.ts';
import { toText } from '../text.ts';

/** Zendesk Guide: what its interface answers for articles, sections and categories, as files of JSON. */
export const zendesk: System = {
  name: 'Zendesk',
  recognises: (root) => readExport(root).articles.length > 0,
  read: (root, { language, url }) => {
    const { articles, sections, categories } = readExport(root);
    const remarks: Remark[] = [];
    const folders = new Map<string, Folder>();
    const toName = (entry: Fields) => `${toWord(entry.name) ?? toWord(entry.id) ?? ''}`;
    const toPath = (id: unknown): string[] => {
      const section = sections.find(({ fields }) => fields.id === id)?.fields;
      if (section === undefined) return [];
      const parent =
        section.parent_section_id == null ? undefined : toPath(section.parent_section_id);
      const category = categories.find(({ fields }) => fields.id === section.category_id)?.fields;
      const above = parent ?? (category === undefined ? [] : [toName(category)]);
      const path = [...above, toName(section)];
      if (category !== undefined) folders.set(toName(category), toFolder(category));
      folders.set(path.join('/'), toFolder(section));
      return path;
    };
    const shown = articles.filter(({ file, line, fields }) => {
      const own = (toWord(fields.locale) ?? language).split('-')[0];
      if (own === language) return true;
      remarks.push({
        file,
        line,
        kind: 'lost',
        message: `the language ${own}: ${toWord(fields.title)}`,
      });
      return false;
    });
    const home = parseHome(
      url ?? /^https?:\/\/[^/]+/.exec(toWord(shown[0]?.fields.html_url) ?? '')?.[0],
    );
    return {
      pages: shown.map(({ file, line, fields }) => {
        const id = toWord(fields.id) ?? '';
        const path =
          toWord(fields.html_url)?.replace(/^https?:\/\/[^/]+/, '') ??
          `/hc/${toWord(fields.locale) ?? language}/articles/${id}`;
        return toPage(
          {
            file: `${file}#${id}`,
            fields: { ...fields, published: undefined },
            body: toText(toWord(fields.body) ?? ''),
            segments: [],
            stem: id,
          },
          {
            path: toPath(fields.section_id),
            name:
              decodeURIComponent(path).replace(/^.*\/\d+-?/, '') || (toWord(fields.title) ?? id),
            isIndex: false,
            line,
            order: toNumber(fields.position) ?? Infinity,
            addresses: [decodeURIComponent(path)],
            isDraft: fields.draft === true,
          },
        );
      }),
      folders,
      ...home,
      anchors: toAnchorRule([() => '']),
      assets: ['.'],
      translate: (body, _page, tell) => toText(htmlToMarkdown(body.text, tell)),
      remarks,
    };
  },
};

interface Entry {
  file: string;
  /** Where it begins in its file. */
  line: number;
  fields: Fields;
}

function readExport(root: string): Record<'articles' | 'sections' | 'categories', Entry[]> {
  const found = { articles: [] as Entry[], sections: [] as Entry[], categories: [] as Entry[] };
  for (const file of globSync('**/*.json', {
    cwd: root,
    exclude: (path) => /node_modules/.test(path),
  }).toSorted()) {
    const text = readFileSync(join(root, file), 'utf8');
    if (!/"(?:section_id|category_id|articles|categories|sections)"/.test(text)) continue;
    const data = parse(text);
    for (const kind of ['articles', 'sections', 'categories'] as const) {
      const own =
        pick(data, kind) ??
        (Array.isArray(data) && new RegExp(`(?:^|/)${kind}`).test(file) ? data : []);
      for (const fields of Array.isArray(own) ? (own as Fields[]) : []) {
        const at = text.search(new RegExp(`"id"\\s*:\\s*${toWord(fields.id)}\\b`));
        found[kind].push({ file, line: text.slice(0, Math.max(0, at)).split('\n').length, fields });
      }
    }
  }
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toFolder(entry: Fields): Folder {
  return {
    title: toWord(entry.name),
    summary: toWord(entry.description),
    order: toNumber(entry.position),
  };
}
