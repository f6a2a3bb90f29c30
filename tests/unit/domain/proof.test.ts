import { expect, test } from 'vitest';
import { fillIn, findFaults } from '#domain/proof.ts';

const wanted = { exit: 0, output: ['^hot$'] };

test('a proof holds when the code, the output and what is true afterwards are right', () => {
  expect(findFaults(wanted, { exit: 0, output: 'pour\nhot\n', after: undefined })).toEqual([]);
});

test('everything that is wrong is told at once', () => {
  expect(findFaults(wanted, { exit: 3, output: 'hotter', after: '+ test -e cup' })).toEqual([
    'ended with 3 instead of 0',
    'the output has nothing like ^hot$',
    'afterwards something is not true:\n+ test -e cup',
  ]);
});

test('commands whose beginning fails have not been run', () => {
  expect(findFaults(wanted, { exit: undefined, output: 'no kettle', after: undefined })).toEqual([
    'what must exist before could not be made',
  ]);
});

test('a word that a reader replaces is replaced wherever it stands', () => {
  expect(fillIn('boil NAME; pour NAME', { NAME: 'water' })).toBe('boil water; pour water');
});
