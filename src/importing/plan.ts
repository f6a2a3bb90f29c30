import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, posix, relative } from 'node:path';
import { stringify } from 'yaml';
import { toAnchor } from '#domain/linking/anchor.ts';
import { decode } from '#domain/linking/decode.ts';
import { toFreeId } from '#domain/linking/ledger.ts';
import { articlePath } from '#domain/linking/permalink.ts';
import { RESERVED } from '#domain/linking/target.ts';
import { count } from '#domain/problem.ts';
import type { Content } from '#reader/content.ts';
import { listFiles } from '#reader/entries.ts';
import { slug as slugSchema } from '#schemas/text.ts';
import { type Converted, convert, escapeForeign, listRefused, toTell } from './convert.ts';
import {
  guessKind,
  shorten,
  toDates,
  toLineOfText,
  toNames,
  toNavigation,
  toOwner,
  toSummary,
} from './fields.ts';
import { parseFrontmatter, toDay, toWord } from './frontmatter.ts';
import { type Finder, type Target, toFindPage, translateLinks } from './links.ts';
import { type ImportRecord, readRecord, toHash } from './record.ts';
import {
  countWords,
  findAsset,
  listPictures,
  type Page,
  PICTURE,
  type Remark,
  type Shelf,
} from './shelf.ts';
import { toPlace, toPlaceTitles, toRestPath, toTopics, writeTopics } from './topics.ts';

/** What becomes of an article: `kept` has been touched by an author, `deleted` taken away. */
export type State = 'new' | 'changed' | 'same' | 'kept' | 'deleted';

/** An article that a page of the source becomes. */
interface Planned {
  source: string;
  id: string;
  file: string;
  text: string;
  state: State;
  /** What of an article that changed is another: names of its fields, or its text. */
  differences: string[];
}

/** An address that a page had, and what it must lead to: an article with its section, or a page. */
interface OldAddress {
  source: string;
  old: string;
  /** An id, or a path. */
  to: string;
  anchor?: string | undefined;
}

/** All that an import would do. */
export interface Plan {
  articles: Planned[];
  /** Files to copy, by where they go. */
  copies: Map<string, string>;
  /** Pictures of the source that none of its pages shows. */
  left: string[];
  /** The text of `topics.yaml`, and the topics that are new in it. */
  topics: string;
  newTopics: string[];
  addresses: OldAddress[];
  remarks: Remark[];
  record: ImportRecord;
}

/** How an import is meant. */
export interface Order {
  /** The project into which, and the folder from which. */
  root: string;
  folder: string;
  isPublished: boolean;
  idPrefix: string;
  /** `YYYY-MM-DD`. */
  today: string;
}

// What the summary of a topic holds needs no article.
const SUMMARY = 200;
const TOPICS = 'content/topics.yaml';

/** Says what an import would write; nothing is written. */
export function planImport(shelf: Shelf, content: Content, order: Order): Plan {
  const { root, folder, isPublished, idPrefix, today } = order;
  const before = readRecord(root, folder);
  const existing = readExisting(root);
  checkName(shelf, before, existing);
  const all = sortPages(shelf).map((page) => convert(page, shelf));
  const filled = all.filter((each) => countWords(toWhole(each)) > 0).map(({ page }) => page);
  const isArticle = (each: Converted) => {
    const { isIndex, path } = each.page;
    // An introduction to nothing is all that stands there.
    const isAlone = !filled.some(
      (page) => page !== each.page && path.every((name, at) => page.path[at] === name),
    );
    const isHome = isIndex && path.length === 0;
    const words = toWhole(each);
    const isLong = countWords(words) > 0 && words.length > (isIndex && !isAlone ? SUMMARY : 0);
    return isLong && !(isHome && isLanding(each.page));
  };
  const chosen = all.filter(isArticle);
  const rest = all.filter((each) => !isArticle(each));
  const topics = toTopics(shelf, chosen, rest);
  const remarks = [...shelf.remarks];

  // What each article is called.
  const own = new Set(chosen.flatMap(({ page }) => before.articles[page.file]?.id ?? []));
  const others = existing.filter(
    ({ id, file, hash }) => !own.has(id) || isTouched(before, id, file, hash),
  );
  const taken = {
    titles: new Map(others.map(({ title, topic }) => [title.toLowerCase(), topic])),
    shorts: new Set(others.map(({ short }) => short.toLowerCase())),
  };
  const slugs = new Set([
    ...existing.map(({ file }) => posix.basename(file, extname(file))),
    ...[...content.ledger.keys()].flatMap((key) => /^\/articles\/([^/]+)\/$/.exec(key)?.[1] ?? []),
  ]);
  const keys = [
    ...existing.map(({ id }) => id),
    ...content.ledger.keys(),
    ...[before, ...Object.values(before.others)].flatMap(({ articles }) =>
      Object.values(articles).map(({ id }) => id),
    ),
  ];
  let number = Number(toFreeId(keys, idPrefix).split('-').at(-1));
  const entries = chosen.map((each) => {
    const known = before.articles[each.page.file];
    const present = existing.find(({ id }) => id === known?.id);
    const place = toPlace(each.page.path);
    const folder = ['content/articles', ...Object.values(place)].join('/');
    const id = known?.id ?? `${idPrefix}-${number++}`;
    const file = present?.file ?? known?.file ?? `${folder}/${toSlug(each, place, slugs)}.md`;
    return { ...each, id, file, place, known, present };
  });

  // Where everything is now.
  const targets: { page: Pick<Page, 'file' | 'addresses'>; target: Target }[] = [
    ...entries.map(({ page, file, anchors }) => ({
      page,
      target: { path: articlePath(posix.basename(file, extname(file))), anchors },
    })),
    ...rest.map(({ page }) => ({
      page,
      target: { path: toRestPath(page, topics), anchors: new Map() },
    })),
  ];
  const copies = new Map<string, string>();
  // What an author has put there is another picture.
  const isTaken = (to: string) => !(to in before.files) && existsSync(join(root, to));
  const finder: Finder = {
    findPage: toFindPage(shelf, targets),
    copyFile: () => undefined,
  };

  const articles = entries.map((entry): Planned => {
    const { page, id, file, place, known, present, anchors } = entry;
    const tell = toTell(page, entry.remarks);
    const target: Target = { path: articlePath(posix.basename(file, extname(file))), anchors };
    const copyFile: Finder['copyFile'] = (from, path, use) =>
      copy(findAsset(folder, shelf, from, path), use, posix.dirname(file), { copies, isTaken });
    const linked = translateLinks(entry.body, page, target, shelf, { ...finder, copyFile }, tell);
    const body = escapeForeign(linked, tell);
    listRefused(body, tell);
    const dates = toDates(page);
    const owner = toOwner(page);
    if (dates.published === undefined)
      tell('open', 1, `no day of publication; ${present?.published ?? today} stands there`);
    const names = toNames(entry.title, toNavigation(page), id, toPlaceTitles(topics, place), taken);
    // What readers have been given stays with them.
    const isShown = present?.isPublished === true || (isPublished && !page.isDraft);
    const answer =
      entry.answer ??
      entry.description ??
      (isShown ? `${entry.title}.` : 'TODO the short answer, in at most two sentences.');
    if (entry.answer === undefined) tell('open', 1, 'no paragraph that could be the answer');
    const toFields = (updated: string) => ({
      id,
      ...names,
      summary: toSummary(entry.description, answer),
      answer,
      topic: place.topic,
      kind: guessKind(entry.title, page.path, body.text),
      ...(owner === undefined ? {} : { owner }),
      ...dates,
      published: dates.published ?? present?.published ?? today,
      updated: dates.updated ?? updated,
      status: isShown ? 'published' : 'draft',
    });
    const toArticle = (updated: string) =>
      `---\n${stringify(toFields(updated), { lineWidth: 0 })}---\n\n${body.text.trim().replace(/\n{3,}/g, '\n\n')}\n`;
    // Days that no source names stay as they are until the text is another.
    const unchanged = toArticle(present?.updated ?? today);
    const text = toState(unchanged, known, present) === 'same' ? unchanged : toArticle(today);
    const state = toState(text, known, present);
    remarks.push(...entry.remarks);
    const differences = state === 'changed' ? listDifferences(present?.text ?? '', text) : [];
    return { source: page.file, id, file, text, state, differences };
  });
  for (const each of rest) {
    const { page, description, answer, remarks: told } = each;
    const whole = toWhole(each);
    const words = countWords(whole);
    const path = toRestPath(page, topics);
    const summary =
      page.path.length === 1 ? topics.get(toPlace(page.path).topic)?.summary : undefined;
    const isSummary =
      summary !== undefined &&
      [answer, description].some(
        (text) => text !== undefined && summary === shorten(text, SUMMARY),
      );
    if (words > 0 && !isSummary)
      remarks.push({
        file: page.file,
        kind: 'lost',
        message: `${count(words, 'word')} of a page that is no article, "${shorten(whole, 50)}"; its address leads to ${path}`,
      });
    remarks.push(...told.filter(({ kind }) => kind === 'lost'));
  }
  const carried = new Set(copies.values());
  const written = writeTopics(readFileSync(join(root, TOPICS), 'utf8'), topics, entries, before);
  for (const topic of written.newTopics)
    for (const message of topics.get(topic)?.unsaid ?? [])
      remarks.push({ file: TOPICS, kind: 'open', message });
  return {
    articles,
    copies,
    left: listPictures(folder).filter((path) => !carried.has(join(folder, path))),
    ...written,
    addresses: [
      ...entries.flatMap(({ page, id, anchors, remarks: told }) =>
        toAddresses(page, id, anchors, told),
      ),
      ...rest.flatMap(({ page }) =>
        page.addresses.map((old) => ({ source: page.file, old, to: toRestPath(page, topics) })),
      ),
    ],
    remarks,
    record: before,
  };
}

// A shelf whose folder has another name now would come a second time.
function checkName({ pages }: Shelf, before: ImportRecord, existing: readonly Existing[]): void {
  if (Object.keys(before.articles).length > 0) return;
  const titles = new Map(existing.map(({ id, title }) => [id, title]));
  for (const [name, { articles }] of Object.entries(before.others)) {
    const files = Object.keys(articles);
    const same = pages.filter(({ file, fields }) => {
      const title = titles.get(articles[file]?.id ?? '');
      return title !== undefined && title === toLineOfText(toWord(fields.title) ?? '');
    });
    if (files.length > 0 && same.length > files.length / 2)
      throw new Error(
        `${count(same.length, 'page')} of ${before.name} came already from a folder ${name}\n  If it is the same shelf, call the folder ${name} again, or write ${before.name} in the place of ${name} in content/_imported.json.`,
      );
  }
}

// All words that a page has.
function toWhole({ body, answer = '' }: Converted): string {
  const text = toLineOfText(body.text.replace(/^#+ /gm, ''));
  return text.includes(answer) ? text : `${answer} ${text}`;
}

interface Existing {
  id: string;
  file: string;
  title: string;
  short: string;
  topic: string;
  published: string | undefined;
  updated: string | undefined;
  isPublished: boolean;
  text: string;
  hash: string;
}

function readExisting(root: string): Existing[] {
  return listFiles(root, 'content/articles/**/*.{md,mdx}').map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const { fields } = parseFrontmatter(text);
    return {
      id: toWord(fields.id) ?? '',
      file: file.replaceAll('\\', '/'),
      title: toWord(fields.title) ?? '',
      short: toWord(fields.short) ?? '',
      topic: toWord(fields.topic) ?? '',
      published: toDay(fields.published),
      updated: toDay(fields.updated),
      isPublished: fields.status === 'published',
      text,
      hash: toHash(text),
    };
  });
}

function isTouched({ articles }: ImportRecord, id: string, file: string, hash: string): boolean {
  return !Object.values(articles).some(
    (known) => known.id === id && known.file === file && known.hash === hash,
  );
}

function toState(
  text: string,
  known: ImportRecord['articles'][string] | undefined,
  present: Existing | undefined,
): State {
  if (known === undefined) return 'new';
  if (present === undefined) return 'deleted';
  if (present.hash !== known.hash) return 'kept';
  return toHash(text) === known.hash ? 'same' : 'changed';
}

function listDifferences(before: string, after: string): string[] {
  const [old, now] = [before, after].map(parseFrontmatter);
  const names = new Set(Object.keys({ ...old?.fields, ...now?.fields }));
  return [
    ...[...names].filter(
      (name) => JSON.stringify(old?.fields[name]) !== JSON.stringify(now?.fields[name]),
    ),
    ...(old?.body.text === now?.body.text ? [] : ['text']),
  ];
}

// In the order of the folders, and in each of them as the source has them.
function sortPages({ pages, folders }: Shelf): Page[] {
  const orders = new Map(
    pages.filter(({ isIndex }) => isIndex).map(({ path, order }) => [path.join('/'), order]),
  );
  const toKey = ({ path, isIndex, order, file }: Page): (number | string)[] => [
    ...path.flatMap((name, index) => {
      const own = path.slice(0, index + 1).join('/');
      return [folders.get(own)?.order ?? orders.get(own) ?? Infinity, name];
    }),
    ...[isIndex ? -2 : order === Infinity ? 1e9 : order, file],
  ];
  const keys = new Map(pages.map((page) => [page, toKey(page)]));
  return pages.toSorted((a, b) => {
    const [one, two] = [keys.get(a) ?? [], keys.get(b) ?? []];
    for (let at = 0; at < Math.min(one.length, two.length); at += 1) {
      const [left = 0, right = 0] = [one[at], two[at]];
      const found =
        typeof left === 'number' && typeof right === 'number'
          ? left === right
            ? 0
            : left < right
              ? -1
              : 1
          : String(left).localeCompare(String(right), 'en', { numeric: true });
      if (found !== 0) return found;
    }
    return one.length - two.length;
  });
}

function isLanding({ fields, body }: Page): boolean {
  return (
    /^(home|splash|landing)$/.test(toWord(fields.layout) ?? toWord(fields.template) ?? '') ||
    fields.hero !== undefined ||
    /^\s*<(?!!--)/.test(body.text)
  );
}

function toSlug({ page, title }: Converted, place: object, taken: Set<string>): string {
  const topic = Object.values(place).join(' ');
  const candidates = [page.name, title, `${topic} ${page.name}`, `${topic} ${title}`].map(toAnchor);
  const isFree = (slug: string) => slugSchema.safeParse(slug).success && !taken.has(slug);
  const clear = candidates.find((slug) => isFree(slug) && !slug.startsWith('section-'));
  let slug = clear ?? candidates.find(isFree);
  for (let count = 2; slug === undefined; count += 1)
    slug = [`${toAnchor(`${topic} ${page.name}`)}-${count}`].find(isFree);
  taken.add(slug);
  return slug;
}

function copy(
  from: string | undefined,
  use: 'link' | 'image',
  folder: string,
  { copies, isTaken }: { copies: Map<string, string>; isTaken: (to: string) => boolean },
): string | undefined {
  if (from === undefined) return undefined;
  const ending = extname(from).toLowerCase();
  if (use === 'image' && !PICTURE.test(ending)) return undefined;
  const name = basename(from, extname(from));
  const slug = toAnchor(decode(name) ?? name).replace(/^section-/, '') || 'file';
  const home = use === 'image' ? folder : 'public/files';
  for (let count = 1; ; count += 1) {
    const to = `${home}/${slug}${count === 1 ? '' : `-${count}`}${ending}`;
    const there = copies.get(to);
    if ((there ?? from) !== from || isTaken(to)) continue;
    copies.set(to, from);
    return use === 'image'
      ? `./${posix.basename(to)}`
      : `/${relative('public', to).replaceAll('\\', '/')}`;
  }
}

function toAddresses(
  page: Page,
  id: string,
  anchors: Converted['anchors'],
  told: Remark[],
): OldAddress[] {
  const now = new Set(anchors.values());
  const [first] = page.addresses;
  const moved = [...anchors].flatMap(([old, anchor]): OldAddress[] => {
    if (first === undefined || old === anchor) return [];
    if (now.has(old) || RESERVED.test(old)) {
      if (anchor !== undefined)
        told.push({
          file: page.file,
          kind: 'lost',
          message: `the old anchor #${old}: another part of the page has this name now`,
        });
      return [];
    }
    return [{ source: page.file, old: `${first}#${old}`, to: id, anchor }];
  });
  return [...page.addresses.map((old) => ({ source: page.file, old, to: id })), ...moved];
}
