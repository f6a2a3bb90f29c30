import { describe, expect, test, vi } from 'vitest';
import { type Answer, Engine, type Options } from '#search/engine.ts';
import type { Library } from '#search/library.ts';
import { correct } from '#search/reading.ts';
import { makeLibrary } from '../../fixtures/library.ts';

const engine = new Engine(makeLibrary());
const find = (query: string, options?: Options) => engine.find(query, options);
const ids = ({ results }: Pick<Answer, 'results'>) => results.map(({ card }) => card.id);
const [TEA, COFFEE, KETTLE, WATER, ESPRESSO, TEAPOT] = [1041, 1042, 1043, 1044, 1045, 1046].map(
  (number) => `KB-${number}`,
);

describe('a query', () => {
  test.each([
    ['the words of a title', 'remove limescale', KETTLE],
    ['the words of a question', 'how fine must I grind coffee', COFFEE],
    ['other forms of the words', 'steeping teas', TEA],
    ['the words of a symptom', 'white flakes in the cup', KETTLE],
    ['an error message', 'E04: lid not closed properly', KETTLE],
    ['a part of an error message', 'pump failure', ESPRESSO],
  ])('of %s finds its article first', async (_name, query, id) =>
    expect(ids(await find(query))[0]).toBe(id),
  );

  test('tells which words each article has, and how many articles were found', async () => {
    const answer = await find('clay spout');
    expect(answer.results.map(({ words }) => words)).toEqual([['clay', 'spout']]);
    expect(answer.total).toBe(1);
  });

  test('marks no word of more than half of the articles, unless it has no rarer one', async () => {
    const found = async (query: string) =>
      (await find(query)).results.find(({ card }) => card.id === KETTLE);
    expect(await found('vinegar water')).toMatchObject({
      words: ['vinegar', 'water'],
      marks: ['vinegar'],
    });
    const [first] = (await find('water')).results;
    expect(first).toMatchObject({ words: ['water'], marks: ['water'] });
  });

  test('is like a phrase that says the same in another everyday word', async () => {
    const library = makeLibrary();
    const likeness = async () =>
      (await new Engine(library).find('purchase a clay teapot')).results.find(
        ({ card }) => card.id === TEAPOT,
      )?.reasons?.likeness;
    const alike = await likeness();
    const lexicon = await library.lexicon();
    vi.spyOn(library, 'lexicon').mockResolvedValue({ ...lexicon, synonyms: [] });
    expect(alike).toBeGreaterThan((await likeness()) ?? Number.NaN);
  });

  test('is ranked by numbers', async () => {
    for (const query of ['kb', 'tea', 'how fine is coffee', '1041', 'zzqxv tea']) {
      const { results, nearest } = await find(query);
      for (const { reasons } of [...results, ...nearest])
        expect(reasons?.total ?? 0, query).not.toBeNaN();
    }
  });

  test.each(['', '   ', '?!', 'a', 'what is it'])(
    'without words that carry meaning is no error: %j',
    async (query) => {
      expect(await find(query)).toMatchObject({ corrections: [], namings: [] });
    },
  );

  test('of stop words alone finds nothing', async () => {
    expect(await find('too')).toMatchObject({ total: 0, nearest: [], ignored: [] });
  });

  test('finds a word that no article has by its synonyms', async () => {
    const answer = await find('decalcify');
    expect(answer).toMatchObject({ corrections: [], ignored: [] });
    expect(ids(answer)[0]).toBe(KETTLE);
  });

  test('with characters that mean something elsewhere is text', async () => {
    for (const query of [
      '"tea"',
      '.*',
      '\\',
      '$& tea',
      '(tea',
      '<img src=x onerror=alert(1)>',
      'constructor __proto__',
    ])
      await expect(find(query), query).resolves.toBeDefined();
    expect(ids(await find('"green" (tea)!'))[0]).toBe(TEA);
  });
});

describe('an id', () => {
  test.each([
    'KB-1042',
    'kb-1042',
    'kb1042',
    'kb 1042',
    'KB_1042',
    '1042',
    '  KB-1042 ',
    'KB-1042).',
    'KB-1042#x',
    'https://help.example/k/1042/#x',
  ])('written as %j comes first', async (query) => {
    const answer = await find(query);
    expect(ids(answer)).toEqual([COFFEE]);
    expect(answer.total).toBe(1);
    expect(answer.unknownId).toBeUndefined();
  });

  test.each(['KB-9999', 'kb 9999', 'kb9999'])('that no article has is named: %s', async (query) => {
    expect(await find(query)).toMatchObject({
      unknownId: 'KB-9999',
      results: [],
      total: 0,
      nearest: [],
    });
  });

  test('is none without its letters when no article has it', async () => {
    expect((await find('9999')).unknownId).toBeUndefined();
  });
});

describe('a slip', () => {
  test.each([
    ['two letters swapped', 'descale kettel', { from: 'kettel', to: ['kettle'] }, KETTLE],
    ['a letter left out', 'porclain teapot', { from: 'porclain', to: ['porcelain'] }, TEAPOT],
    [
      'two words written as one',
      'kettle neverwater',
      { from: 'neverwater', to: ['never', 'water'] },
      KETTLE,
    ],
  ])('of %s is mended and told', async (_name, query, correction, id) => {
    const answer = await find(query);
    expect(answer.corrections).toEqual([correction]);
    expect(answer.ignored).toEqual([]);
    expect(ids(answer)[0]).toBe(id);
  });

  test('stays when the words are taken exactly', async () => {
    const answer = await find('descale kettel', { exactly: true });
    expect(answer.corrections).toEqual([]);
    expect(answer.ignored).toEqual(['kettel']);
    expect(answer.results.flatMap(({ words }) => words)).not.toContain('kettle');
  });

  test('is none in a word that the articles have, even in another form', async () => {
    expect((await find('kettles grinding')).corrections).toEqual([]);
  });

  test('is mended in the query as it was typed', () => {
    const corrections = [
      { from: 'kettel', to: ['kettle'] },
      { from: 'hotwater', to: ['hot', 'water'] },
    ];
    expect(correct('My Kettel, kettels: “hotwater”', corrections)).toBe(
      'My kettle, kettels: “hot water”',
    );
    expect(correct('tea', [])).toBe('tea');
  });
});

describe('a word that no article has', () => {
  test('is ignored when enough others are known', async () => {
    const answer = await find('how fine must I grind coffee beans zzqxv today');
    expect(answer.ignored).toContain('zzqxv');
    expect(ids(answer)[0]).toBe(COFFEE);
  });

  test('leaves nothing when no other is known', async () => {
    expect(await find('zzqxv wwpfhh')).toMatchObject({
      results: [],
      total: 0,
      nearest: [],
      ignored: ['zzqxv', 'wwpfhh'],
    });
  });

  test('leaves what is nearest when too few others are known', async () => {
    const answer = await find('zzqxv wwpfhh qqjjx soap');
    expect(answer).toMatchObject({ results: [], total: 0 });
    expect(ids({ results: answer.nearest })).toContain(WATER);
    expect(answer.nearest.length).toBeLessThanOrEqual(3);
  });

  test('has nothing nearest when the others were found', async () =>
    expect((await find('soap foam')).nearest).toEqual([]));
});

describe('a name of the glossary', () => {
  test('that is the whole query gives the definition', async () => {
    expect((await find('limescale')).definition).toMatchObject({
      id: 'limescale',
      page: 'page-kettle',
    });
    expect((await find('What is hard water?')).definition?.id).toBe('hard-water');
  });

  test('is known when it is misspelt', async () => {
    const answer = await find('limescael');
    expect(answer.corrections).toEqual([{ from: 'limescael', to: ['limescale'] }]);
    expect(answer.definition?.id).toBe('limescale');
  });

  test('within a longer query is named and gives no definition', async () => {
    const answer = await find('remove limescale with vinegar');
    expect(answer.namings.map(({ id }) => id)).toEqual(['limescale']);
    expect(answer.definition).toBeUndefined();
  });

  test('of several words is one name', async () => {
    expect((await find('clean stovetop pot limescale')).namings.map(({ id }) => id)).toEqual([
      'stovetop-pot',
      'limescale',
    ]);
  });

  test('that is an alias is told, and finds what its term finds', async () => {
    const answer = await find('fine moka grind');
    expect(answer.namings).toMatchObject([
      { id: 'stovetop-pot', term: 'stovetop pot', alias: 'moka' },
    ]);
    expect(answer.results[0]?.words).toContain('stovetop');
  });

  test('is no alias when it is written in another form', async () => {
    const [naming] = (await find('fine mokas grind')).namings;
    expect(naming?.id).toBe('stovetop-pot');
    expect(naming).not.toHaveProperty('alias');
  });

  test('is no alias when it is the term', async () => {
    expect((await find('stovetop pot')).namings[0]).not.toHaveProperty('alias');
  });
});

describe('an unfinished last word', () => {
  test.each([
    ['kett', 'kettle'],
    ['test stri', 'strips'],
    ['coffe', 'coffee'],
  ])('finds its completion without the vocabulary: %s', async (query, word) => {
    const library = makeLibrary();
    const vocabulary = vi.spyOn(library, 'vocabulary');
    const answer = await new Engine(library).find(query);
    expect(answer.results[0]?.words).toContain(word);
    expect(answer).toMatchObject({ corrections: [], ignored: [] });
    expect(vocabulary).not.toHaveBeenCalled();
  });

  test('finds a completion that no text has, only what stands beside it', async () => {
    const answer = await find('white flak');
    expect(answer).toMatchObject({ corrections: [], ignored: [] });
    expect(answer.results[0]?.words).toContain('flakes');
  });

  test('that names a term gives its definition', async () => {
    expect((await find('limesc')).definition?.id).toBe('limescale');
  });

  test('is none when another follows', async () => {
    const answer = await find('flak kettle');
    expect(answer.results[0]?.words).not.toContain('flakes');
    expect(answer.ignored.length + answer.corrections.length).toBe(1);
  });
});

describe('a filter', () => {
  test('keeps the articles with its topic and kind', async () => {
    const topic = await find('water', { filter: { topic: 'beans' } });
    expect(ids(topic).toSorted()).toEqual([COFFEE, ESPRESSO]);
    expect(topic.total).toBe(2);
    expect(ids(await find('water', { filter: { topic: 'beans', kind: 'reference' } }))).toEqual([
      ESPRESSO,
    ]);
    expect(await find('water', { filter: { topic: 'beans', kind: 'concept' } })).toMatchObject({
      results: [],
      total: 0,
    });
  });

  test('that is empty counts and keeps all', async () => {
    const { total, counts } = await find('water', { filter: {} });
    expect(total).toBe(6);
    expect(counts?.topic).toEqual(
      new Map([
        ['beans', 2],
        ['leaves', 2],
        ['tools', 2],
      ]),
    );
    expect([...(counts?.kind.values() ?? [])].reduce((sum, count) => sum + count)).toBe(6);
  });

  test('is left out of its own count and applied to the other', async () => {
    const { counts } = await find('water', { filter: { topic: 'beans', kind: 'reference' } });
    expect(counts?.topic).toEqual(new Map([['beans', 1]]));
    expect(counts?.kind).toEqual(
      new Map([
        ['how-to', 1],
        ['reference', 1],
      ]),
    );
  });

  test('that is none loads and counts nothing', async () => {
    const library = makeLibrary();
    const facets = vi.spyOn(library, 'facets');
    expect((await new Engine(library).find('water')).counts).toBeUndefined();
    expect(facets).not.toHaveBeenCalled();
  });
});

const long =
  'tea steeps, coffee beans, a grinder, a loud kettel with limescale, hard or soft water, an espresso pump, a clay teapot';

describe('a query as long as a message', () => {
  test('is read like a ticket, and lists more than its suggestions', async () => {
    const answer = await find(long);
    expect(answer.corrections).toEqual([{ from: 'kettel', to: ['kettle'] }]);
    expect(answer.results.length).toBeGreaterThan(5);
  });

  test('may be filtered', async () => {
    const answer = await find(long, { filter: { topic: 'beans' } });
    expect(new Set(answer.results.map(({ card }) => card.topic))).toEqual(new Set(['beans']));
    expect(answer.counts?.topic.get('tools')).toBeGreaterThan(0);
  });

  test('may be taken exactly', async () => {
    const answer = await find(long, { exactly: true });
    expect(answer.corrections).toEqual([]);
    expect(answer.ignored).toEqual(['kettel']);
  });
});

describe('of many articles', () => {
  // Each article three times.
  const library = makeLibrary();
  const many = new Engine({
    ...library,
    search: async (text) =>
      (await library.search(text)).flatMap((hit) =>
        [1, 2, 3].map((copy) => ({ ...hit, id: `${hit.id}:${copy}` })),
      ),
    card: (page) => library.card(page.split(':')[0] ?? ''),
  });

  test.each([
    ['a single word', 'water', 4],
    ['some words', 'tea coffee kettle espresso teapot water', 10],
    ['a whole message', long, 10],
  ])('%s lists the best, and all when asked to', async (_name, query, most) => {
    const [some, all] = [await many.find(query), await many.find(query, { all: true })];
    expect(some.results).toHaveLength(most);
    expect(all.total).toBeGreaterThan(12);
    expect(all.results).toHaveLength(all.total);
    expect(some.total).toBe(all.total);
  });

  test('a ticket lists five', async () =>
    expect((await many.suggest(long)).results).toHaveLength(5));
});

describe('a ticket', () => {
  const core =
    'White flakes swim in the hard water of my kettle. Is my tea bitter because of them?';
  const suggest = (ticket: string) => engine.suggest(ticket);

  test('finds the article for what it says', async () => {
    expect(ids(await suggest(core))[0]).toBe(KETTLE);
    expect(
      ids(
        await suggest(
          'Hello, when I switch the machine on the pump hums but nothing flows. Thanks, Zoë',
        ),
      )[0],
    ).toBe(ESPRESSO);
  });

  test.each([
    ['a greeting', `Hi team,\n\n${core}`],
    ['a sign-off', `${core}\n\nMany thanks,\nPorcelain Clay`],
    ['a signature', `${core}\n-- \nTeapot Ltd, clay and porcelain`],
    [
      'quoted history',
      `${core}\n\nOn Mon, 5 Jan 2026 at 10:00, Teapot <pot@example.com> wrote:\n> the spout of the clay teapot drips`,
    ],
    [
      'all of it, on a machine of another kind',
      `Dear all,\r\n${core}\r\nCheers\r\n-- \r\nTeapot Ltd\r\n> the clay teapot drips`,
    ],
  ])('with %s gives the same suggestions as its core', async (_name, ticket) => {
    const [whole, bare] = [await suggest(ticket), await suggest(core)];
    expect(ids(bare).length).toBeGreaterThan(1);
    expect(ids(whole)).toEqual(ids(bare));
    expect(whole.results.map(({ reasons }) => reasons)).toEqual(
      bare.results.map(({ reasons }) => reasons),
    );
  });

  test('puts an article first whose id it names', async () => {
    expect(ids(await suggest(core))[0]).not.toBe(TEAPOT);
    for (const id of ['KB-1046', 'kb1046', 'kb 1046', 'Kb_1046']) {
      const found = ids(await suggest(`${core} I have read ${id}.`));
      expect(found.slice(0, 2), id).toEqual([TEAPOT, KETTLE]);
      expect(new Set(found).size).toBe(found.length);
    }
  });

  test('may name several ids, one of them in its history, and unknown ones', async () => {
    const found = ids(
      await suggest(
        `${core} KB-1046 and KB-9999 did not help, nor KB-1046 again.\n\n> see KB-1042`,
      ),
    );
    expect(found.slice(0, 3)).toEqual([TEAPOT, KETTLE, COFFEE]);
  });

  test('takes no plain number for an id', async () =>
    expect(ids(await suggest(`${core} My number is 1046.`))[0]).toBe(KETTLE));

  test('gets at most five suggestions', async () => {
    const answer = await suggest(
      'Is the hard water in the kettle to blame for my tea, coffee and espresso, or the teapot?',
    );
    expect(answer.results).toHaveLength(5);
    expect(answer.total).toBe(6);
  });

  test('goes by the error message that it quotes', async () => {
    const text = 'I grind coffee beans for the filter, the coffee is coarse and the water hot';
    expect(ids(await suggest(`${text}.`))[0]).toBe(COFFEE);
    expect(
      ids(await suggest(`${text}, but now it says "Pump failure: no pressure". Coffee beans?`))[0],
    ).toBe(ESPRESSO);
  });

  test('that quotes a message of an older one is told of it behind the best', async () => {
    const known = { id: 'pump', page: 'page-espresso', wordings: ['pump failure: no pressure'] };
    const informed = new Engine(makeLibrary([known]));
    const older = '> it says "Pump failure: no pressure"';
    const ticket = `${core}\n\nOn Mon, 5 Jan 2026 at 10:00, Jo <jo@example.com> wrote:\n${older}`;
    expect(ids(await informed.suggest(ticket)).slice(0, 2)).toEqual([KETTLE, ESPRESSO]);
    expect((await informed.suggest(ticket)).leftOut).toEqual(['headers', 'quoted']);
    expect(ids(await informed.suggest(`Any news?\n\n${older}`))[0]).toBe(ESPRESSO);
  });

  test('is looked up as a whole when that is asked for', async () => {
    const ticket = `${core}\n\n> the spout of the clay teapot drips, the porcelain one does not`;
    const [some, whole] = [await suggest(ticket), await engine.suggest(ticket, { whole: true })];
    expect(some.leftOut).toEqual(['quoted']);
    expect(whole.leftOut).toEqual([]);
    const words = (answer: Answer) => answer.results.flatMap((result) => result.words);
    expect(words(some)).not.toContain('spout');
    expect(words(whole)).toContain('spout');
  });

  test('in the words of another language above a quoted one goes by the quoted', async () => {
    const ticket = `Bitte unbedingt heute noch übernehmen.\n\n> ${core}`;
    expect(ids(await suggest(ticket))[0]).toBe(KETTLE);
  });

  test('with thousands of unknown words has none of them mended', async () => {
    const unknown = Array.from({ length: 9000 }, (_, i) => `kettl${i.toString(36)}x`).join(' ');
    const answer = await suggest(`${unknown} kettel`);
    expect(answer.corrections).toEqual([]);
  });

  test('has its slips mended', async () => {
    const answer = await suggest('White flakse swim in my cup and the kettel gets loud');
    expect(answer.corrections.map(({ to }) => to.join(' '))).toEqual(['flakes', 'kettle']);
    expect(ids(answer)[0]).toBe(KETTLE);
  });

  test('may hold a name that is something like a word', async () => {
    expect((await find('descale jettle')).corrections).toEqual([
      { from: 'jettle', to: ['kettle'] },
    ]);
    expect(await suggest(`${core} Ask Jettle about it.`)).toMatchObject({
      corrections: [],
      ignored: expect.arrayContaining(['jettle']),
    });
  });

  test.each([
    'Hello!',
    'Hi',
    'Thanks, Zoë',
    '',
    '> old',
    'The invoice for my subscription went astray, please resend',
  ])('that asks for nothing here gets no suggestion: %j', async (ticket) =>
    expect(await suggest(ticket)).toMatchObject({ results: [], total: 0, nearest: [] }),
  );
});

describe('the sections of a result', () => {
  const sections = async (query: string) => {
    const [first] = (await find(query)).results;
    return first === undefined ? [] : engine.findSections(first);
  };

  test('are those with the words, at the address of the article', async () => {
    const [first] = await sections('strip hardness');
    expect(first?.title).toBe('Test strips');
    expect(first?.url).toMatch(/\/articles\/water\/#test-strips$/);
    expect(first?.passage.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
      'strip',
      'hardness',
    ]);
  });

  test('are marked where a completed and a corrected word stand', async () => {
    for (const query of ['vinegar limesc', 'vinegr kettle']) {
      const marked = (await sections(query)).flatMap(({ passage }) =>
        passage.filter((part) => part.marked).map(({ text }) => text),
      );
      expect(marked, query).toContain('vinegar');
    }
  });

  test('are none for an article that was asked for by its id', async () =>
    expect(await sections('KB-1042')).toEqual([]));
});

describe('a load that failed', () => {
  const failing = (part: Exclude<keyof Library, 'idPrefix'>) => {
    const library = makeLibrary();
    vi.spyOn(library, part).mockRejectedValueOnce(new Error('offline'));
    return new Engine(library);
  };

  test.each(['search', 'card', 'lexicon', 'vocabulary', 'facets'] as const)(
    'is tried again at the next call: %s',
    async (part) => {
      const broken = failing(part);
      const ask = () => broken.find('descale kettel', { filter: {} });
      await expect(ask()).rejects.toThrow('offline');
      expect(ids(await ask())[0]).toBe(KETTLE);
    },
  );

  test.each(['search', 'card', 'lexicon', 'vocabulary'] as const)(
    'is tried again for the next ticket: %s',
    async (part) => {
      const broken = failing(part);
      const ask = () => broken.suggest('white flakes swim in the kettle');
      await expect(ask()).rejects.toThrow('offline');
      expect(ids(await ask())[0]).toBe(KETTLE);
    },
  );
});

test('what was loaded is not loaded again', async () => {
  const library = makeLibrary();
  const [search, card, lexicon] = [
    vi.spyOn(library, 'search'),
    vi.spyOn(library, 'card'),
    vi.spyOn(library, 'lexicon'),
  ];
  const own = new Engine(library);
  const count = () => [search, card, lexicon].map(({ mock }) => mock.calls.length);
  await own.find('descale kettle');
  const before = count();
  await own.find('kettle descale');
  expect(count()).toEqual(before);
});

describe('a doubtful answer', () => {
  test('names the subject that no article covers, and shows what is nearest', async () => {
    const { doubt, results } = await find('hot water in the wine glass');
    expect(doubt).toEqual({ subjects: ['Wine'] });
    expect(results).not.toEqual([]);
    const ticket = await engine.suggest(
      'Hello, how hot must the water for my Riesling and the sourdough be? Thanks',
    );
    expect(ticket.doubt?.subjects.toSorted()).toEqual(['Bread', 'Wine']);
    // An id that no article has answers nothing.
    const { doubt: other } = await engine.suggest('KB-9999 says how hot the water for Riesling is');
    expect(other).toEqual({ subjects: ['Wine'] });
  });

  test('is one that is unlike all phrases', async () => {
    expect((await find('does hot coffee and a purchase help evenly')).doubt).toEqual({
      subjects: [],
    });
  });

  test.each([
    ['like a phrase', 'white flakes in the cup'],
    ['about a name that its article speaks of', 'how do I descale a kettle'],
    ['about an article by its id', 'KB-1041'],
    ['about what the glossary explains', 'teapot'],
  ])('is none %s', async (_name, query) => expect((await find(query)).doubt).toBeUndefined());

  test('is none among those that a filter leaves', async () => {
    expect((await find('hot water in the wine glass', { filter: { topic: 'tools' } })).doubt).toBe(
      undefined,
    );
  });
});

describe('the first result answers', () => {
  test.each([
    ['a question', 'how do I descale a kettle'],
    ['a misspelt one', 'how do I descale a kettel'],
    ['a symptom', 'white flakes in the cup'],
    ['a term', 'hard water'],
    ['an id', 'KB-1042'],
    [
      'a long text',
      'Hello, white flakes swim in my cup and the kettle gets loud, how do I descale it?',
    ],
  ])('%s', async (_name, query) => expect((await find(query)).answers).toBe(true));

  test.each([
    ['a subject that no article covers', 'hot water in the wine glass'],
    ['what no article is like', 'does hot coffee and a purchase help evenly'],
    ['a query of which only something near was found', 'zzqxv wwpfhh qqjjx soap'],
    ['a query of which nothing was found', 'zzqxv wwpfhh'],
    ['common words', 'what is it'],
    ['an id that no article has', 'KB-9999'],
  ])('and not %s', async (_name, query) => expect((await find(query)).answers).toBe(false));

  test.each([
    'how fine must I grind coffee beans at nine bar pressure',
    'Hello, how fine must I grind my coffee beans today for the filter? It runs over with a fine grind, and the espresso machine has nine bar of pressure.',
  ])('when a filter keeps it, and not when the filter leaves others: %s', async (query) => {
    expect(ids(await find(query))[0]).toBe(COFFEE);
    const kept = await find(query, { filter: { kind: 'how-to' } });
    expect(ids(kept)[0]).toBe(COFFEE);
    expect(kept.answers).toBe(true);
    const left = await find(query, { filter: { kind: 'reference' } });
    expect(ids(left)[0]).toBe(ESPRESSO);
    expect(left.answers).toBe(false);
  });

  test('a ticket, unless it is doubtful or nothing was found', async () => {
    expect((await engine.suggest('white flakes swim in my cup')).answers).toBe(true);
    expect((await engine.suggest('as KB-1042 says')).answers).toBe(true);
    expect((await engine.suggest('a sourdough and Riesling with hot water')).answers).toBe(false);
    expect((await engine.suggest('zzqxv wwpfhh')).answers).toBe(false);
  });
});
