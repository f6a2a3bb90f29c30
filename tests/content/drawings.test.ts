import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toDrawing } from '#domain/drawing/drawing.ts';
import { findMess, readMachine } from '../fixtures/drawing.ts';

test.each(globSync('content/machines/*.yaml'))(
  'the drawings of %s have no words on lines, boxes or other words',
  (file) => {
    const machine = readMachine(file);
    expect(findMess(toDrawing(machine, 'wide'))).toEqual([]);
    expect(findMess(toDrawing(machine, 'narrow'))).toEqual([]);
  },
);
