import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLogo } from '#domain/logo.ts';
import { toPicture } from '#domain/output/picture.ts';
import { picturePath } from '#domain/output/preview.ts';
import { count } from '#domain/problem.ts';
import { compress } from '#release/compress.ts';
import { readContent } from '#reader/content.ts';
import { openPainter } from '#release/pictures.ts';
import { openStage } from '#release/stage.ts';
import { copyTree } from '#release/tree.ts';
import { readOptions, runCommand } from './options.ts';
import { site } from './site.ts';

// npm run pack: makes the built site ready for readers: draws the preview pictures that its pages name, and puts a `.br` and a `.gz`
// beside each file of text, and a `.br` beside each part of the search index. What was made before comes from the cache. It works on a
// copy, so that no half of a file is ever served.
const dist = resolve('dist');
const cache = resolve('node_modules/.cache/pack');

await runCommand(async () => {
  if (readOptions('npm run pack', () => parseArgs({})) === undefined) return;
  const stage = openStage(dist, () =>
    console.log('A build, pack or release is at work in this folder; waiting until it is done.'),
  );
  try {
    if (!existsSync(join(dist, 'index.html')))
      throw new Error('There is no site in dist/ to pack\n  Run npm run build first.');
    copyTree(dist, stage.path);
    await drawPreviews(stage.path);
    const { files, made } = await compress(stage.path, join(cache, 'compressed'));
    stage.publish();
    console.log(
      `${count(files, 'file')} also compressed; ${count(made, 'compressed file')} made anew`,
    );
  } finally {
    stage.close();
  }
});

async function drawPreviews(folder: string): Promise<void> {
  const { published } = readContent(process.cwd());
  const texts = [
    { title: site.name, text: site.description, place: 'src/site.config.ts' },
    ...[...published.values()].map(({ at, data: { id, title, summary } }) => {
      const { file, line } = at(['title']);
      return { id, title, text: summary, place: `${file}:${line}` };
    }),
  ];
  const readSource = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const frame = {
    siteName: site.name,
    logo: parseLogo(readSource('logo.svg')),
    tokens: readSource('styles/tokens.css'),
  };
  const painter = openPainter(join(cache, 'previews'));
  for (const text of texts) {
    const file = join(folder, picturePath('id' in text ? text.id : undefined));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await painter.paint(toPicture(text, frame)));
    const missing = painter.listMissing(text.title + text.text);
    if (missing.length > 0)
      console.warn(
        `${text.place}  the preview picture cannot show ${missing.join(' ')}\n  None of its fonts has them: it leaves pictographs out and shows boxes for the others. Write the title and summary in other letters.`,
      );
  }
  console.log(`${count(texts.length, 'preview picture')}, ${painter.drawn()} of them drawn anew`);
}
