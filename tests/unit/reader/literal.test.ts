import { expect, test } from 'vitest';
import { parseLiteral } from '#reader/literal.ts';

const parse = (code: string) => parseLiteral(`<Term bars={${code}} />`, '<Term bars={'.length);

test.each([
  ['12', 12],
  [' -1.5e3 ', -1500],
  ['true', true],
  ['null', null],
  ["'it\\'s'", "it's"],
  ['[1, "two", [3],]', [1, 'two', [3]]],
  ["{ a: 1, 'b-c': [{}], 3: /* three */ 4 } // end\n", { a: 1, 'b-c': [{}], 3: 4 }],
])('%s is data', (code, data) => expect(parse(code)?.data).toEqual(data));

test.each([
  ['a name', 'tea'],
  ['a sum', '1 + 1'],
  ['a call', 'tea()'],
  ['a template', '`tea`'],
  ['a pattern', '/tea/'],
  ['a big integer', '1n'],
  ['what is negated and no number', '-"1"'],
  ['a spread list', '[...tea]'],
  ['a list with a hole', '[1, , 2]'],
  ['a spread mapping', '{ ...tea }'],
  ['a short field', '{ tea }'],
  ['a computed key', '{ ["tea"]: 1 }'],
  ['a method', '{ tea() {} }'],
  ['a getter', '{ get tea() { return 1; } }'],
  ['two values', '1, 2'],
  ['nothing', ''],
  ['what is not closed', '[1'],
])('%s is none', (_name, code) => expect(parse(code)).toBeUndefined());

test('tells where each value begins, and of a missing one where its mapping does', () => {
  const code = "[{ label: 'a', value: 1 }]";
  const at = (path: (string | number)[]) =>
    code.slice((parse(code)?.at(path) ?? 0) - '<Term bars={'.length);
  expect(at([])).toBe(code);
  expect(at([0, 'value'])).toBe('1 }]');
  expect(at([0, 'unit'])).toBe(code.slice(1));
});
