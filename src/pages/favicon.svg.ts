import { parseColours, toHex } from '#domain/colour.ts';
import { parseLogo, toFavicon } from '#domain/logo.ts';
import logo from '#logo.svg?raw';
import tokens from '#styles/tokens.css?raw';

/** The logo for tabs and bookmarks, in the accent of the tokens. */
export function GET(): Response {
  const accent = parseColours(tokens).get('accent');
  if (accent === undefined) throw new Error('There is no accent in src/styles/tokens.css.');
  return new Response(toFavicon(parseLogo(logo), toHex(accent.light), toHex(accent.dark)), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
}
