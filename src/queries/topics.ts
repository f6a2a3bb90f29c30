import { type CollectionEntry, getCollection } from 'astro:content';
import { listArticlesBySlug } from './articles.ts';

/** A topic with its articles in reading order. */
export interface TopicContents {
  topic: CollectionEntry<'topics'>['data'];
  articles: CollectionEntry<'articles'>[];
}

/** All topics in the order of their file. */
export async function listTopics(): Promise<TopicContents[]> {
  const topics = (await getCollection('topics')).sort((a, b) => a.data.order - b.data.order);
  return Promise.all(topics.map(async ({ data }) => ({ topic: data, articles: await listArticlesBySlug(data.articles) })));
}

/** The topic with this id; stops the build when there is none. */
export async function getTopic(id: string): Promise<TopicContents> {
  const found = (await listTopics()).find(({ topic }) => topic.id === id);
  if (found === undefined) throw new Error(`There is no topic ${id} in content/topics.yaml.`);
  return found;
}
