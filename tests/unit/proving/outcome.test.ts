import { expect, test } from 'vitest';
import type { Case, ShellBlock } from '#domain/proof.ts';
import { findFaults, STEP } from '#proving/outcome.ts';
import { proofsSchema } from '#schemas/proof.ts';

const toBlock = (language: string, text: string): ShellBlock => ({
  ...{ file: 'content/articles/tea.mdx', line: 9, language, text },
  ...{ proof: 'boil', unproven: undefined },
});
const toCase = (proof: object, ...blocks: ShellBlock[]): Case => ({
  slug: 'tea',
  name: 'tea#boil',
  proof: proofsSchema.parse({ proofs: [{ id: 'boil', ...proof }] }).proofs[0] as Case['proof'],
  blocks,
  files: new Map(),
  messages: [],
});
const right = { exit: 0, output: 'pour\nhot\n', after: undefined };

test('a case holds when the code, the output and what is true afterwards are right', () => {
  expect(findFaults(toCase({ output: ['^hot$'] }), right)).toEqual([]);
});

test('everything that is wrong is told at once', () => {
  const outcome = { exit: 3, output: 'hotter', after: '+ test -e cup\n' };
  expect(findFaults(toCase({ output: ['^hot$'] }), outcome)).toEqual([
    'ended with 3 instead of 0',
    'the output has nothing like ^hot$',
    'afterwards something is not true:\n+ test -e cup',
  ]);
});

test('a code that is expected is right, and no other; any code is, where that is said', () => {
  expect(findFaults(toCase({ exit: 125 }), { ...right, exit: 125 })).toEqual([]);
  expect(findFaults(toCase({ exit: 125 }), right)).toEqual(['ended with 0 instead of 125']);
  expect(findFaults(toCase({ exit: 'any' }), { ...right, exit: 7 })).toEqual([]);
});

test('commands whose beginning fails have not been run', () => {
  const outcome = { exit: undefined, output: 'no kettle', after: undefined };
  expect(findFaults(toCase({}), outcome)).toEqual(['what must exist before could not be made']);
});

test('each command of a session must print what the page prints below it', () => {
  const each = toCase({}, toBlock('sh', '$ boil\nhot\n$ pour\ntea'));
  const print = (...outputs: string[]) => outputs.map((text) => `${STEP}${text}`).join('');
  expect(findFaults(each, { ...right, output: print('hot\n', 'tea\n') })).toEqual([]);
  expect(findFaults(each, { ...right, output: print('hot\n', 'milk\n') })).toEqual([
    'line 9: the page does not print what this does: pour',
  ]);
  expect(findFaults(each, { ...right, output: print('hot\n') })).toHaveLength(1);
});

test('the lines of a text must be printed by the commands of the same proof', () => {
  const blocks = [toBlock('sh', 'pour'), toBlock('text', 'hot\ncold')];
  expect(findFaults(toCase({}, ...blocks), right)).toEqual([
    'line 9: nothing printed what the page does: cold',
  ]);
});
