import { parseColours } from '#domain/colour.ts';
import tokens from '#styles/tokens.css?raw';

/** The colour of the page in each theme, for the bar of the browser; read from the tokens once, not for every page. */
export const paper = parseColours(tokens).get('paper');
