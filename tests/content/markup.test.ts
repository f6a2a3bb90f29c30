import { expect, test } from 'vitest';
import { askChecker, hasChecker, validate } from '../fixtures/markup.ts';

test.skipIf(!hasChecker)(
  'the Nu HTML checker finds no error and no warning',
  () => expect(askChecker('dist')).toEqual([]),
  60_000,
);

test(
  'html-validate finds no error',
  async () => expect(await validate('dist')).toEqual([]),
  60_000,
);
