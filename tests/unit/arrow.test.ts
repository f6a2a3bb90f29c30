import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const refused = [
  ['src/schemas/a.ts', '../domain/a.ts'],
  ['src/domain/a.ts', 'node:fs'],
  ['src/domain/a.ts', 'astro:content'],
  ['src/domain/a.ts', '../queries/a.ts'],
  ['src/domain/a.ts', '../search/a.ts'],
  ['src/search/a.ts', 'node:fs'],
  ['src/search/a.ts', '../files/a.ts'],
  ['src/queries/a.ts', '../components/a.ts'],
  ['src/components/site/A.astro', 'astro:content'],
  ['src/components/site/A.astro', '../../queries/a.ts'],
  ['src/components/article/A.astro', 'astro:content'],
  ['src/layouts/A.astro', '../queries/a.ts'],
  ['src/pages/a.ts', '../integrations/a.ts'],
  ['src/markdown/a.ts', '../components/a.ts'],
  ['src/files/a.ts', '../integrations/a.ts'],
  ['src/integrations/a.ts', '../pages/a.ts'],
  ['src/cli/a.ts', 'astro:content'],
  ['src/client/a.ts', '../schemas/a.ts'],
  ['src/client/a.ts', 'node:fs'],
] as const;

const allowed = [
  ['src/schemas/a.ts', 'astro/zod'],
  ['src/domain/a.ts', '../schemas/a.ts'],
  ['src/domain/a.ts', '../site.ts'],
  ['src/queries/a.ts', 'astro:content'],
  ['src/components/article/A.astro', '../../queries/a.ts'],
  ['src/pages/a.ts', '../queries/a.ts'],
  ['src/files/a.ts', 'node:fs'],
  ['src/integrations/a.ts', '../files/a.ts'],
  ['src/client/a.ts', '../domain/a.ts'],
  ['src/client/a.ts', '../search/a.ts'],
  ['src/search/a.ts', '../domain/a.ts'],
  ['src/files/a.ts', '../search/a.ts'],
] as const;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'arrow-')));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the arrow of imports', () => {
  const found = lint([...refused, ...allowed]);
  test.each(refused)('%s may not import %s', (file, target) => expect(found).toContain(name(file, target)));
  test.each(allowed)('%s may import %s', (file, target) => expect(found).not.toContain(name(file, target)));
});

// One file for each import, all linted in one run; the answer is the set of files at fault.
function lint(pairs: readonly (readonly [string, string])[]): Set<string> {
  const config = { ...JSON.parse(readFileSync('biome.json', 'utf8')), vcs: { enabled: false } };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  for (const [file, target] of pairs) {
    const path = join(folder, name(file, target));
    mkdirSync(dirname(path), { recursive: true });
    const code = `import { x } from '${target}';\nexport const y = x;\n`;
    writeFileSync(path, file.endsWith('.astro') ? `---\n${code.replace('export ', '')}---\n<p>{y}</p>\n` : code);
  }
  const { stdout } = spawnSync(
    resolve('node_modules/.bin/biome'),
    ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=200', '--reporter=github'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return new Set([...stdout.matchAll(/file=([^,]+),/g)].map(([, file = '']) => relative(folder, file)));
}

function name(file: string, target: string): string {
  return file.replace(/[aA](\.\w+)$/, `${target.replaceAll(/\W+/g, '-')}$1`);
}
