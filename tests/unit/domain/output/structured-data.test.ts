import { expect, test } from 'vitest';
import { toScriptJson } from '#domain/output/structured-data.ts';

test('no word in the data can end its element', () => {
  const data = { name: '</script><script>alert(1)</script> & "quotes" <!-- 🚀' };
  expect(toScriptJson(data)).not.toContain('<');
  expect(JSON.parse(toScriptJson(data))).toEqual(data);
});
