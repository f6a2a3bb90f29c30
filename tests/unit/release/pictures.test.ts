import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toPicture } from '#domain/output/picture.ts';
import { makeFrame } from '../../fixtures/frame.ts';
import { openPainter } from '#release/pictures.ts';

const WORDS = { id: 'KB-1042', title: 'Tea vs coffee', text: 'What differs.' };
const FRAME = makeFrame('Drinks');

function makeCache(): string {
  const cache = mkdtempSync(join(tmpdir(), 'pictures-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  return cache;
}

describe('a picture is small, of the right size, and keeps its margins', () => {
  test.each([
    WORDS,
    { ...WORDS, title: '< & " \' > 🚀 👩🏽‍🚀', text: '🚀 & <b>' },
    { ...WORDS, title: 'W'.repeat(75), text: 'W'.repeat(160), id: 'KB-1234567' },
    { ...WORDS, title: 'Mm@%mW '.repeat(10), text: 'Mm@%mW '.repeat(22) },
    { ...WORDS, title: 'iIl1|!.,'.repeat(9), text: 'iIl1|!., '.repeat(17) },
    { ...WORDS, title: 'É𝔘ñø日本語 '.repeat(6), text: 'Ünïcödé 日本語 '.repeat(11) },
  ])('$title', async (words) => {
    const { width, height, rows, bytes } = read(
      await openPainter(makeCache()).paint(toPicture(words, FRAME)),
    );
    expect([width, height]).toEqual([1200, 630]);
    expect(bytes).toBeLessThan(40_000);
    // Below the stripe on top, nothing stands in the outer 40 pixels.
    for (const row of rows.slice(12)) {
      const paper = row[0];
      expect([...row.subarray(0, 40), ...row.subarray(-40)].every((pixel) => pixel === paper)).toBe(
        true,
      );
    }
    for (const row of rows.slice(-30)) expect(new Set(row).size).toBe(1);
    // Something is drawn between title and corner.
    expect(rows.slice(60, 120).some((row) => new Set(row).size > 1)).toBe(true);
  });
});

test.each(['DejaVu Sans', 'DejaVu Sans Mono'])(
  'the font %s is there, or a serif would take its place',
  async (font) => {
    const painter = openPainter(makeCache());
    const picture = toPicture(WORDS, FRAME);
    const [own, serif] = await Promise.all([
      painter.paint(picture),
      painter.paint(picture.replaceAll(`"${font}"`, '"DejaVu Serif"')),
    ]);
    expect(Buffer.from(own).equals(Buffer.from(serif))).toBe(false);
  },
);

test('the same words make the same bytes, and the second time they come from the cache', async () => {
  const [cache, other] = [makeCache(), makeCache()];
  const [first, second, third] = [openPainter(cache), openPainter(cache), openPainter(other)];
  const svg = toPicture(WORDS, FRAME);
  const picture = Buffer.from(await first.paint(svg));
  expect(picture.equals(await second.paint(svg))).toBe(true);
  expect(picture.equals(await third.paint(svg))).toBe(true);
  expect([first.drawn(), second.drawn(), third.drawn()]).toEqual([1, 0, 1]);
  await second.paint(toPicture({ ...WORDS, title: 'Tea vs cocoa' }, FRAME));
  expect(second.drawn()).toBe(1);
  expect(readdirSync(cache)).toHaveLength(2);
});

// The rows of a PNG with a palette, as places in it.
function read(png: Uint8Array): { width: number; height: number; rows: Buffer[]; bytes: number } {
  const data = Buffer.from(png);
  expect(data.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const packed: Buffer[] = [];
  for (let at = 8; at < data.length; at += 12 + data.readUInt32BE(at))
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(data.subarray(at + 8, at + 8 + data.readUInt32BE(at)));
  const pixels = inflateSync(Buffer.concat(packed));
  const rows = Array.from({ length: height }, (_, y) =>
    pixels.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)),
  );
  return { width, height, rows, bytes: data.length };
}

test.each([
  ['What is 容器 🚀?', ['容', '器', '🚀']],
  ['日本語 日本', ['日', '本', '語']],
  ['한국 & ไทย', ['한', '국', 'ไ', 'ท', 'ย']],
  ['Ünïcödé, ελληνικά, русский, “–…” ✓ → ∞', []],
  ['e\u0301 and\u00a0space', []],
])('of %s the letters that no font has are named', (text, missing) =>
  expect(openPainter(makeCache()).listMissing(text)).toEqual(missing),
);
