import { describe, expect, test } from 'vitest';
import type { Anchor, Part } from '#search/passages.ts';
import { findSections, type Match, type Text, toOutline } from '#search/sections.ts';
import { toStem, toWords } from '#search/words.ts';

type Draft = { id: string; title: string; text: string; data?: { title: string } };

// A row has a title in its data alone.
function toText(drafts: readonly Draft[]): Text {
  const words = ['Hot', 'drinks'];
  const anchors: Anchor[] = [];
  for (const { id, title, text, data } of drafts) {
    const [element, own] = data === undefined ? ['h2', title] : ['tr', ''];
    anchors.push({ element, id, text: own, location: words.length, ...data });
    words.push(...`${title} ${text}`.trim().split(/\s+/));
  }
  return {
    url: '/articles/drinks/',
    tables: { drinks: 'Tea vs iced coffee' },
    content: words.join(' '),
    anchors,
  };
}

// The index finds longer words too, and knows where each stands.
const toMatch = ({ content }: Text, word: string, { meant = word, weight = 1 } = {}): Match => ({
  word,
  meant,
  weight,
  marked: true,
  places: content
    .split(' ')
    .flatMap((text, i) => (toWords(text).some((form) => form.startsWith(toStem(word))) ? [i] : [])),
});
const find = (drafts: readonly Draft[], ...words: string[]) => {
  const text = toText(drafts);
  return findIn(
    text,
    words.map((word) => toMatch(text, word)),
  );
};
const toConcept = (stem: string) => (stem === 'mug' ? 'cup' : stem);
const findIn = (text: Text, matches: readonly Match[]) =>
  findSections(
    toOutline(text, toConcept),
    new Map(matches.map(({ meant, weight }) => [toConcept(toStem(meant)), weight])),
    matches,
  );
const print = (passage: readonly Part[] = []) =>
  passage.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const marks = (passage: readonly Part[] = []) =>
  passage.flatMap(({ text, marked }) => (marked ? [text] : []));

const drinks: Draft[] = [
  { id: 'tea', title: 'Tea', text: 'Steep it for two minutes in a pot.' },
  { id: 'coffee', title: 'Coffee', text: 'Never boil it, says the pot. The pot knows.' },
  { id: 'cocoa', title: 'Cocoa', text: 'Stir milk and sugar.' },
];

describe('the sections', () => {
  test('are those that hold what was searched for, with their anchors', () => {
    expect(find(drinks, 'sugar')).toEqual([
      {
        title: 'Cocoa',
        name: 'Cocoa',
        url: '/articles/drinks/#cocoa',
        passage: [
          { text: 'Stir milk and ', marked: false, code: false },
          { text: 'sugar', marked: true, code: false },
          { text: '.', marked: false, code: false },
        ],
      },
    ]);
  });

  test('are none when nothing was found, or only above the first heading', () => {
    expect(find(drinks)).toEqual([]);
    expect(find(drinks, 'lemonade')).toEqual([]);
    expect(find(drinks, 'drinks')).toEqual([]);
  });

  test('with more of the words come first', () => {
    expect(find(drinks, 'pot', 'minutes').map(({ title }) => title)).toEqual(['Tea', 'Coffee']);
  });

  test('with the word more often come first', () => {
    expect(find(drinks, 'pot').map(({ title }) => title)).toEqual(['Coffee', 'Tea']);
  });

  test('with the word in their heading come first', () => {
    const drafts = [
      { id: 'pots', title: 'Pots', text: 'Tea brews in tea pots, and tea it is.' },
      { id: 'tea', title: 'Tea', text: 'Leaves.' },
    ];
    expect(find(drafts, 'tea')[0]?.title).toBe('Tea');
  });

  test('with nothing else in their heading come before those with a long one, and before messages', () => {
    const drafts = [
      { id: 'error--pot', title: 'pot', text: 'It is full.' },
      { id: 'all', title: 'Which kettle, pot and cup for which drink', text: 'Any.' },
      { id: 'pot', title: 'The pot', text: 'It is of clay.' },
    ];
    expect(find(drafts, 'pot').map(({ url }) => url.split('#')[1])).toEqual([
      'pot',
      'error--pot',
      'all',
    ]);
  });

  test('with all of the words come before one whose heading has some of them', () => {
    const drafts = [
      { id: 'hot', title: 'Hot', text: 'It burns.' },
      { id: 'tea', title: 'Hot or iced tea', text: 'Add lemon.' },
    ];
    expect(find(drafts, 'hot', 'lemon', 'tea')[0]?.title).toBe('Hot or iced tea');
  });

  test('that hold much less than the best are left out', () => {
    const words = ['tea', 'steep', 'two', 'minutes', 'pot'];
    expect(find(drinks, ...words).map(({ title }) => title)).toEqual(['Tea']);
  });

  test('with the word that weighs more come first', () => {
    const text = toText(drinks);
    const matches = [toMatch(text, 'milk', { weight: 1.5 }), toMatch(text, 'minutes')];
    expect(findIn(text, matches).map(({ title }) => title)).toEqual(['Cocoa', 'Tea']);
  });

  test('that say it in other words come with those that say it', () => {
    const drafts = [
      { id: 'cups', title: 'Cups', text: 'Of clay.' },
      { id: 'pots', title: 'Pots', text: 'Of iron.' },
    ];
    expect(find(drafts, 'mug').map(({ title }) => title)).toEqual(['Cups']);
  });

  test('with a word that few of them hold come first', () => {
    const drafts = ['a', 'b', 'c'].map((id) => ({ id, title: `Step ${id}`, text: 'boil milk' }));
    const rare = { id: 'd', title: 'Step d', text: 'some foam' };
    expect(find([...drafts, rare], 'milk', 'foam')[0]?.title).toBe('Step d');
  });

  test('that say little else come first', () => {
    const long = {
      id: 'a',
      title: 'A',
      text: `boil milk ${'and cool it in clean water '.repeat(9)}`,
    };
    expect(find([long, { id: 'b', title: 'B', text: 'boil milk' }], 'milk')[0]?.title).toBe('B');
  });

  test('are at most two messages, and four in all', () => {
    const drafts = ['error--a', 'error--b', 'error--c', 'd', 'e', 'f'].map((id) => ({
      id,
      title: id,
      text: 'milk',
    }));
    expect(find(drafts, 'milk').map(({ title }) => title)).toEqual([
      'error--a',
      'error--b',
      'd',
      'e',
    ]);
  });

  test('are at most four', () => {
    const drafts = [1, 2, 3, 4, 5].map((n) => ({ id: `s${n}`, title: `Part ${n}`, text: 'milk' }));
    expect(find(drafts, 'milk').map(({ title }) => title)).toEqual([
      'Part 1',
      'Part 2',
      'Part 3',
      'Part 4',
    ]);
  });

  test('may stand in any order in the data', () => {
    const text = toText(drinks);
    expect(
      findIn({ ...text, anchors: text.anchors.toReversed() }, [toMatch(text, 'sugar')]),
    ).toEqual(find(drinks, 'sugar'));
  });
});

describe('a row', () => {
  const row = (id: string, criterion: string, text: string): Draft => ({
    id: `drinks--${id}`,
    title: criterion,
    text,
    data: { title: criterion },
  });
  const rows = [
    { id: 'table', title: 'Side by side', text: 'What differs.' },
    row('price', 'Price per cup', 'Tea: little Iced coffee: more'),
    row('note', 'Serving', 'in a glass with lemon'),
  ];

  test('is titled by its criterion and its table', () => {
    expect(find(rows, 'price')[0]).toMatchObject({
      title: 'Price per cup: Tea vs iced coffee',
      name: 'Price per cup',
      url: '/articles/drinks/#drinks--price',
    });
  });

  test('without cells has a passage as any section', () => {
    expect(print(find(rows, 'lemon')[0]?.passage)).toBe('in a glass with [lemon]');
  });

  test('gives all of its cells, and not their beginnings, when its criterion is named in full', () => {
    const long = 'a very long sentence that goes on until nobody reads it any more';
    const cells = [`Tea: ${long}`, `Iced coffee: ${long} and then some`];
    const text = toText([
      row('price', 'Price per cup', cells.join('. ')),
      row('of', 'Of what', 'Tea: leaves'),
      row('it', 'Is it', 'Tea: leaves'),
    ]);
    const anchors: Anchor[] = [
      ...text.anchors,
      { element: 'tr', location: 2 },
      { element: 'th', location: 2 },
      { element: 'td', location: 5, text: 'Tea:' },
      { element: 'td', location: 19, text: 'Iced coffee:' },
    ];
    const cellsFor = (...words: string[]) =>
      findIn(
        { ...text, anchors },
        [...words, 'leaves'].map((word) => toMatch(text, word)),
      )
        .filter(({ cells: own }) => own !== undefined)
        .map(({ name, cells: own }) => `${name}: ${print(own)}`);
    expect(cellsFor('cup', 'price')[0]).toContain(`${long} · Iced coffee: ${long} and then some`);
    expect(cellsFor('price')).toEqual([]);
    // A name without a word that carries meaning is named by nobody.
    expect(cellsFor()).toEqual([]);
  });

  test('without a title in the data is no section', () => {
    const text = toText([
      ...drinks,
      { id: 'row', title: 'Lemon', text: 'sour', data: { title: '' } },
    ]);
    expect(findIn(text, [toMatch(text, 'sour')]).map(({ title }) => title)).toEqual(['Cocoa']);
  });
});

describe('a mark', () => {
  const mark = (text: string, word: string, meant = word) => {
    const data = toText([{ id: 'a', title: 'Heading', text }]);
    return findIn(data, [toMatch(data, word, { meant })])[0]?.passage;
  };

  test.each([
    ['the "tea", hot', 'tea', 'the "[tea]", hot'],
    ['(Teas!) and more', 'tea', '([Teas]!) and more'],
    ['a tea-pot; empty', 'tea', 'a [tea-pot]; empty'],
    ['`tea`', 'tea', '`[tea]`'],
    ['eau “thé”… café', 'thé', 'eau “[thé]”… café'],
  ])('in %s covers the word without its punctuation', (text, word, printed) =>
    expect(print(mark(text, word))).toBe(printed),
  );

  test('covers every form of the word', () => {
    expect(marks(mark('it boils, boiled and is boiling', 'boil'))).toEqual([
      'boils',
      'boiled',
      'boiling',
    ]);
  });

  test('leaves longer words that begin alike alone', () => {
    expect(marks(mark('a teapot for tea of the team', 'tea'))).toEqual(['tea']);
  });

  test('covers longer words when only their beginning was typed', () => {
    expect(marks(mark('two kettles and a kettledrum', 'kett', 'kettle'))).toEqual([
      'kettles',
      'kettledrum',
    ]);
  });
});
