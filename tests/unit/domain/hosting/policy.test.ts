import { expect, test } from 'vitest';
import { policy, toCommonHeaders } from '#domain/hosting/policy.ts';
import { drinks } from '../../../fixtures/settings.ts';

test('the policy allows nothing by default, no inline code without its hash and no other origin', () => {
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
});

test('the header says the same as the meta tag, and forbids framing', () => {
  expect(toCommonHeaders(drinks)['Content-Security-Policy']).toBe(
    `${policy}; frame-ancestors 'none'`,
  );
});
