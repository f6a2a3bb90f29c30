import { expect, test } from 'vitest';
import { checkProofs } from '#domain/checking/proof.ts';
import { parseMeta, type ShellBlock } from '#domain/proof.ts';
import { proofsSchema } from '#schemas/proof.ts';

const at = (path: readonly PropertyKey[]) => ({
  file: 'content/proofs/tea.yaml',
  line: path.length,
});
const toBlock = (meta: string): ShellBlock => ({
  file: 'content/articles/tea.mdx',
  line: 9,
  language: 'sh',
  text: 'boil water\npour',
  ...parseMeta(meta),
});
const check = (proofs: object[], ...metas: string[]) =>
  checkProofs(
    [{ id: 'tea', data: proofsSchema.parse({ proofs }), at }],
    new Set(['tea']),
    new Set(['tea']),
    new Map([['tea', metas.map(toBlock)]]),
  );

test('a block that names its proof and one that says why it has none are right', () => {
  expect(check([{ id: 'boil' }], 'proof="boil"', 'unproven="needs a kettle"')).toEqual([]);
});

test('a block with neither, or with both, is told with what to do', () => {
  const [neither, both] = check([{ id: 'boil' }], 'proof="boil"', '', 'proof="boil" unproven="no"');
  expect(neither).toMatchObject({ code: 'unproven-block', line: 9 });
  expect(neither?.message).toContain('boil water');
  expect(neither?.hint).toContain('content/proofs/tea.yaml');
  expect(both).toMatchObject({ code: 'unproven-block' });
});

test('a misspelt proof is told with the nearest', () => {
  expect(check([{ id: 'boil' }], 'proof="boil"', 'proof="boill"')).toMatchObject([
    { code: 'unknown-proof', hint: 'Did you mean boil ?' },
  ]);
});

test('a proof that nothing names is told, unless it shows a fact', () => {
  expect(check([{ id: 'boil' }, { id: 'hot', fact: 'It is hot.', run: 'touch it' }])).toMatchObject(
    [{ code: 'unused-proof', file: 'content/proofs/tea.yaml' }],
  );
});

test('two proofs of one name, and a file without its article, are told', () => {
  expect(check([{ id: 'boil' }, { id: 'boil' }], 'proof="boil"')).toMatchObject([
    { code: 'used-twice' },
  ]);
  expect(
    checkProofs(
      [{ id: 'te', data: { proofs: [] }, at }],
      new Set(['te']),
      new Set(['tea']),
      new Map(),
    ),
  ).toMatchObject([{ code: 'unknown-article', hint: 'Did you mean tea ?' }]);
});

test('a site without proofs asks for none', () => {
  expect(checkProofs([], new Set(), new Set(['tea']), new Map([['tea', [toBlock('')]]]))).toEqual(
    [],
  );
});

test('a fact without commands, and an output that is no pattern, are refused', () => {
  expect(proofsSchema.safeParse({ proofs: [{ id: 'a', fact: 'It is hot.' }] }).success).toBe(false);
  expect(proofsSchema.safeParse({ proofs: [{ id: 'a', output: ['('] }] }).success).toBe(false);
});
