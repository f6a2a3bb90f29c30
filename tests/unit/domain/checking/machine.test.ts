import { describe, expect, test } from 'vitest';
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
      'a frame around an unknown state',
      (data: Machine) =>
        void Object.assign(data, { frame: { label: 'whole', states: ['cold', 'bold'] } }),
      'unknown-state',
    ],
    [
      'an unknown source',
      (data: Machine) => void Object.assign(data.states[0] ?? {}, { sources: [{ source: 'bok' }] }),
      'unknown-source',
    ],
  ])('%s is found', (_name, edit, code) => expect(check(edit)).toEqual([code]));
});
