import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BUDGETS } from './budgets.ts';

test.each(BUDGETS)(
  '$page takes at most $html KB, and $styled KB with its stylesheet',
  ({ page, html, styled }) => {
    const file = `dist${page}index.html`;
    const styles = [
      ...readFileSync(file, 'utf8').matchAll(/<link rel="stylesheet" href="([^"]+)"/g),
    ].map(([, path]) => `dist${path}`);
    expect(styles.length).toBeGreaterThan(0);
    expect(weigh(file)).toBeLessThanOrEqual(html);
    expect([file, ...styles].reduce((sum, each) => sum + weigh(each), 0)).toBeLessThanOrEqual(
      styled,
    );
  },
);

function weigh(file: string): number {
  return brotliCompressSync(readFileSync(file)).length / 1024;
}
