import { type Colour, parseColours, parseTokens } from '#domain/colour.ts';
import css from '#styles/tokens.css?raw';

/** The colours of the site by their names. */
export const colours = parseColours(css);

/** All tokens with their values. */
export const tokens = [...parseTokens(css)];

/** The colour of this name; an error when there is none. */
export function findColour(name: string): Colour {
  const colour = colours.get(name);
  if (colour === undefined) throw new Error(`styles/tokens.css has no --color-${name}.`);
  return colour;
}

/** A contrast as it is printed, never better than it is. */
export function toRatio(value: number): string {
  return (Math.floor(value * 100) / 100).toFixed(2);
}
