import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policy } from '#domain/hosting/policy.ts';
import { themeHash, themeScript } from '#domain/theme.ts';

test('the policy lets the one inline script run, and no other', () => {
  const hash = `sha256-${createHash('sha256').update(themeScript).digest('base64')}`;
  expect(themeHash).toBe(hash);
  expect(policy.match(/'sha\d+-[^']+'/g)).toEqual([`'${hash}'`]);
});

test('the script that every page carries stays short', () =>
  expect(themeScript.length).toBeLessThanOrEqual(120));
