import { expect, test } from 'vitest';
import { policy, toCommonHeaders } from '#domain/hosting/policy.ts';
import { drinks } from '../../../fixtures/settings.ts';

test('the policy allows nothing by default, no inline code without its hash and no other origin', () => {
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
});

test('the header says all that the meta tag says, and forbids framing, which no tag can', () => {
  const header = toCommonHeaders(drinks)['Content-Security-Policy']?.split('; ');
  expect(header).toEqual(expect.arrayContaining(policy.split('; ')));
  expect(header).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('frame-ancestors');
});
