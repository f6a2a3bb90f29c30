import { type Color, clampRgb, converter, formatHex, parse, wcagContrast } from 'culori';
import type { themes } from './theme.ts';

type Theme = (typeof themes)[number];

const toRgb = converter('rgb');

/** A colour of `styles/tokens.css` in both themes, each as `oklch(…)`. */
export type Colour = { name: string } & Record<Theme, string>;

/** All custom properties of a stylesheet as it writes them, in order. */
export function parseTokens(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/^\s*--([a-z0-9-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** The tokens that are colours, by their name without `color-`. */
export function parseColours(css: string): Map<string, Colour> {
  const colours = [...parseTokens(css)].flatMap(([token, value]): [string, Colour][] => {
    const [, name] = /^color-(.+)$/.exec(token) ?? [];
    const [, light = value, dark = value] =
      /^light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)$/.exec(value) ?? [];
    return name === undefined ? [] : [[name, { name, light, dark }]];
  });
  return new Map(colours);
}

/** The contrast of two colours by WCAG, from 1 to 21. */
export function toContrast(one: string, other: string): number {
  return wcagContrast(toShown(one), toShown(other));
}

/** The colour as `#rrggbb`; what a screen cannot show is cut to what it can. */
export function toHex(colour: string): string {
  return formatHex(toShown(colour));
}

function toShown(colour: string): Color {
  const parsed = parse(colour);
  if (parsed === undefined) throw new Error(`${colour} is no colour of CSS.`);
  return clampRgb(toRgb(parsed));
}
