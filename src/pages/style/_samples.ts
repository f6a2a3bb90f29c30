import { type Chooser, chooserSchema } from '#schemas/chooser.ts';
import { type Comparison, comparisonSchema } from '#schemas/comparison.ts';
import type { Term } from '#schemas/glossary.ts';
import type { Source } from '#schemas/source.ts';

const source = { source: 'sample-book', section: 'Chapter 2' };
const sources = [source];

const unread: Source = {
  id: 'sample',
  title: 'A sample',
  publisher: 'Nobody',
  checked: '2026-03',
  read: 'full',
};

/** The sources that the samples cite, from those that there are: one online, one in print only, one known second-hand. */
export function toSampleSources(all: readonly Source[]): Map<string, Source> {
  const book =
    all.find(({ url, read }) => url !== undefined && read !== 'second-hand') ?? all[0] ?? unread;
  return new Map([
    ['sample-book', book],
    ['sample-print', all.find(({ url }) => url === undefined) ?? book],
    ['sample-report', all.find(({ read }) => read === 'second-hand') ?? book],
  ]);
}

/** A table with every kind of row and every state of a cell. */
export const sampleComparison: Comparison = comparisonSchema.parse({
  title: 'Rows of every kind',
  question: 'What may stand in a cell?',
  article: 'sample',
  asOf: '2026-03',
  reviewBy: '2027-03',
  subjects: [
    { id: 'one', label: 'First subject', summary: 'The one that has everything.' },
    { id: 'other', label: 'Second subject', summary: 'The one that lacks something.' },
  ],
  verdicts: { one: ['All must be there', 'Nothing may be missing'], other: ['Less is enough'] },
  groups: [
    {
      id: 'states',
      label: 'States',
      criteria: [
        {
          id: 'yes-no',
          label: 'Yes and no',
          why: 'A sentence says why a reader asks.',
          kind: 'state',
          cells: {
            one: { value: 'yes', sources },
            other: { value: 'no', note: 'A note says what else to know.', sources },
          },
        },
        {
          id: 'partly-unknown',
          label: 'Partly and unknown',
          kind: 'state',
          cells: {
            one: {
              value: 'partial',
              note: 'On some systems.',
              sources: [...sources, { source: 'sample-book', section: 'Chapter 4' }],
            },
            other: { unknown: 'the book is silent', sources },
          },
        },
        {
          id: 'not-applicable',
          label: 'Not applicable and second-hand',
          kind: 'state',
          asOf: '2025-12',
          scope: 'one version',
          cells: {
            one: { notApplicable: 'it has no such part' },
            other: { value: 'yes', sources: [{ source: 'sample-report' }] },
          },
        },
      ],
    },
    {
      id: 'values',
      label: 'Values',
      criteria: [
        {
          id: 'choice',
          label: 'A choice and a text',
          kind: 'text',
          cells: {
            one: { value: 'A few words', sources },
            other: { value: 'A few other words', sources: [{ source: 'sample-print' }] },
          },
        },
        {
          id: 'figure',
          label: 'A figure',
          kind: 'quantity',
          better: 'lower',
          cells: {
            one: { value: { max: 125, unit: 'ms' }, sources },
            other: { text: 'Not measured', note: 'Nobody has published a figure.', sources },
          },
        },
        {
          id: 'range',
          label: 'About, and from to',
          kind: 'quantity',
          better: 'higher',
          cells: {
            one: { value: { n: 1200, unit: 'MiB', approx: true }, sources },
            other: { value: { from: 14.5, to: 25, unit: 'MiB' }, sources },
          },
        },
        {
          id: 'list',
          label: 'A list',
          kind: 'list',
          cells: {
            one: { value: ['An item', 'Another item'], sources },
            other: { value: [{ label: 'Parts', quantity: { n: 3, unit: 'parts' } }], sources },
          },
        },
      ],
    },
  ],
});

/** A form with two questions, whose rules end in three recommendations. */
export const sampleChooser: Chooser = chooserSchema.parse({
  title: 'Which sample fits you?',
  article: 'sample',
  questions: [
    {
      id: 'size',
      question: 'How large may it be?',
      help: 'A line of help stands here.',
      options: [
        { id: 'small', label: 'Small' },
        { id: 'large', label: 'Large' },
      ],
    },
    {
      id: 'colour',
      question: 'Must it have colours?',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
    },
  ],
  rules: [
    { id: 'small', when: { size: 'small' }, take: 'The small sample', why: 'It fits everywhere.' },
    {
      id: 'colours',
      when: { size: 'large', colour: 'yes' },
      take: 'The large sample with colours',
      why: 'It shows all of them.',
    },
    { id: 'rest', when: {}, take: 'The large sample', why: 'Nothing else was asked for.' },
  ],
});

/** A term with another name for it. */
export const sampleTerm: Term = {
  id: 'sample-term',
  term: 'sample term',
  aliases: ['example', 'specimen'],
  definition: 'A word that is explained in one sentence.',
};

/** Which text stands on which surface; checked to have a contrast of at least 7. */
export const textPairs = [
  ...['ink', 'quiet', 'accent', 'yes', 'partial', 'no'].flatMap((text) =>
    ['paper', 'sheet', 'accent-tint'].map((surface) => [text, surface] as const),
  ),
  ...['mark', 'role-host', 'role-kernel', 'role-engine', 'role-application'].map(
    (surface) => ['ink', surface] as const,
  ),
  // Filled buttons, and the bar that says what was copied.
  ['paper', 'accent'],
  ['paper', 'ink'],
] as const satisfies readonly (readonly [string, string])[];

/** Which line bounds what on which surface; checked to have a contrast of at least 3. */
export const edgePairs = [
  ...['edge', 'rule', 'accent', 'no', 'partial'].flatMap((edge) =>
    ['paper', 'sheet'].map((surface) => [edge, surface] as const),
  ),
  ...['role-host', 'role-kernel', 'role-engine', 'role-application'].map(
    (surface) => ['ink', surface] as const,
  ),
] as const satisfies readonly (readonly [string, string])[];

const four = ['first', 'second', 'third', 'fourth'];

/** The same with more subjects than stand in a line, for what is said of each above the table. */
export const wideComparison: Comparison = {
  ...sampleComparison,
  subjects: four.map((id) => ({ id, label: `The ${id}`, summary: `The ${id} of four.` })),
  verdicts: Object.fromEntries(four.map((id) => [id, [`The others are not the ${id}`]])),
};
