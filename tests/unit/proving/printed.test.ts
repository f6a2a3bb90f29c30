import { expect, test } from 'vitest';
import { isPrinted, listUnprinted } from '#proving/printed.ts';

test('what is printed is compared letter for letter, but for spaces at the end of lines and empty lines at the end', () => {
  expect(isPrinted(['hot', 'tea', ''], 'hot  \r\ntea\n', [])).toBe(true);
  expect(isPrinted(['hot', 'tea'], 'hot\nTea\n', [])).toBe(false);
  expect(isPrinted(['hot', 'tea'], 'hot\ntea\nmilk\n', [])).toBe(false);
  expect(isPrinted(['a+b (c)'], 'a+b (c)', [])).toBe(true);
  expect(isPrinted(['a.b'], 'acb', [])).toBe(false);
  expect(isPrinted([], '', [])).toBe(true);
  expect(isPrinted([], 'hot', [])).toBe(false);
});

test('a gap stands for a part of a line or, alone, for any number of lines', () => {
  expect(isPrinted(['hot … tea'], 'hot green tea', [])).toBe(true);
  expect(isPrinted(['hot … tea'], 'hot\ntea', [])).toBe(false);
  expect(isPrinted(['hot', '…', 'tea'], 'hot\na\nb\ntea', [])).toBe(true);
  expect(isPrinted(['hot', '…', 'tea'], 'hot\ntea', [])).toBe(true);
  expect(isPrinted(['hot', '…', 'tea'], 'hot\na', [])).toBe(false);
});

test('what varies from run to run may differ, and nothing else', () => {
  const vary = ['\\b[0-9a-f]{12}\\b', '^\\d+ s'];
  expect(isPrinted(['4f1c2ab39d70 tea'], 'aaaaaaaaaaaa tea', vary)).toBe(true);
  expect(isPrinted(['4f1c2ab39d70 tea'], 'aaaaaaaaaaaa milk', vary)).toBe(false);
  expect(isPrinted(['3 s'], '27 s', vary)).toBe(true);
});

test('of what is only printed, each line must stand in a line of the output', () => {
  const output = 'line 9: 17 Killed  boil\nMem: 24106 226\n';
  expect(listUnprinted('Killed\nMem: 1 2', output, ['^Mem:.*'])).toEqual([]);
  expect(listUnprinted('Killed\nTerminated\nMem: 1 2', output, [])).toEqual([
    'Terminated',
    'Mem: 1 2',
  ]);
});
