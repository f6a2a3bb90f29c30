import { expect, test } from 'vitest';
import { Outline } from '#domain/linking/outline.ts';

const LONG = 'What to do when the kettle of the kitchen on the second floor is';
const read = (...lines: string[]) => {
  const outline = new Outline();
  for (const line of lines) {
    const [marks = '', ...words] = line.split(' ');
    outline.add(words.join(' '), marks.length);
  }
  return outline.headings;
};
const anchors = (...lines: string[]) => read(...lines).map(({ anchor }) => anchor);
const refused = (...lines: string[]) =>
  read(...lines).flatMap(({ text, same }) => (same === undefined ? [] : text));

test('of equal headings the first has the anchor of its words, the others that of their parent before it', () => {
  expect(
    anchors('## Linux', '### Install', '## Windows', '### Install', '## Mac', '### Install'),
  ).toEqual(['linux', 'install', 'windows', 'windows-install', 'mac', 'mac-install']);
  expect(anchors('## Install', '## Linux', '### *Install*!')).toEqual([
    'install',
    'linux',
    'linux-install',
  ]);
  expect(anchors('## A', '### Set up', '#### Check', '## B', '### Set up', '#### Check')).toEqual([
    'a',
    'set-up',
    'check',
    'b',
    'b-set-up',
    'b-set-up-check',
  ]);
});

test('no heading that is added below takes an anchor away', () => {
  const before = ['## Linux', '### Install', '## Windows', '### Install'];
  expect(anchors(...before, '### Remove', '## Mac', '### Install').slice(0, 4)).toEqual(
    anchors(...before),
  );
});

test('long headings that begin alike are told apart in the same way', () => {
  const [, one, , other] = read('## A', `### ${LONG} cold`, '## B', `### ${LONG} hot`);
  expect(other?.anchor).toBe(`b-${one?.anchor}`);
  expect(refused('## A', `### ${LONG} cold`, '## B', `### ${LONG} hot`)).toEqual([]);
});

test('long headings that begin alike below one heading are told apart by all of their words', () => {
  const lines = ['cold', 'hot', 'hot or cold'].map((end) => `## ${LONG} ${end}`);
  const [one, other, third] = anchors(...lines);
  expect(other).toBe(`${one}-floor-is-hot`);
  expect(third).toBe(`${one}-floor-is-hot-or-cold`);
  expect(refused(...lines)).toEqual([]);
});

test.each([
  [['## A', '### X', '### X']],
  [['## X', '## X']],
  [['## A', `### ${LONG} cold`, `### ${LONG} hot`, `### ${LONG} hot`]],
  [['## A', '### X', '## B', '### X', '### X']],
  [['## X', '### X']],
  [['## A', '### X', '## X']],
  [['## A', '### X', '## B', '### X', '### B X']],
])(
  'what a link could not tell apart, or what would move with a heading put before it, is refused: %j',
  (lines) => expect(refused(...lines)).toEqual([lines.at(-1)?.replace(/^#+ /, '')]),
);

test('all anchors of a text differ, whatever is accepted', () => {
  const words = ['A', 'B', 'A B', 'B A', 'A A'];
  for (let seed = 0; seed < 3000; seed++) {
    let state = seed * 7919 + 1;
    const next = (n: number) => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return Math.floor(state / 65536) % n;
    };
    const outline = new Outline();
    for (let i = 0; i < 8; i++) outline.add(words[next(5)] ?? '', 2 + next(3));
    const kept = outline.headings.filter(({ same }) => same === undefined);
    expect(new Set(kept.map(({ anchor }) => anchor)).size).toBe(kept.length);
  }
});
