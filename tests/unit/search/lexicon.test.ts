import { describe, expect, test } from 'vitest';
import { formatLexicon, parseLexicon, toLanguage, toLexicon } from '#search/lexicon.ts';
import { toStem } from '#search/words.ts';
import { type Term, termSchema } from '#schemas/glossary.ts';

const term = (id: string, aliases: string[] = [], article?: string): Term =>
  termSchema.parse({ id, term: id.replace('-', ' '), aliases, definition: id, article });
const pages = new Map([
  ['tea', 'page-tea'],
  ['water', 'page-water'],
]);

describe('the lexicon', () => {
  const lexicon = toLexicon(
    pages,
    [
      term('hard-water', ['Hard Waters', 'calcareous water'], 'water'),
      term('milk', [], 'milk'),
      term('cup'),
    ],
    [{ id: 'boiling', words: ['boil', 'boils', 'cook'] }],
    [],
  );

  test('leaves out an id that is the words of its term, which is read all the same', () => {
    const odd = termSchema.parse({ id: 'odd', term: 'Tea & milk', definition: 'Both.' });
    const both = toLexicon(pages, [term('green-tea'), odd], [], []);
    expect(both.terms.map(({ id }) => id)).toEqual([undefined, 'odd']);
    expect([...toLanguage(both).names.values()].map(({ id }) => id)).toEqual(['green-tea', 'odd']);
  });

  test('counts the articles', () => expect(lexicon.articles).toBe(2));

  test('knows the page that explains a term best, if that is indexed', () => {
    expect(lexicon.terms.map(({ term, page }) => [term, page])).toEqual([
      ['hard water', 'page-water'],
      ['milk', undefined],
      ['cup', undefined],
    ]);
  });

  test('holds each stem of a group once', () =>
    expect(lexicon.synonyms).toEqual([['boil', 'cook']]));
});

test('the lexicon comes back as it was written, its terms by page', () => {
  const odd = termSchema.parse({ id: 'odd', term: 'Tea & milk', definition: 'Both.' });
  const lexicon = toLexicon(
    pages,
    [term('cup'), odd, term('hard-water', ['calcareous water', 'hard'], 'water')],
    [{ id: 'boiling', words: ['boil', 'cook'] }],
    [{ id: 'wine', subject: 'Wine', names: ['red wine', 'Merlot'] }],
  );
  expect(parseLexicon(formatLexicon(lexicon))).toEqual(lexicon);
  const empty = toLexicon(new Map(), [], [], []);
  expect(parseLexicon(formatLexicon(empty))).toEqual(empty);
});

describe('a name', () => {
  const lexicon = toLexicon(
    pages,
    [term('boiler', ['pot', 'hot pots']), term('pot', ['vessel'], 'tea')],
    [],
    [],
  );
  const { names } = toLanguage(lexicon);

  test('is found by the stems of its words', () =>
    expect(names.get('hot pot')).toMatchObject({ id: 'boiler', alias: 'hot pots' }));

  test('that is a term and an alias of another is the term', () => {
    expect(names.get('pot')).toEqual({ id: 'pot', term: 'pot', page: 'page-tea' });
  });

  test('that is an alias says so', () => {
    expect(names.get('vessel')).toEqual({
      id: 'pot',
      term: 'pot',
      page: 'page-tea',
      alias: 'vessel',
    });
  });

  test('of stop words alone is none', () => {
    expect(toLanguage(toLexicon(pages, [term('it')], [], [])).names.size).toBe(0);
  });
});

test('words that stand for one another are one concept, and every other stem is its own', () => {
  const { toConcept } = toLanguage(
    toLexicon(pages, [], [{ id: 'buying', words: ['buy', 'purchase'] }], []),
  );
  expect(toConcept(toStem('purchased'))).toBe(toConcept(toStem('buys')));
  expect(toConcept('sell')).toBe('sell');
});

test('a subject that no article covers is known by the stems of its names, unless a name is more than its words that carry meaning', () => {
  const { outside } = toLanguage(
    toLexicon(pages, [], [], [{ id: 'wine', subject: 'Wine', names: ['Red wines', 'the it'] }]),
  );
  expect([...outside]).toEqual([['red wine', 'Wine']]);
});
