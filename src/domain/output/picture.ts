import { parseColours, toHex } from '../colour.ts';
import type { Logo } from '../logo.ts';
import { PICTURE } from './preview.ts';
import { escapeXml } from './xml.ts';

/** The fonts that a picture is set in, by the names that they have in their files. */
const FONTS = { title: 'DejaVu Sans', text: 'DejaVu Serif', id: 'DejaVu Sans Mono' };
const MARGIN = 80;
const TITLE_LINES = 3;
const TITLE_SIZES = [76, 66, 56];
const TEXT_SIZE = 30;
// How wide a letter is, in parts of the size of its font, a little more than it needs.
const WIDTHS: readonly [letters: RegExp, width: number][] = [
  [/[ !'(),./:;I[\]`fijlrt|-]/, 0.4],
  [/[%@MWmw…]/, 1.03],
  [/[A-Z#&+<=>^~]/, 0.78],
  [/[\x20-\x7e]/, 0.64],
];
// What no letter font draws: a picture shows the words without it.
const PICTOGRAPHS =
  /(?![©®™])(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{200d}|\u{20e3}|\u{fe0f})/gu;

/** What a preview picture says. */
export interface PictureText {
  title: string;
  /** One or two sentences below the title; what does not fit is left out. */
  text: string;
  /** The id of the article, in the corner; left out of the picture of the site. */
  id?: string | undefined;
}

/** What all pictures of a site have in common. */
export interface PictureFrame {
  /** The name of the site, beside the logo. */
  siteName: string;
  logo: Logo;
  /** The text of `styles/tokens.css`, whose light theme pictures are drawn in. */
  tokens: string;
}

/** A preview picture as SVG: the logo, a title of at most three lines, a short text and an id, ink on paper. */
export function toPicture(
  { title, text, id }: PictureText,
  { siteName, logo, tokens }: PictureFrame,
): string {
  const { paper, ink, quiet, hairline, accent } = toColours(tokens);
  const { width, height } = PICTURE;
  const room = width - 2 * MARGIN;
  const plain = toDrawable(title);
  const size =
    TITLE_SIZES.find((candidate) => wrap(plain, room / candidate).length <= TITLE_LINES) ??
    TITLE_SIZES.at(-1) ??
    0;
  const titleLines = clamp(wrap(plain, room / size), TITLE_LINES);
  const leading = size * 1.16;
  const bottom = 190 + titleLines.length * leading;
  const textRoom = Math.floor((height - 40 - bottom - 20) / (TEXT_SIZE * 1.5));
  const textLines = clamp(wrap(toDrawable(text), (room - 36) / TEXT_SIZE), textRoom);
  const line = (content: string, attributes: Record<string, string | number>) =>
    `<text ${Object.entries(attributes)
      .map(([name, value]) => `${name}="${escapeXml(String(value))}"`)
      .join(' ')}>${escapeXml(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<rect width="${width}" height="12" fill="${accent}"/>`,
    `<svg x="${MARGIN}" y="66" width="56" height="56" viewBox="${logo.viewBox}" color="${accent}">${logo.content}</svg>`,
    // The picture of the site has the name as its title.
    line(title === siteName ? '' : toDrawable(siteName), {
      x: MARGIN + 74,
      y: 106,
      'font-family': FONTS.title,
      'font-weight': 700,
      'font-size': 34,
      fill: accent,
    }),
    ...(id === undefined
      ? []
      : [
          line(id, {
            x: width - MARGIN,
            y: 106,
            'text-anchor': 'end',
            'font-family': FONTS.id,
            'font-size': 34,
            fill: quiet,
          }),
        ]),
    `<rect x="${MARGIN}" y="144" width="${room}" height="2" fill="${hairline}"/>`,
    ...titleLines.map((content, i) =>
      line(content, {
        x: MARGIN,
        y: 190 + size * 0.8 + i * leading,
        'font-family': FONTS.title,
        'font-weight': 700,
        'font-size': size,
        fill: ink,
      }),
    ),
    `<rect x="${MARGIN}" y="${bottom + 20}" width="8" height="${textLines.length * TEXT_SIZE * 1.5}" fill="${accent}"/>`,
    ...textLines.map((content, i) =>
      line(content, {
        x: MARGIN + 36,
        y: bottom + 20 + TEXT_SIZE * (1.08 + i * 1.5),
        'font-family': FONTS.text,
        'font-size': TEXT_SIZE,
        fill: quiet,
      }),
    ),
    '</svg>',
  ].join('\n');
}

function toColours(tokens: string) {
  const colours = parseColours(tokens);
  const get = (name: string) => {
    const colour = colours.get(name);
    if (colour === undefined)
      throw new Error(`There is no colour ${name} in src/styles/tokens.css.`);
    return toHex(colour.light);
  };
  return {
    paper: get('paper'),
    ink: get('ink'),
    quiet: get('quiet'),
    hairline: get('hairline'),
    accent: get('accent'),
  };
}

/** Breaks text into lines of at most `room`, in parts of the size of the font; a word that is longer is broken itself. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').flatMap((whole) => breakWord(whole, room))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (measure(longer) <= room) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return current === '' ? lines : [...lines, current];
}

function breakWord(word: string, room: number): string[] {
  const pieces = [''];
  for (const letter of word) {
    const last = pieces.at(-1) ?? '';
    if (measure(last + letter) <= room) pieces[pieces.length - 1] = last + letter;
    else pieces.push(letter);
  }
  return pieces;
}

// The ellipsis takes the place of the last word, so that the line does not grow.
function clamp(lines: string[], max: number): string[] {
  if (lines.length <= max) return lines;
  const last = lines[max - 1] ?? '';
  const shorter = last.includes(' ') ? last.slice(0, last.lastIndexOf(' ')) : last.slice(0, -2);
  return [...lines.slice(0, max - 1), `${shorter.replace(/[,;:.]+$/, '')}…`];
}

function measure(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.8),
    0,
  );
}

function toDrawable(text: string): string {
  return text.replace(PICTOGRAPHS, '').replace(/\s+/g, ' ').trim();
}
