import { describe, expect, test } from 'vitest';
import { type Drawing, listLines, toDrawing } from '#components/article/drawing.ts';
import { type Machine, machineSchema } from '#schemas/machine.ts';

const toMachine = (
  places: Record<string, [column: number, row: number]>,
  transitions: Machine['transitions'],
  frame?: string[],
): Machine =>
  machineSchema.parse({
    title: 'A kettle',
    article: 'tea',
    asOf: '2026-01',
    states: Object.entries(places).map(([id, [column, row]]) => ({
      ...{ id, label: id, meaning: id, keeps: 'all', column, row },
      sources: [{ source: 'book' }],
    })),
    transitions,
    ...(frame && { frame: { label: 'hot enough', states: frame } }),
  });

const kettle = toMachine(
  { cold: [1, 2], boiling: [2, 2], hot: [3, 2], dry: [2, 1], broken: [2, 3], sold: [4, 2] },
  [
    { from: 'cold', to: 'boiling', by: ['switch on'] },
    { from: 'boiling', to: 'cold', by: ['switch off', 'power cut'] },
    { from: 'boiling', to: 'hot', by: ['it boils', 'switch off', 'steam'] },
    { from: 'hot', to: 'boiling', by: ['switch on'] },
    { from: 'boiling', to: 'dry', by: ['all is steam'] },
    { from: 'dry', to: 'boiling', by: ['pour water in'] },
    { from: 'boiling', to: 'broken', by: ['a fall'] },
    { from: 'dry', to: 'hot', by: ['pour hot water in'] },
    { from: 'cold', to: 'sold', by: ['a buyer'] },
    { from: 'boiling', to: 'sold', by: ['a buyer'] },
    { from: 'hot', to: 'sold', by: ['a thirsty buyer'] },
  ],
  ['cold', 'boiling', 'hot'],
);

type Box = { x: number; y: number; width: number; height: number };
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const toSegments = ({ points }: Drawing['arrows'][number]): Box[] =>
  points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return {
      ...{ x: Math.min(x, fromX), y: Math.min(y, fromY) },
      ...{ width: Math.abs(x - fromX), height: Math.abs(y - fromY) },
    };
  });

describe('the drawing of a state machine', () => {
  const drawing = toDrawing(kettle);

  test('shows every cause, and once what leads from each framed state to the same one', () => {
    expect(drawing.arrows.map(({ from, to, by }) => `${from}>${to}: ${by.join(', ')}`)).toEqual(
      expect.arrayContaining(['cold>boiling: switch on', '>sold: a buyer, a thirsty buyer']),
    );
    expect(drawing.arrows).toHaveLength(kettle.transitions.length - 2);
  });

  test('has right angles only', () => {
    for (const segment of drawing.arrows.flatMap(toSegments))
      expect(Math.min(segment.width, segment.height)).toBe(0);
  });

  test.each([
    ['of the kettle', drawing],
    [
      'past one that stands between',
      toDrawing(
        toMachine({ cold: [1, 1], boiling: [2, 1], hot: [3, 1] }, [
          { from: 'cold', to: 'boiling', by: ['switch on'] },
          { from: 'boiling', to: 'hot', by: ['switch off'] },
          { from: 'hot', to: 'cold', by: ['time'] },
        ]),
      ),
    ],
  ])('leads no arrow through a state: %s', (_name, { states, arrows }) => {
    for (const arrow of arrows)
      for (const state of states)
        for (const segment of toSegments(arrow))
          expect(overlap(segment, state), `${arrow.from} to ${arrow.to}, ${state.id}`).toBe(false);
  });

  test('lays no words on a state, an arrow or other words', () => {
    for (const { words, from, to } of drawing.arrows) {
      const others = [
        ...drawing.states,
        ...drawing.arrows.flatMap(toSegments),
        ...drawing.arrows.map((arrow) => arrow.words).filter((other) => other !== words),
      ];
      expect(
        others.filter((other) => overlap(words, other)),
        `${from} to ${to}`,
      ).toEqual([]);
    }
  });

  test('draws the frame around its states and what happens among them, and all within its own size', () => {
    const { frame, states, arrows } = drawing;
    const holds = (outer: Box, inner: Box) =>
      inner.x >= outer.x &&
      inner.y >= outer.y &&
      inner.x + inner.width <= outer.x + outer.width &&
      inner.y + inner.height <= outer.y + outer.height;
    const held = states.filter((state) => frame !== undefined && holds(frame, state));
    expect(held.map(({ id }) => id)).toEqual(['cold', 'boiling', 'hot']);
    expect(
      [...states, ...arrows.map(({ words }) => words)].every((box) => holds(drawing, box)),
    ).toBe(true);
  });

  test('begins each line of words at the arrow beside which they stand', () => {
    const arrow = drawing.arrows.find(({ from, to }) => from === 'dry' && to === 'boiling');
    expect(arrow && listLines(arrow)).toMatchObject([{ text: 'pour water in', anchor: 'start' }]);
  });
});
