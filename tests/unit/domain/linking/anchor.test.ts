import { expect, test } from 'vitest';
import { toAnchor, toRowAnchor } from '#domain/linking/anchor.ts';

const RULE = /^[a-z][a-z0-9]*(--?[a-z0-9]+)*$/;

test.each([
  ['What is a pot?', 'what-is-a-pot'],
  ["Don't use the host's kernel", 'dont-use-the-hosts-kernel'],
  ['Don’t use the host’s kernel', 'dont-use-the-hosts-kernel'],
  ['C++, `kettle on` & friends', 'c-kettle-on-friends'],
  ['Straße nach Łódź', 'strasse-nach-lodz'],
  ['2026 and after', 'section-2026-and-after'],
  ['容器', 'rongqi'],
  ['one -- two — three', 'one-two-three'],
  ['  …  ', ''],
])('%s becomes #%s', (text, anchor) => {
  expect(toAnchor(text).toLowerCase()).toBe(anchor);
});

test('an anchor is at most 60 characters long and ends with a whole word', () => {
  const anchor = toAnchor(
    'What happens to the files in the writable layer when the container is removed?',
  );
  expect(anchor).toBe('what-happens-to-the-files-in-the-writable-layer-when-the');
  expect(anchor.length).toBeLessThanOrEqual(60);
  expect(toAnchor('x'.repeat(90))).toHaveLength(60);
});

test('every anchor follows the rule', () => {
  for (const text of ['A', 'a-', '-a', 'É', '50 ms?', 'a_b', '(x)'])
    expect(toAnchor(text)).toMatch(RULE);
  expect(toRowAnchor('tea-vs-coffee', 'caffeine')).toMatch(RULE);
});
