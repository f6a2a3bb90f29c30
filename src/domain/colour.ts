import type { themes } from './theme.ts';

type Theme = (typeof themes)[number];
type Rgb = [number, number, number];

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
  const [dark = 0, light = 0] = [one, other].map(toLuminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour as `#rrggbb`; what a screen cannot show is cut to what it can. */
export function toHex(colour: string): string {
  const gamma = (value: number) =>
    value > 0.0031308 ? 1.055 * value ** (1 / 2.4) - 0.055 : 12.92 * value;
  const digits = toLinear(colour).map((value) =>
    Math.round(gamma(value) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

function toLuminance(colour: string): number {
  const [r, g, b] = toLinear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// From Oklch over Oklab to linear sRGB, with Björn Ottosson's matrices.
function toLinear(colour: string): Rgb {
  const [, lightness, chroma, hue] =
    /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(colour)?.map(Number) ?? [];
  if (lightness === undefined || chroma === undefined || hue === undefined)
    throw new Error(`${colour} is not oklch(…% … …).`);
  const angle = (hue * Math.PI) / 180;
  const [l, a, b] = [lightness / 100, chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb: Rgb = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  return rgb.map((value) => Math.min(1, Math.max(0, value))) as Rgb;
}
