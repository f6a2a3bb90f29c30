import type { Explanation } from './explanation.ts';

/** Problems of comparisons, choosers and state machines. */
export const tables = {
  'conflicting-facts': {
    meaning:
      'Two tables have the same row and the same column, by their ids or heads, and say different things of the same time and scope.',
    example: 'coffee: { value: { n: 90, unit: mg }, sources: [{ source: book }] }',
    remedy:
      'Correct the one that is wrong. If both are right, say in `scope` or `asOf` of the row for what each holds, or name what it compares in other words.',
  },
  'missing-cell': {
    meaning: 'A row of a comparison says nothing of one of its subjects.',
    example: "cells:\n  tea: { value: 'yes', sources: [{ source: book }] }\n- id: caffeine",
    remedy:
      'Add the cell. If nobody knows, write `{ unknown: why, sources: [the source that is silent] }`.',
  },
  'wrong-cell': {
    meaning: 'The value of a cell does not fit the kind of its row.',
    example: 'value: maybe',
    remedy: 'Write one that the message allows, or change the kind of the row.',
  },
  'wrong-options': {
    meaning: 'A row of choices has no options, or another row has some.',
    example: 'kind: choice\ncells:',
    remedy: 'List in `options` the values that the cells of a choice may take, and nowhere else.',
  },
  'mixed-units': {
    meaning: 'The figures of one row have different units, and readers could not compare them.',
    example: 'n: 95, unit: grams',
    remedy: 'Convert to one unit and keep the original figure in the note.',
  },
  'broken-rules': {
    meaning: 'A rule of a chooser can never win, or some answers lead to no rule.',
    example: 'when: { tired: very }, take: Water',
    remedy:
      'Move a rule up or change its conditions; end with one that always matches: `when: {}`.',
  },
  'too-many-answers': {
    meaning: 'A chooser has more ways to be answered than can be tried, or read.',
    example: '- { id: q19,',
    remedy: 'Make two choosers of it.',
  },
  'unconnected-state': {
    meaning: 'A state cannot be entered or left, or is final and left all the same.',
    example: 'transitions:\n  - { from: cold, to: hot, by: [fire] }',
    remedy: 'Add a transition, or mark the state with `final: true`.',
  },
  'taken-place': {
    meaning: 'Two states stand at the same place of the drawing.',
    example: 'final: true, column: 1, row: 1',
    remedy: 'Choose another column or row.',
  },
  'crowded-drawing': {
    meaning:
      'In a drawing of a state machine an arrow lies on another one or on the frame, runs through a state, leaves the page or has no room for its words, or the frame reaches over a state that is not in it. On a phone columns become rows.',
    example: 'frame: { label: drinkable, states: [hot, cold] }',
    remedy: 'Move states to other columns or rows until each arrow has a way of its own.',
  },
} satisfies Record<string, Explanation>;
