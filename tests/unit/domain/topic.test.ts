import { expect, test } from 'vitest';
import { findLead, listSlugs, toContents, toListed, toReadingPlace } from '#domain/topic.ts';
import { topicSchema } from '#schemas/topic.ts';

const many = Array.from({ length: 120 }, (_, i) => `m${i + 1}`);
const topic = topicSchema.parse({
  id: 'drinks',
  title: 'Drinks',
  summary: 'What to drink.',
  articles: ['first'],
  sections: [
    { id: 'hot', title: 'Hot', articles: ['tea', 'draft', 'coffee'] },
    { id: 'later', title: 'Later', articles: ['draft'] },
    { id: 'cold', title: 'Cold', articles: many },
  ],
});
const contents = toContents(topic, (id) => (id === 'draft' ? undefined : { id }));
const placeOf = (slug: string) => {
  const { section, neighbours, previous, next, ...place } = toReadingPlace(contents, slug);
  return {
    ...place,
    section: section?.id,
    beside: neighbours.map(({ id }) => id),
    ways: [previous?.id, next?.id],
  };
};

test('the reading order goes through all sections, those of none first', () => {
  expect(
    listSlugs(topic)
      .slice(0, 3)
      .map(({ slug, path }) => [slug, path.join('.')]),
  ).toEqual([
    ['first', 'articles.0'],
    ['tea', 'sections.0.articles.0'],
    ['draft', 'sections.0.articles.1'],
  ]);
  expect(contents.articles.slice(0, 4).map(({ id }) => id)).toEqual([
    'first',
    'tea',
    'coffee',
    'm1',
  ]);
});

test('a topic says nothing that an article in its list says too', () => {
  const tell = (...summaries: string[]) =>
    findLead({ topic, articles: summaries.map((summary) => ({ data: { summary } })) });
  expect(tell('What tea is.', 'What to drink.')).toBeUndefined();
  expect(tell('What tea is.')).toBe('What to drink.');
});

test('a section of which there is nothing to read is not shown', () =>
  expect(contents.sections.map(({ section }) => section.id)).toEqual(['hot', 'cold']));

test('an article stands among those of its section, and the way goes on to the next one', () => {
  expect(placeOf('coffee')).toEqual({
    section: 'hot',
    number: 3,
    total: 123,
    ways: ['tea', 'm1'],
    beside: ['tea', 'coffee'],
    start: 2,
  });
  expect(placeOf('first')).toMatchObject({
    section: undefined,
    number: 1,
    ways: [undefined, 'tea'],
  });
});

test('of a long section those nearby are named', () => {
  const { beside, start, number } = placeOf('m60');
  expect(beside).toHaveLength(11);
  expect(beside).toContain('m60');
  expect([beside[0], start, number]).toEqual(['m55', 58, 63]);
});

test('what lists leave out has no number and no way on', () =>
  expect(placeOf('draft')).toMatchObject({
    number: undefined,
    ways: [undefined, undefined],
    section: 'hot',
  }));

test('lists with room name an article by its title where its short name was cut', () => {
  const title = 'How to warm the pot before the tea is in it';
  expect(
    ['Warm the pot', 'How to warm the pot before…', '…before the tea is in it'].map((short) =>
      toListed({ title, short }),
    ),
  ).toEqual(['Warm the pot', title, title]);
});
