import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { AstroIntegration } from 'astro';
import { toPicture } from '../domain/picture.ts';
import { picturePath } from '../domain/preview.ts';
import { count } from '../domain/problem.ts';
import { readContent } from '../files/content.ts';
import { site } from '../site.ts';
import { toPng } from './png.ts';

const FONTS = ['DejaVuSansCondensed-Bold', 'DejaVuSerif', 'DejaVuSansMono'];

/** Draws the preview picture of each article and one for all other pages; what is drawn already is taken from the cache. */
export function pictures(): AstroIntegration {
  let root = '';
  let cache = '';
  return {
    name: 'pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        cache = join(fileURLToPath(config.cacheDir), 'previews');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { articles } = readContent(root, '9999-12-31');
        const published = [...articles.values()].filter(({ status }) => status !== 'draft');
        const texts = [
          { title: site.name, text: site.description },
          ...published.map(({ id, title, summary }) => ({ id, title, text: summary })),
        ];
        const painter = openPainter(cache);
        for (const text of texts) {
          const file = join(fileURLToPath(dir), picturePath('id' in text ? text.id : undefined));
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, await painter.paint(toPicture({ ...text, siteName: site.name })));
        }
        logger.info(`${count(texts.length, 'preview picture')}, ${painter.drawn()} of them drawn anew`);
      },
    },
  };
}

let ready: Promise<void> | undefined;

/** Makes PNG out of SVG, once for each picture: the next time it comes from the folder `cache`. */
export function openPainter(cache: string): { paint: (svg: string) => Promise<Uint8Array>; drawn: () => number } {
  const { resolve } = createRequire(import.meta.url);
  const engine = readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'));
  const fontBuffers = FONTS.map((name) => readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
  const encoder = readFileSync(new URL('png.ts', import.meta.url));
  // Another engine, font or encoder makes another file.
  const tools = [engine, ...fontBuffers, encoder].reduce((hash, bytes) => hash.update(bytes), createHash('sha256')).digest('hex');
  let drawn = 0;
  const draw = async (svg: string): Promise<Uint8Array> => {
    ready ??= initWasm(engine);
    await ready;
    const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'DejaVu Serif' } });
    const image = picture.render();
    drawn++;
    try {
      return toPng(image.pixels, image.width, image.height);
    } finally {
      image.free();
      picture.free();
    }
  };
  return {
    paint: async (svg) => {
      const file = join(cache, `${createHash('sha256').update(tools).update(svg).digest('hex')}.png`);
      if (existsSync(file)) return readFileSync(file);
      const png = await draw(svg);
      mkdirSync(cache, { recursive: true });
      // Another build may read the cache at the same time, and must not find half a picture.
      writeFileSync(`${file}.${process.pid}`, png);
      renameSync(`${file}.${process.pid}`, file);
      return png;
    },
    drawn: () => drawn,
  };
}
