import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { create } from 'fontkitten';
import { openStore } from './store.ts';
import { toPng } from './png.ts';

const FONTS = ['DejaVuSansCondensed-Bold', 'DejaVuSerif', 'DejaVuSansMono'];

// What joins or varies the letters beside it
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Emoji_Modifier}]/u;

let ready: Promise<void> | undefined;

/** Makes PNG out of SVG, once for each picture: the next time it comes from the folder `cache`. */
export function openPainter(cache: string): {
  paint: (svg: string) => Promise<Uint8Array>;
  drawn: () => number;
  /** The letters of a text that no font can draw, each once: a picture shows boxes for them, or leaves them out. */
  listMissing: (text: string) => string[];
} {
  const { resolve } = createRequire(import.meta.url);
  const engine = readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'));
  const fontBuffers = FONTS.map((name) =>
    readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)),
  );
  const encoder = readFileSync(new URL('png.ts', import.meta.url));
  // Another engine, font or encoder makes another file.
  const tools = [engine, ...fontBuffers, encoder]
    .reduce((hash, bytes) => hash.update(bytes), createHash('sha256'))
    .digest('hex');
  const store = openStore(cache, tools);
  const draw = async (svg: string): Promise<Uint8Array> => {
    ready ??= initWasm(engine);
    await ready;
    const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'DejaVu Serif' } });
    const image = picture.render();
    try {
      return toPng(image.pixels, image.width, image.height);
    } finally {
      image.free();
      picture.free();
    }
  };
  let fonts: ReturnType<typeof create>[] | undefined;
  const listMissing = (text: string): string[] => {
    fonts ??= fontBuffers.map((bytes) => create(bytes));
    return [...new Set(text)].filter(
      (letter) =>
        !INVISIBLE.test(letter) &&
        !fonts?.some(
          (font) => !font.isCollection && font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
        ),
    );
  };
  return {
    paint: async (svg) => store.make(svg, '.png', () => draw(svg)),
    drawn: store.made,
    listMissing,
  };
}
