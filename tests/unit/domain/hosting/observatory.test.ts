import { expect, test } from 'vitest';
import { toCommonHeaders } from '#domain/hosting/policy.ts';
import { drinks } from '../../../fixtures/settings.ts';

// The rules of Mozilla's HTTP Observatory for what a site's headers say, each with its points. A site starts with 100; more is given only to
// those who lost none of them. Rules on cookies, redirects to HTTPS and scripts of other origins are kept elsewhere: there are none of
// the first and the last (e2e/safety), and HTTPS is the affair of who runs the host.
const said: Record<string, string> = Object.fromEntries(
  Object.entries(toCommonHeaders(drinks)).map(([name, value]) => [name.toLowerCase(), value]),
);
const policy = new Map(
  (said['content-security-policy'] ?? '').split('; ').map((directive) => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values] as const;
  }),
);
const sources = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*'];
const BROAD = /^(\*|https?:|data:|'unsafe-inline'|'unsafe-eval'|http:\/\/.*)$/;
const age = Number(/^max-age=(\d+)/.exec(said['strict-transport-security'] ?? '')?.[1] ?? 0);

const rules: [rule: string, kept: boolean, lost: number, gained: number][] = [
  [
    'the policy names what scripts and objects may load, and allows nothing unsafe',
    !['script-src', 'object-src', 'style-src']
      .flatMap(sources)
      .some((source) => BROAD.test(source)),
    25,
    0,
  ],
  ['the policy allows nothing by default', String(policy.get('default-src')) === "'none'", 0, 10],
  [
    'the policy limits what <base> and forms may name',
    policy.has('base-uri') && policy.has('form-action'),
    0,
    0,
  ],
  ['HTTPS is kept for at least half a year', age >= 15_768_000, 20, 0],
  ['nobody may put a page into a frame', String(policy.get('frame-ancestors')) === "'none'", 20, 5],
  ['types are not guessed', said['x-content-type-options'] === 'nosniff', 5, 0],
  [
    'other sites learn no more than the origin',
    /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(
      said['referrer-policy'] ?? '',
    ),
    5,
    5,
  ],
  [
    'other sites cannot take files into their pages',
    /^same-(origin|site)$/.test(said['cross-origin-resource-policy'] ?? ''),
    0,
    10,
  ],
  ['no other site may read answers', said['access-control-allow-origin'] === undefined, 50, 0],
];

test.each(rules)('%s', (_rule, kept) => expect(kept).toBe(true));

test('an observatory gives the highest grade, A+, which asks for 100 points', () => {
  const base = rules.reduce((points, [, kept, lost]) => (kept ? points : points - lost), 100);
  const gained = rules.reduce((points, [, kept, , more]) => (kept ? points + more : points), 0);
  expect(base).toBe(100);
  expect(base + (base >= 90 ? gained : 0)).toBeGreaterThanOrEqual(100);
});
