import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { openStore } from './store.ts';
import { toPng } from './png.ts';

const FONTS = ['DejaVuSansCondensed-Bold', 'DejaVuSerif', 'DejaVuSansMono'];

let ready: Promise<void> | undefined;

/** Makes PNG out of SVG, once for each picture: the next time it comes from the folder `cache`. */
export function openPainter(cache: string): {
  paint: (svg: string) => Promise<Uint8Array>;
  drawn: () => number;
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
  return { paint: async (svg) => store.make(svg, '.png', () => draw(svg)), drawn: store.made };
}
