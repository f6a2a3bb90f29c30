import { describe, expect, test } from 'vitest';
import { FRAME, type Form, toDrawing } from '#domain/drawing/drawing.ts';
import { listFaults } from '#domain/drawing/faults.ts';
import { holds } from '#domain/drawing/geometry.ts';
import { type Machine, machineSchema } from '#schemas/machine.ts';
import { findMess, readMachine } from '../../../fixtures/drawing.ts';

const toMachine = (
  places: Record<string, [column: number, row: number]>,
  transitions: Machine['transitions'],
  frame?: Machine['frame'],
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
    frame,
  });

const kettle = toMachine(
  { cold: [1, 2], boiling: [2, 2], hot: [3, 2], sold: [4, 2] },
  [
    { from: 'cold', to: 'boiling', by: ['switch on'] },
    { from: 'boiling', to: 'cold', by: ['switch off', 'power cut'] },
    { from: 'boiling', to: 'hot', by: ['it boils', '`kettle off` by hand', 'steam'] },
    { from: 'cold', to: 'sold', by: ['a buyer'] },
    { from: 'boiling', to: 'sold', by: ['a buyer'] },
    { from: 'hot', to: 'sold', by: ['a thirsty buyer'] },
  ],
  { label: 'hot enough', states: ['cold', 'boiling', 'hot'] },
);
const circle = toMachine({ cold: [1, 1], boiling: [2, 1], hot: [3, 1], broken: [2, 2] }, [
  { from: 'cold', to: 'boiling', by: ['switch on'] },
  { from: 'boiling', to: 'cold', by: ['switch off'] },
  { from: 'boiling', to: 'hot', by: ['it boils'] },
  { from: 'hot', to: 'cold', by: ['time'] },
  { from: 'boiling', to: 'broken', by: ['a fall'] },
]);
const forms: Form[] = ['wide', 'narrow'];
const machines = {
  'a kettle': kettle,
  'a circle': circle,
  'the cup': readMachine('tests/fixtures/shelf/machines/cup.yaml'),
};
const all = Object.entries(machines).flatMap(([name, machine]) =>
  forms.map((form) => ({ name, form, machine, drawing: toDrawing(machine, form) })),
);

describe.each(all)('the $form drawing of $name', ({ form, machine, drawing }) => {
  const { states, frame, arrows } = drawing;

  test('has no slanted line, no words on something else, and nothing that an author must mend', () => {
    expect(findMess(drawing)).toEqual([]);
    expect(listFaults(drawing)).toEqual([]);
  });

  test('says at each arrow what leads along it', () => {
    for (const { from, to, by, words } of arrows)
      expect(
        words?.lines
          .flatMap(({ pieces }) => pieces.map(({ text }) => text))
          .join('')
          .replaceAll(' ', ''),
        `${from} to ${to}`,
      ).toBe(by.join('').replaceAll(/[` ]/g, ''));
  });

  test('has a frame around its states alone, and on a narrow page large letters', () => {
    const inside = states.filter((box) => frame && holds(frame, box)).map(({ id }) => id);
    expect(new Set(inside)).toEqual(new Set(machine.frame?.states));
    // Letters of 14 are 11.7 pixels high where a phone of 320 leaves 286.
    if (form === 'narrow') expect(drawing.width).toBeLessThanOrEqual(343);
  });
});

test('what leads from each framed state to the same one is one arrow, with all causes or the words of the frame', () => {
  const by = (machine: Machine) =>
    toDrawing(machine, 'wide')
      .arrows.filter(({ from }) => from === FRAME)
      .map((arrow) => arrow.by);
  expect(by(kettle)).toEqual([['a buyer', 'a thirsty buyer']]);
  const frame = {
    label: 'hot enough',
    states: ['cold', 'boiling', 'hot'],
    by: ['somebody buys it'],
  };
  expect(by({ ...kettle, frame })).toEqual([['somebody buys it']]);
  const same = kettle.transitions.map((way) => ({ ...way, by: ['a buyer'] }));
  expect(by({ ...kettle, frame, transitions: same })).toEqual([['a buyer']]);
});

test('code is known from words, in broken lines too', () => {
  const arrow = toDrawing(kettle, 'narrow').arrows.find(({ to }) => to === 'hot');
  const pieces = arrow?.words?.lines.flatMap((line) => line.pieces);
  expect(
    pieces
      ?.filter(({ isCode }) => isCode)
      .map(({ text }) => text)
      .join(' '),
  ).toBe('kettle off');
});

test('on a narrow page columns become rows, and side states stand below their own', () => {
  const way = (from: string, to: string) => ({ from, to, by: ['time'] });
  const { states } = toDrawing(
    toMachine({ seed: [1, 2], root: [2, 1], plant: [2, 2], leaf: [2, 3], wood: [3, 2] }, [
      way('seed', 'plant'),
      way('plant', 'root'),
      way('plant', 'leaf'),
      way('plant', 'wood'),
    ]),
    'narrow',
  );
  const top = (label: string) => states.find(({ id }) => id === label)?.y ?? 0;
  const order = ['seed', 'plant', 'root', 'wood'];
  expect(order.toSorted((a, b) => top(a) - top(b))).toEqual(order);
  expect(top('root')).toBe(top('leaf'));
});

test.each<[string, Machine, string[]]>([
  [
    'two arrows on one line',
    toMachine({ hot: [1, 1], warm: [2, 1], cold: [3, 1], spilt: [1, 2] }, [
      { from: 'hot', to: 'warm', by: ['time'] },
      { from: 'warm', to: 'cold', by: ['time'] },
      { from: 'hot', to: 'cold', by: ['ice'] },
      { from: 'cold', to: 'hot', by: ['fire'] },
      { from: 'spilt', to: 'cold', by: ['a cloth'] },
      { from: 'spilt', to: 'warm', by: ['a cloth'] },
    ]),
    ['lies on the arrow from spilt to cold'],
  ],
  [
    'a state within a frame that is not its own',
    toMachine(
      { hot: [1, 1], spilt: [2, 1], cold: [3, 1] },
      [
        { from: 'hot', to: 'spilt', by: ['a shock'] },
        { from: 'hot', to: 'cold', by: ['time'] },
      ],
      { label: 'drinkable', states: ['hot', 'cold'] },
    ),
    ['reaches over spilt'],
  ],
])('finds %s', (_name, machine, faults) => {
  expect(listFaults(toDrawing(machine, 'wide')).map(({ fault }) => fault)).toEqual(faults);
});
