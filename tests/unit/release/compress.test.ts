import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compress } from '#release/compress.ts';

test('each file of text also stands compressed, a copy shares the work, and nothing is compressed twice', async () => {
  const root = mkdtempSync(join(tmpdir(), 'compress-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [site, cache] = [join(root, 'site'), join(root, 'cache')];
  mkdirSync(join(site, 'tea'), { recursive: true });
  for (const [file, text] of Object.entries({
    'index.html': 'Tea',
    'tea/index.html': 'Tea',
    'tea.css': 'a{}',
    'tea.png': 'Tea',
  }))
    writeFileSync(join(site, file), text);
  expect(await compress(site, cache)).toEqual({ files: 3, made: 4 });
  for (const [file, text] of Object.entries({
    'index.html': 'Tea',
    'tea/index.html': 'Tea',
    'tea.css': 'a{}',
  })) {
    expect(brotliDecompressSync(readFileSync(join(site, `${file}.br`))).toString()).toBe(text);
    expect(gunzipSync(readFileSync(join(site, `${file}.gz`))).toString()).toBe(text);
  }
  expect(() => readFileSync(join(site, 'tea.png.br'))).toThrow();
  expect(await compress(site, cache)).toEqual({ files: 3, made: 0 });
});
