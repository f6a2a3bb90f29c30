import { describe, expect, test } from 'vitest';
import type { Card } from '#search/card.ts';
import {
  mergeProbes,
  type Probe,
  QUERY_WEIGHTS,
  type Question,
  rankProfiles,
  TICKET_WEIGHTS,
  toProfile,
  toRarity,
  type Weights,
} from '#search/ranking.ts';
import { toPlain, toStems } from '#search/words.ts';

describe('rarity', () => {
  test('is greater the fewer pages have the word, and nearly nothing when all have it', () => {
    const rarities = [0, 1, 5, 19, 20].map((count) => toRarity(count, 20));
    expect(rarities).toEqual(rarities.toSorted((a, b) => b - a));
    expect(rarities.at(-1)).toBeCloseTo(0, 1);
  });
});

describe('pages', () => {
  const probe = (word: string, pages: Record<string, number>, trust = 1): Probe => ({
    word,
    meant: word,
    trust,
    hits: Object.entries(pages).map(([id, score]) => ({ id, score })),
  });
  const merge = (...probes: Probe[]) => mergeProbes(probes, 10, QUERY_WEIGHTS);
  const order = (...probes: Probe[]) => merge(...probes).map(({ id }) => id);

  test('with all words come before one with a single word', () => {
    expect(order(probe('tea', { leaf: 12, pot: 2 }), probe('pot', { pot: 2 }))).toEqual([
      'pot',
      'leaf',
    ]);
  });

  test('with a rare word come before those with a frequent one', () => {
    const all = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`page-${i}`, 2]));
    expect(order(probe('water', all), probe('limescale', { kettle: 2 }))[0]).toBe('kettle');
  });

  test('with a word that is sure come before those with one that is guessed', () => {
    expect(order(probe('tea', { guessed: 2 }, 0.5), probe('pot', { sure: 2 }))).toEqual([
      'sure',
      'guessed',
    ]);
  });

  test('tell which word found them', () => {
    const found = merge(probe('tea', { leaf: 4, pot: 2 }), probe('pot', { pot: 2 }));
    expect(found.map(({ found: words }) => words.map(({ probe: { word } }) => word))).toEqual([
      ['tea', 'pot'],
      ['tea'],
    ]);
  });

  test('are none when nothing is searched for or found', () => {
    expect(merge()).toEqual([]);
    expect(merge(probe('tea', {}))).toEqual([]);
  });
});

const same = (stem: string) => stem;
const phrases = (...texts: string[]) => texts.map((text) => toStems(text).join(' '));
const card = (title: string, rest: Partial<Card> = {}): Card => ({
  id: 'KB-1001',
  url: '/',
  title,
  summary: '',
  topic: '',
  topicTitle: '',
  kind: '',
  names: [toPlain(title)],
  errors: [],
  phrases: [],
  tables: {},
  criteria: [],
  ...rest,
});

describe('a profile', () => {
  test('has each phrase once, and counts the phrases that hold a concept', () => {
    const profile = toProfile(
      card('Hot tea', { summary: 'Tea, hot', phrases: phrases('buy a teapot', 'purchase tea') }),
      (stem) => (stem === 'purchas' ? 'bui' : stem),
    );
    expect(profile.phrases.map((phrase) => [...phrase].join(' '))).toEqual([
      'tea hot',
      'hot tea',
      'bui teapot',
      'bui tea',
    ]);
    expect(profile.counts.get('bui')).toBe(2);
    expect(profile.length).toBe(8);
  });

  test('has no empty phrase', () => expect(toProfile(card('It'), same).phrases).toEqual([]));
});

describe('the ranking', () => {
  const toQuestion = (text: string): Question => ({
    plain: toPlain(text),
    concepts: new Map(toStems(text).map((stem) => [stem, 1])),
  });
  const rank = (question: Question, cards: Card[], weights: Weights = QUERY_WEIGHTS) =>
    rankProfiles(
      cards.map((entry) => ({ profile: toProfile(entry, same), words: 1 })),
      question,
      weights,
    );
  const best = (question: Question, cards: Card[], weights?: Weights) => {
    const totals = rank(question, cards, weights).map(({ total }) => total);
    return cards[totals.indexOf(Math.max(...totals))]?.title;
  };
  const kettle = card('Kettle', {
    phrases: phrases('descale a kettle', 'white flakes swim in the cup'),
    errors: ['e04 lid not closed'],
  });
  const pot = card('Pot', { phrases: phrases('clean a clay pot', 'the spout drips') });
  const water = card('Water', { phrases: phrases('measure hardness', 'soap makes no foam') });

  test.each([
    ['a phrase that is like the query', 'why do white flakes swim in my cup', 'Kettle'],
    ['a phrase in other forms of the words', 'dripping spouts', 'Pot'],
    ['a name letter for letter', 'water', 'Water'],
    [
      'an error message within the text',
      'it shows E04: lid not closed! since the water boiled over',
      'Kettle',
    ],
    ['a text within an error message', 'lid not closed', 'Kettle'],
  ])('%s puts an article first', (_name, text, title) =>
    expect(best(toQuestion(text), [pot, water, kettle])).toBe(title),
  );

  test('tells which phrase is most alike', () => {
    const [, reasons] = rank(toQuestion('measuring hardness'), [pot, water]);
    expect(reasons?.closest).toBe(phrases('measure hardness')[0]);
    expect(rank(toQuestion('pot'), [pot])[0]?.closest).toBe('its name or error message');
  });

  test('of two articles alike in phrases takes what the index says', () => {
    const profile = toProfile(pot, same);
    const [low, high] = rankProfiles(
      [
        { profile, words: 0.4 },
        { profile, words: 1 },
      ],
      toQuestion('clay'),
      QUERY_WEIGHTS,
    );
    expect(low?.total).toBeLessThan(high?.total ?? 0);
  });

  test('gives a concept less weight that was guessed', () => {
    const question = toQuestion('descale spout');
    const guessed = {
      ...question,
      concepts: new Map([...question.concepts, [toStems('spout')[0] ?? '', 0.1]]),
    };
    const [before, after] = [question, guessed].map(
      (asked) => rank(asked, [pot, kettle])[0]?.likeness ?? 0,
    );
    expect(after).toBeLessThan(before ?? 0);
  });

  test('counts a criterion when little else is asked for', () => {
    const table = card('Comparison', { criteria: phrases('price of a filter') });
    const likeness = (text: string) =>
      rank(toQuestion(text), [table, water])[0]?.likeness ?? Number.NaN;
    expect(likeness('filter price')).toBeGreaterThan(0.8);
    expect(likeness('filter for soft bottled mountain spring lemonade')).toBe(0);
  });

  test('is of numbers, whatever is asked', () => {
    for (const text of ['', 'zzqxv', 'the', 'kettle kettle']) {
      for (const { total } of rank(toQuestion(text), [kettle, card('')], TICKET_WEIGHTS))
        expect(total).not.toBeNaN();
    }
  });
});
