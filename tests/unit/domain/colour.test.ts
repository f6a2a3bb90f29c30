import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseColours, parseTokens, toContrast, toHex } from '#domain/colour.ts';
import { themes } from '#domain/theme.ts';
import { edgePairs, textPairs } from '#pages/style/_samples.ts';

const black = 'oklch(0% 0 0)';
const white = 'oklch(100% 0 0)';

describe('a colour', () => {
  test.each([
    [white, '#ffffff'],
    [black, '#000000'],
    ['oklch(62.796% 0.25768 29.234)', '#ff0000'],
    ['oklch(86.644% 0.29483 142.495)', '#00ff00'],
    ['oklch(45.201% 0.31321 264.052)', '#0000ff'],
    ['oklch(59.987% 0 0)', '#808080'],
  ])('%s is %s', (colour, hex) => expect(toHex(colour)).toBe(hex));

  test('that is none is refused', () => expect(() => toHex('papre')).toThrow('is no colour'));
});

test('contrast is that of WCAG, whichever colour comes first', () => {
  expect(toContrast(white, black)).toBeCloseTo(21, 3);
  expect(toContrast(black, white)).toBeCloseTo(21, 3);
  expect(toContrast(white, 'oklch(59.987% 0 0)')).toBeCloseTo(3.95, 2);
});

test('a colour without light-dark() is the same in both themes', () => {
  const css = '@theme {\n  --color-paper: oklch(98% 0 0);\n  --text-body: 1rem;\n}';
  expect([...parseColours(css).values()]).toEqual([
    { name: 'paper', light: 'oklch(98% 0 0)', dark: 'oklch(98% 0 0)' },
  ]);
  expect(parseTokens(css).get('text-body')).toBe('1rem');
});

describe.each(themes)('in the %s theme', (theme) => {
  const colours = parseColours(readFileSync('src/styles/tokens.css', 'utf8'));
  const pick = (name: string) => colours.get(name)?.[theme] ?? name;

  test.each(textPairs)('text in %s on %s has a contrast of at least 7', (front, back) =>
    expect(toContrast(pick(front), pick(back))).toBeGreaterThanOrEqual(7),
  );

  test.each(edgePairs)('an edge in %s on %s has a contrast of at least 3', (front, back) =>
    expect(toContrast(pick(front), pick(back))).toBeGreaterThanOrEqual(3),
  );

  // Hairlines only part what space parts already; surfaces are told apart by what stands on them.
  test('every colour is measured', () => {
    const measured = new Set([...textPairs, ...edgePairs].flat());
    expect([...colours.keys()].filter((name) => !measured.has(name))).toEqual(['hairline']);
  });
});
