import { expect, test } from 'vitest';
import { askChecker, hasChecker, validate } from '../fixtures/markup.ts';
import { DIST } from '../site.ts';

test.skipIf(!hasChecker)(
  'the Nu HTML checker finds no error and no warning',
  () => expect(askChecker(DIST)).toEqual([]),
  60_000,
);

test('html-validate finds no error', async () => expect(await validate(DIST)).toEqual([]), 60_000);
