import { describe, expect, test } from 'vitest';
import { toDrawing } from '#components/article/drawing.ts';
import { checkMachine } from '#domain/checking/machine.ts';
import { type Machine, machineSchema } from '#schemas/machine.ts';

const state = (id: string, column: number, row: number, final = false) => ({
  id,
  label: id,
  meaning: id,
  keeps: 'all',
  column,
  row,
  final,
  sources: [{ source: 'book' }],
});
const machine = machineSchema.parse({
  title: 'A kettle',
  article: 'tea',
  asOf: '2026-01',
  states: [
    state('cold', 1, 1),
    state('boiling', 2, 1),
    state('hot', 3, 1),
    state('broken', 2, 2, true),
  ],
  transitions: [
    { from: 'cold', to: 'boiling', by: ['switch on'] },
    { from: 'boiling', to: 'hot', by: ['it boils', 'switch off'] },
    { from: 'boiling', to: 'cold', by: ['switch off'] },
    { from: 'hot', to: 'cold', by: ['time'] },
    { from: 'boiling', to: 'broken', by: ['no water'] },
  ],
});

describe('checks', () => {
  const check = (edit: (data: Machine) => void): string[] => {
    const data = structuredClone(machine);
    edit(data);
    return checkMachine(
      { id: 'kettle', data, at: () => ({ file: 'kettle.yaml' }) },
      { articles: new Set(['tea']), sources: new Set(['book']), today: '2026-12-01' },
    ).map(({ code }) => code);
  };

  test('a right machine has no problem', () => expect(check(() => {})).toEqual([]));
  test.each([
    [
      'an unknown state',
      (data: Machine) => void data.transitions.push({ from: 'cold', to: 'warm', by: ['time'] }),
      'unknown-state',
    ],
    [
      'a state that nothing leaves',
      (data: Machine) => void data.transitions.splice(3, 1),
      'unconnected-state',
    ],
    [
      'a state that nothing enters',
      (data: Machine) => void data.transitions.splice(4, 1),
      'unconnected-state',
    ],
    [
      'an end that is left',
      (data: Machine) => void data.transitions.push({ from: 'broken', to: 'cold', by: ['repair'] }),
      'unconnected-state',
    ],
    [
      'two states in one place',
      (data: Machine) => void Object.assign(data.states[2] ?? {}, { column: 2 }),
      'taken-place',
    ],
    [
      'an unknown source',
      (data: Machine) => void Object.assign(data.states[0] ?? {}, { sources: [{ source: 'bok' }] }),
      'unknown-source',
    ],
  ])('%s is found', (_name, edit, code) => expect(check(edit)).toEqual([code]));
});

describe('the drawing', () => {
  const { states, arrows, left, top, width, height } = toDrawing(machine);

  test('has every state inside and every transition with its words', () => {
    expect(states.map(({ id }) => id)).toEqual(['cold', 'boiling', 'hot', 'broken']);
    expect(
      states.every(({ x, y }) => x > left && x < left + width && y > top && y < top + height),
    ).toBe(true);
    expect(arrows.map(({ words }) => words.map(({ text }) => text))).toEqual(
      machine.transitions.map(({ by }) => by),
    );
  });

  test('keeps opposite arrows apart', () => {
    expect(arrows[0]?.path).not.toBe(arrows[2]?.path);
    expect(arrows[0]?.words[0]?.y).not.toBe(arrows[2]?.words[0]?.y);
  });

  test('moves words along their arrow where another line is in the way', () => {
    const crossed = machineSchema.parse({
      ...machine,
      states: [state('a', 1, 1), state('b', 3, 3), state('c', 3, 1), state('d', 1, 3)],
      transitions: [
        { from: 'a', to: 'b', by: ['something long that happens'] },
        { from: 'd', to: 'c', by: ['upwards'] },
      ],
    });
    const [first] = toDrawing(crossed).arrows;
    const alone = toDrawing({ ...crossed, transitions: crossed.transitions.slice(0, 1) }).arrows[0];
    expect(first?.path).toBe(alone?.path);
    expect(first?.words).not.toEqual(alone?.words);
  });

  test('bends an arrow around a state that stands between', () => {
    const [, , , , controlY] = (arrows[3]?.path ?? '').split(/[MQ ]/).map(Number);
    expect(Math.abs((controlY ?? 0) - (states[0]?.y ?? 0))).toBeGreaterThan(60);
  });
});
