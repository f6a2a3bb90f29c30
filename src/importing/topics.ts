import { basename, extname } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { toAnchor } from '#domain/linking/anchor.ts';
import { homePath, sectionPath, topicPath } from '#domain/linking/permalink.ts';
import type { Topic } from '#schemas/topic.ts';
import type { Converted } from './convert.ts';
import { shorten, toLineOfText, toNavigation } from './fields.ts';
import type { ImportRecord } from './record.ts';
import { type Page, type Shelf, toTitle } from './shelf.ts';

/** A topic that a folder becomes; the folders below it that have pages are its sections. */
interface TopicDraft {
  title: string;
  summary: string;
  /** Their titles, by their ids. */
  sections: Map<string, string>;
  /** What no page says of it, so that the names of its folders stand there. */
  unsaid: string[];
}

/** The topics of an import, by their ids. */
export type Topics = ReadonlyMap<string, TopicDraft>;

/** Where the pages of a folder stand. */
interface Place {
  topic: string;
  section?: string;
}

const LOOSE = 'general';

/** The topic of a folder, and its section where it has folders above it. */
export function toPlace([first = '', ...below]: readonly string[]): Place {
  const section = toAnchor(below.join(' '));
  return {
    topic: toAnchor(first) || LOOSE,
    ...(section === '' ? {} : { section }),
  };
}

/** What readers call the topic and the section of a page. */
export function toPlaceTitles(
  topics: Topics,
  { topic, section = '' }: Place,
): Record<keyof Place, string> {
  const found = topics.get(topic);
  const title = found?.title ?? topic;
  return { topic: title, section: found?.sections.get(section) ?? title };
}

/** The topics of the pages that become articles, as these pages and the introductions of their folders name them. */
export function toTopics(
  { folders }: Pick<Shelf, 'folders'>,
  chosen: readonly Converted[],
  rest: readonly Converted[],
): Topics {
  const indexes = new Map(
    [...chosen, ...rest]
      .filter(({ page }) => page.isIndex)
      .map((each) => [each.page.path.join('/'), each]),
  );
  const toName = (path: readonly string[]) => {
    const key = path.join('/');
    const index = indexes.get(key);
    const own = index === undefined ? undefined : (toNavigation(index.page) ?? index.title);
    const said = folders.get(key)?.title ?? own;
    const name = toLineOfText(said ?? toTitle(path.at(-1) ?? LOOSE));
    return { name, isSaid: said !== undefined };
  };
  const topics = new Map<string, TopicDraft>();
  for (const { page } of chosen) {
    const { topic, section } = toPlace(page.path);
    const [first = ''] = page.path;
    const index = indexes.get(first);
    const { name, isSaid } = toName(page.path.slice(0, 1));
    const title = shorten(name, 100);
    const summary = folders.get(first)?.summary ?? index?.description ?? index?.answer;
    const draft = topics.get(topic) ?? {
      title,
      summary: shorten(toLineOfText(summary ?? `${title}.`), 200),
      sections: new Map<string, string>(),
      unsaid: [],
    };
    const lacks = [...(isSaid ? [] : ['names']), ...(summary === undefined ? ['describes'] : [])];
    if (!topics.has(topic) && lacks.length > 0)
      draft.unsaid.push(`no page ${lacks.join(' or ')} the topic "${title}"`);
    topics.set(topic, draft);
    if (section === undefined || draft.sections.has(section)) continue;
    const names = page.path.slice(1).map((_, at) => toName(page.path.slice(0, at + 2)));
    const words = shorten(names.map((each) => each.name).join(': '), 60);
    draft.sections.set(section, words);
    if (!names.every((each) => each.isSaid))
      draft.unsaid.push(`no page names the section "${words}"`);
  }
  return topics;
}

/** Where a page leads that has no text of its own: to its section or its topic, or to what stands below it. */
export function toRestPath({ path }: Page, topics: Topics): string {
  const { topic, section } = toPlace(path);
  const found = path.length === 0 ? undefined : topics.get(topic);
  if (found === undefined) return homePath;
  const own = [...found.sections.keys()].find(
    (id) => section !== undefined && `${id}-`.startsWith(`${section}-`),
  );
  return own === undefined ? topicPath(topic) : sectionPath(topic, own);
}

/** The text of `topics.yaml` with the articles of an import in their topics and sections; what an author took away stays away. */
export function writeTopics(
  text: string,
  topics: Topics,
  entries: readonly { page: Page; file: string; known?: unknown }[],
  before: ImportRecord,
): { topics: string; newTopics: string[] } {
  const document = parseDocument(text.trim() === '' ? '[]' : text);
  const listed = new Set(readTopics(document).map(({ id }) => id));
  const newTopics = [...topics.keys()].filter(
    (id) => !listed.has(id) && !before.topics.includes(id),
  );
  for (const id of newTopics) {
    const { title, summary } = topics.get(id) ?? {};
    document.add(document.createNode({ id, title, summary }));
  }
  const added = entries.filter(({ page, known }) => {
    const { topic } = toPlace(page.path);
    return newTopics.includes(topic) || (known === undefined && listed.has(topic));
  });
  if (newTopics.length > 0 && document.contents !== null && 'flow' in document.contents)
    document.contents.flow = false;
  for (const { page, file } of added)
    add(document, toPlace(page.path), topics, basename(file, extname(file)));
  return {
    topics:
      added.length === 0 ? text : document.toString({ lineWidth: 0, flowCollectionPadding: false }),
    newTopics,
  };
}

function add(document: Document, { topic, section }: Place, topics: Topics, slug: string): void {
  const list = readTopics(document);
  const at = list.findIndex(({ id }) => id === topic);
  const sections = list[at]?.sections ?? [];
  const inTopic = sections.findIndex(({ id }) => id === section);
  if (section !== undefined && inTopic === -1) {
    const title = topics.get(topic)?.sections.get(section);
    put(document, [at, 'sections'], { id: section, title, articles: [slug] });
  } else
    put(
      document,
      section === undefined ? [at, 'articles'] : [at, 'sections', inTopic, 'articles'],
      slug,
    );
}

function put(document: Document, path: (string | number)[], value: unknown): void {
  if (document.getIn(path) == null) document.setIn(path, document.createNode([value]));
  else document.addIn(path, document.createNode(value));
}

function readTopics(document: Document): Partial<Topic>[] {
  const listed: unknown = document.toJS();
  return Array.isArray(listed) ? (listed as Partial<Topic>[]) : [];
}
