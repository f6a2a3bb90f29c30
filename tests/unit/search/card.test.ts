import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toLinks } from '#domain/site.ts';
import { articleSchema } from '#schemas/article.ts';
import { comparisonSchema } from '#schemas/comparison.ts';
import { termSchema } from '#schemas/glossary.ts';
import { toCard, toFields } from '#search/card.ts';

const comparison = comparisonSchema.parse(
  parse(readFileSync('tests/fixtures/content/comparisons/tea-vs-coffee.yaml', 'utf8')),
);
const article = articleSchema.parse({
  id: 'KB-1041',
  title: 'Tea-time: how long it steeps',
  short: 'Steeping times',
  summary: 'Green tea steeps two minutes.',
  answer: 'Two minutes.',
  topic: 'drinks',
  kind: 'how-to',
  questions: ['How long must tea steep?', 'What is it?'],
  symptoms: ['My cup is bitter', 'must the tea steep long'],
  errors: ['E04: "lid" not closed!'],
  searches: ['steeping times'],
  owner: 'Kitchen',
  published: '2026-01-01',
  updated: '2026-01-01',
  reviewed: '2026-01-01',
  reviewBy: '2027-01-01',
  status: 'published',
});
const term = termSchema.parse({
  id: 'steeping',
  term: 'Steeping',
  aliases: ['brew time', 'tea time'],
  definition: 'Waiting.',
});
const links = toLinks({ url: 'https://drinks.example', base: '/kb/' });
const card = toCard(
  'tea',
  article,
  ['what-is-a-cosy', 'steeping-times'],
  'Hot drinks',
  new Map([['tea-vs-coffee', comparison]]),
  links,
);

test('a card has what a result shows, and the address under the base path', () => {
  expect(card).toMatchObject({
    id: 'KB-1041',
    title: article.title,
    summary: article.summary,
    topic: 'drinks',
    topicTitle: 'Hot drinks',
    kind: 'how-to',
  });
  expect(card.url).toBe('/kb/articles/tea/');
});

test('its names are the slug, the title whole and up to the colon, each once and plain', () => {
  expect(card.names).toEqual(['tea', 'tea time how long it steeps', 'tea time']);
});

test('its error messages are plain', () => expect(card.errors).toEqual(['e04 lid not closed']));

test('its phrases are stems, each phrase once, and none is empty', () => {
  expect(card.phrases).toEqual([
    'long tea steep',
    'cup bitter',
    'tea steep long',
    'steep time',
    'cosi',
  ]);
  expect(
    toCard('tea', { ...article, symptoms: article.questions }, [], '', new Map(), links).phrases,
  ).toEqual(['long tea steep', 'steep time']);
});

test('its criteria are the rows of the comparisons that it is the home of', () => {
  const rows = comparison.groups.flatMap(({ criteria }) => criteria);
  expect(card.criteria).toHaveLength(rows.length);
  expect(card.criteria.length).toBeGreaterThan(1);
  expect(toCard('tea', article, [], '', new Map(), links).criteria).toEqual([]);
});

test('its tables are its comparisons by id', () => {
  expect(card.tables).toEqual({ 'tea-vs-coffee': comparison.title });
});

test('the index gets each field as words', () => {
  expect(toFields(article, card, [term])).toEqual({
    id: 'KB-1041',
    summary: article.summary,
    names: 'tea tea time how long it steeps tea time steeping brew time',
    questions: 'how long must tea steep what is it',
    symptoms: 'my cup is bitter must the tea steep long steeping times',
    errors: 'e04 lid not closed',
  });
});
