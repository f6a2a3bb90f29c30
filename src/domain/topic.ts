import type { Section, Topic } from '#schemas/topic.ts';
import { listNearby } from './size.ts';

/** An article as a topic lists it. */
interface Listed {
  /** Its slug. */
  id: string;
}

/** A topic with those of its articles that there are to read. */
export interface TopicContents<T extends Listed> {
  topic: Topic;
  /** All of them, in reading order. */
  articles: T[];
  /** Its sections that have any. */
  sections: { section: Section; articles: T[] }[];
}

/** Where an article stands in the reading order of its topic. */
export interface ReadingPlace<T> {
  /** Its section; none in a topic without sections, and of articles before them. */
  section: Section | undefined;
  /** Its number; none of an article that lists leave out. */
  number: number | undefined;
  /** How many articles the topic has. */
  total: number;
  previous: T | undefined;
  next: T | undefined;
  /** The articles of its section, or of the topic; of many those nearby. */
  neighbours: T[];
  /** The number of the first of them. */
  start: number;
}

/** The name of an article in a list that has room: a short one that was cut says less than the title. */
export function toListed({ title, short }: { title: string; short: string }): string {
  return /^…|…$/.test(short) ? title : short;
}

/** The slugs of all articles of a topic in reading order, each with its place in the entry. */
export function listSlugs({
  articles,
  sections,
}: Topic): { slug: string; path: (string | number)[]; section: Section | undefined }[] {
  return [
    ...articles.map((slug, at) => ({ slug, path: ['articles', at], section: undefined })),
    ...sections.flatMap((section, index) =>
      section.articles.map((slug, at) => ({
        slug,
        path: ['sections', index, 'articles', at],
        section,
      })),
    ),
  ];
}

/** A topic with its articles; `find` knows those that there are to read. */
export function toContents<T extends Listed>(
  topic: Topic,
  find: (slug: string) => T | undefined,
): TopicContents<T> {
  const read = (slugs: readonly string[]) => slugs.flatMap((slug) => find(slug) ?? []);
  const sections = topic.sections
    .map((section) => ({ section, articles: read(section.articles) }))
    .filter(({ articles }) => articles.length > 0);
  const articles = [...read(topic.articles), ...sections.flatMap((section) => section.articles)];
  return { topic, articles, sections };
}

/** What a topic tells above its list of articles with their summaries; nothing where one of these says the same. */
export function findLead({
  topic,
  articles,
}: {
  topic: Topic;
  articles: readonly { data: { summary: string } }[];
}): string | undefined {
  return articles.some(({ data }) => data.summary === topic.summary) ? undefined : topic.summary;
}

/** Where the article with this slug stands in its topic. */
export function toReadingPlace<T extends Listed>(
  { topic, articles, sections }: TopicContents<T>,
  slug: string,
): ReadingPlace<T> {
  const isHere = ({ id }: Listed) => id === slug;
  const at = articles.findIndex(isHere);
  const section = listSlugs(topic).find((listed) => listed.slug === slug)?.section;
  const beside = sections.find((other) => other.section === section)?.articles ?? articles;
  const neighbours = listNearby(beside, isHere);
  const [first] = neighbours;
  return {
    section,
    number: at === -1 ? undefined : at + 1,
    total: articles.length,
    previous: articles[at - 1],
    next: at === -1 ? undefined : articles[at + 1],
    neighbours,
    start: first === undefined ? 1 : articles.indexOf(first) + 1,
  };
}
