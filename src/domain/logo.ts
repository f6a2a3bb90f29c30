/** The logo as others draw it into what is theirs. */
export interface Logo {
  viewBox: string;
  /** The elements of the drawing; what is `currentColor` in it takes the colour that stands around it. */
  content: string;
}

/** Reads `src/logo.svg`, which header, favicon and preview pictures all show. */
export function parseLogo(svg: string): Logo {
  const [, tag = '', content = ''] = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(svg) ?? [];
  const viewBox = /\sviewBox="([^"]+)"/.exec(tag)?.[1];
  if (viewBox === undefined)
    throw new Error(
      'src/logo.svg has no viewBox\n  Save it as an SVG with one, such as viewBox="0 0 16 16".',
    );
  return { viewBox, content: content.replace(/>\s+</g, '><').trim() };
}

/** The logo as a file of its own, in one colour for light and one for dark windows. */
export function toFavicon({ viewBox, content }: Logo, light: string, dark: string): string {
  const style = `svg{color:${light}}@media (prefers-color-scheme:dark){svg{color:${dark}}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><style>${style}</style>${content}</svg>`;
}
