import { type CollectionEntry, getCollection } from 'astro:content';
import { getCurrentBySlug } from './articles.ts';
import { once } from './once.ts';

/** A topic with its articles in reading order. */
export interface TopicContents {
  topic: CollectionEntry<'topics'>['data'];
  articles: CollectionEntry<'articles'>[];
}

/** All topics in the order of their file. */
export const listTopics = once(async (): Promise<readonly TopicContents[]> => {
  const topics = (await getCollection('topics')).sort((a, b) => a.data.order - b.data.order);
  const bySlug = await getCurrentBySlug();
  return topics.map(({ data }) => ({
    topic: data,
    articles: data.articles.flatMap((slug) => bySlug.get(slug) ?? []),
  }));
});

/** The topic with this id; stops the build when there is none. */
export async function getTopic(id: string): Promise<TopicContents> {
  const found = (await listTopics()).find(({ topic }) => topic.id === id);
  if (found === undefined) throw new Error(`There is no topic ${id} in content/topics.yaml.`);
  return found;
}
