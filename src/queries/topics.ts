import { type CollectionEntry, getCollection } from 'astro:content';
import { toContents, type TopicContents } from '#domain/topic.ts';
import { getCurrentBySlug } from './articles.ts';
import { once } from './once.ts';

type Contents = TopicContents<CollectionEntry<'articles'>>;

/** All topics in the order of their file, each with its articles in reading order. */
export const listTopics = once(async (): Promise<readonly Contents[]> => {
  const topics = (await getCollection('topics')).sort((a, b) => a.data.order - b.data.order);
  const bySlug = await getCurrentBySlug();
  return topics.map(({ data }) => toContents(data, (slug) => bySlug.get(slug)));
});

/** The topic with this id; stops the build when there is none. */
export async function getTopic(id: string): Promise<Contents> {
  const found = (await listTopics()).find(({ topic }) => topic.id === id);
  if (found === undefined) throw new Error(`There is no topic ${id} in content/topics.yaml.`);
  return found;
}
