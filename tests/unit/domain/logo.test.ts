import { expect, test } from 'vitest';
import { parseLogo, toFavicon } from '#domain/logo.ts';

const DRAWN =
  '<?xml version="1.0"?>\n<svg width="9" viewBox="0 0 4 4">\n  <path d="M0 0h4"/>\n</svg>\n';

test('a logo is what its file draws, without the white space between', () =>
  expect(parseLogo(DRAWN)).toEqual({ viewBox: '0 0 4 4', content: '<path d="M0 0h4"/>' }));

test('a file without a view box is told', () =>
  expect(() => parseLogo('<svg><path d="M0 0h4"/></svg>')).toThrow('src/logo.svg has no viewBox'));

test('the icon of the site is the logo in the colours of light and dark windows', () => {
  const icon = toFavicon(parseLogo(DRAWN), '#111111', '#eeeeee');
  expect(icon).toContain('viewBox="0 0 4 4"');
  expect(icon).toContain(
    'svg{color:#111111}@media (prefers-color-scheme:dark){svg{color:#eeeeee}}',
  );
  expect(icon).toContain('<path d="M0 0h4"/></svg>');
});
