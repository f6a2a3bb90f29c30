import { expect, test } from 'vitest';
import { checkChooser } from '#domain/checking/chooser.ts';
import { choose } from '#domain/chooser.ts';
import { chooserSchema } from '#schemas/chooser.ts';

const rules = [
  { id: 'hot', when: { mood: 'cold' } },
  { id: 'strong', when: { mood: 'warm', hour: 'early' } },
  { id: 'else', when: {} },
];
const answer = (answers: Record<string, string>) => choose(rules, new Map(Object.entries(answers)));

test('the first rule that fits wins', () => {
  expect(answer({ mood: 'cold', hour: 'early' })?.rule?.id).toBe('hot');
  expect(answer({ mood: 'warm', hour: 'early' })?.rule?.id).toBe('strong');
  expect(answer({ mood: 'warm', hour: 'late' })?.rule?.id).toBe('else');
});

test('an earlier rule that is still open asks for what it needs', () => {
  expect(answer({})).toEqual({ ask: 'mood' });
  expect(answer({ hour: 'late' })).toEqual({ ask: 'mood' });
  expect(answer({ mood: 'warm' })).toEqual({ ask: 'hour' });
});

const chooser = chooserSchema.parse({
  title: 'What to drink',
  article: 'tea',
  questions: [
    {
      id: 'mood',
      question: 'How do you feel?',
      options: [
        { id: 'cold', label: 'Cold' },
        { id: 'warm', label: 'Warm' },
      ],
    },
    {
      id: 'hour',
      question: 'When?',
      options: [
        { id: 'early', label: 'Early' },
        { id: 'late', label: 'Late' },
      ],
    },
  ],
  rules: rules.map((rule) => ({
    ...rule,
    take: 'Tea',
    why: 'It helps.',
    rows: ['tea-vs-coffee#leaf'],
    articles: ['tea'],
  })),
});

function check(edit: (data: typeof chooser) => void): string[] {
  const data = structuredClone(chooser);
  edit(data);
  return checkChooser(
    { id: 'drinks', data, at: () => ({ file: 'drinks.yaml' }) },
    { articles: new Set(['tea']), rows: new Set(['tea-vs-coffee#leaf']) },
  ).map(({ code }) => code);
}

test('a right chooser has no problem', () => expect(check(() => {})).toEqual([]));
test.each([
  [
    'an unknown question',
    (data: typeof chooser) => void Object.assign(data.rules[0]?.when ?? {}, { weather: 'wet' }),
    'unknown-question',
  ],
  [
    'an unknown option',
    (data: typeof chooser) => void Object.assign(data.rules[0]?.when ?? {}, { mood: 'cool' }),
    'unknown-option',
  ],
  [
    'an unknown row',
    (data: typeof chooser) => void data.rules[0]?.rows.push('tea-vs-coffee#stem'),
    'unknown-criterion',
  ],
  [
    'an unknown article',
    (data: typeof chooser) => void data.rules[0]?.articles.push('milk'),
    'unknown-article',
  ],
  [
    'a rule that can never win',
    (data: typeof chooser) =>
      void data.rules.push({
        take: 'Milk',
        why: 'It is late.',
        rows: [],
        articles: [],
        id: 'late',
        when: { hour: 'late' },
      }),
    'broken-rules',
  ],
  ['no rule for the rest', (data: typeof chooser) => void data.rules.pop(), 'broken-rules'],
])('%s is found', (_name, edit, code) => expect(check(edit)).toEqual([code]));
