import { describe, expect, test } from 'vitest';
import { Engine } from '#search/engine.ts';
import {
  formatMessages,
  type KnownMessage,
  mayHold,
  parseMessages,
  recognise,
} from '#search/messages.ts';
import { makeLibrary } from '../../fixtures/library.ts';

const message = (id: string, page: string, ...wordings: string[]): KnownMessage => ({
  id,
  page,
  wordings,
});
const known = [
  message(
    'no-water',
    'page-remove-limescale',
    'kettle {name}: refusing to heat: no water above {level}',
  ),
  message(
    'heat',
    'page-remove-limescale',
    'refusing to heat: {reason}',
    'E17 dry boil protection at {place}',
  ),
  message('pump', 'page-espresso', 'pump {name} stalled: pressure {bar} too low'),
];
const ids = (text: string) => recognise(text, known).messages.map(({ id }) => id);

describe('a text', () => {
  test.each([
    ['of a message', 'kettle one: refusing to heat: no water above MIN', ['no-water']],
    [
      'of a log',
      '2026-11-28T09:00:01Z ERROR Kettle [7]: “kettle one: refusing to heat:\n no water above MIN” (code 17)',
      ['no-water'],
    ],
    ['of another version', 'what is e17 DRY BOIL protection at base?', ['heat']],
    ['of the end of a message', '… refusing to heat: no water above MIN (code 17)', ['no-water']],
    ['of a piece of a message', 'stalled: pressure', ['pump']],
    ['of the end of a message, by another', 'pot: refusing to heat: no water above', ['heat']],
    ['of another message', 'grinder: refusing to grind: no beans', []],
    ['of the words in another order', 'is no water above? it is refusing: to heat', []],
    ['of no message', 'how much water goes into a kettle', []],
  ])('%s holds its messages, the longest first', (_name, text, expected) =>
    expect(ids(text)).toEqual(expected),
  );

  test('of a piece that two share tells first of that which it is the larger part of', () => {
    const long = message('long', 'page-espresso', 'cannot steam: {reason}: refusing to heat: ask');
    expect(recognise('refusing to heat', [long, ...known.slice(1)]).messages).toMatchObject([
      { id: 'heat' },
      { id: 'long' },
    ]);
  });

  test('that looks like a message and is none that is known is told from a question', () => {
    expect(recognise('Error response from kettle: pressure too low in pump', known)).toMatchObject({
      messages: [],
      isUnknown: true,
      nearest: { id: 'pump' },
    });
    expect(recognise('fatal: the spoon bends', known)).toEqual({ messages: [], isUnknown: true });
    expect(recognise('why is the pressure of my pump too low', known).isUnknown).toBe(false);
    expect(recognise('which error comes when the pump stalls?', known).isUnknown).toBe(false);
  });

  test.each(['', 'tea', 'no water', 'limescale'])(
    'of a few letters is not looked through: %s',
    (text) => expect(mayHold(text)).toBe(false),
  );
});

describe('the engine', () => {
  const engine = new Engine(
    makeLibrary([message('lost', 'page-teapot', 'spout {n} lost its {part}')]),
  );

  test.each(['find', 'suggest'] as const)(
    'puts the article of a message first: %s',
    async (how) => {
      const { results, recognised } = await engine[how](
        'Hello, limescale in the kettle again? The display says: spout 3 lost its rim',
      );
      expect(recognised?.messages.map(({ id }) => id)).toEqual(['lost']);
      expect(results[0]?.candidate.id).toBe('page-teapot');
    },
  );

  test('asks for no messages when a word is looked up', async () => {
    expect((await engine.find('limescale')).recognised).toBeUndefined();
  });
});

test('messages come back as they were written', () => {
  const messages = [
    message('no-space', 'a', 'no space left on device', "exec: '{name}':  permission denied"),
    message('denied', 'a', '  denied'),
    message('busy', 'b', 'busy'),
  ];
  expect(parseMessages(formatMessages(messages))).toEqual(messages);
  expect(parseMessages(formatMessages([]))).toEqual([]);
});
