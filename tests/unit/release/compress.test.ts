import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compress } from '#release/compress.ts';

test('each file of text also stands compressed, as does what a part of the search index holds; a copy shares the work, and nothing is compressed twice', async () => {
  const root = mkdtempSync(join(tmpdir(), 'compress-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [site, cache] = [join(root, 'site'), join(root, 'cache')];
  mkdirSync(join(site, 'tea'), { recursive: true });
  // An old address may be a folder that is called like a file.
  mkdirSync(join(site, 'old.md'));
  mkdirSync(join(site, 'pagefind'));
  writeFileSync(join(site, 'pagefind/tea.pf_index'), gzipSync('pagefind_dcd Tea'));
  for (const [file, text] of Object.entries({
    'index.html': 'Tea',
    'tea/index.html': 'Tea',
    'tea.css': 'a{}',
    'tea.png': 'Tea',
  }))
    writeFileSync(join(site, file), text);
  expect(await compress(site, cache)).toEqual({ files: 4, made: 5 });
  for (const [file, text] of Object.entries({
    'index.html': 'Tea',
    'tea/index.html': 'Tea',
    'tea.css': 'a{}',
  })) {
    expect(brotliDecompressSync(readFileSync(join(site, `${file}.br`))).toString()).toBe(text);
    expect(gunzipSync(readFileSync(join(site, `${file}.gz`))).toString()).toBe(text);
  }
  const part = brotliDecompressSync(readFileSync(join(site, 'pagefind/tea.pf_index.br')));
  expect(part.toString()).toBe('pagefind_dcd Tea');
  for (const file of ['tea.png.br', 'pagefind/tea.pf_index.gz'])
    expect(existsSync(join(site, file)), file).toBe(false);
  expect(await compress(site, cache)).toEqual({ files: 4, made: 0 });
});
