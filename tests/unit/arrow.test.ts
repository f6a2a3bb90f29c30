import { describe, expect, test } from 'vitest';
import { checkArrow, ROOMS } from '../../.ci/arrow.ts';
import { makeFolder, writeTree } from '../fixtures/folder.ts';

const refused = [
  ['src/schemas/a.ts', '#domain/b.ts'],
  ['src/domain/a.ts', 'node:fs'],
  ['src/domain/a.ts', 'astro:content'],
  ['src/domain/a.ts', '#queries/b.ts'],
  ['src/domain/a.ts', '#site.ts'],
  ['src/domain/a.ts', '#links.ts'],
  ['src/reader/a.ts', '#site.config.ts'],
  ['src/integrations/a.ts', '#site.ts'],
  ['src/client/a.ts', '#site.ts'],
  ['src/domain/a.ts', '#domain/linking/b.ts'],
  ['src/domain/linking/a.ts', '#domain/hosting/b.ts'],
  ['src/domain/linking/a.ts', '../output/b.ts'],
  ['src/domain/comparing/a.ts', '../checking/b.ts'],
  ['src/search/a.ts', 'node:fs'],
  ['src/search/a.ts', '#reader/b.ts'],
  ['src/queries/a.ts', '#components/site/B.astro'],
  ['src/components/site/A.astro', 'astro:content'],
  ['src/components/site/A.astro', '../../queries/b.ts'],
  ['src/components/site/table/A.astro', '#queries/b.ts'],
  ['src/components/article/A.astro', 'astro:content'],
  ['src/layouts/A.astro', 'astro:content'],
  ['src/pages/a.ts', '#integrations/b.ts'],
  ['src/markdown/plugins/a.ts', '#components/site/B.astro'],
  ['src/reader/a.ts', '#integrations/b.ts'],
  ['src/reader/a.ts', '#release/b.ts'],
  ['src/integrations/a.ts', '#pages/b.ts'],
  ['src/cli/a.ts', 'astro:content'],
  ['src/client/a.ts', '#schemas/b.ts'],
  ['src/client/a.ts', 'node:fs'],
  ['src/client/search/a.ts', '../reading/b.ts'],
  ['src/cli/a.ts', '../../tests/b.ts'],
] as const;

const allowed = [
  ['src/schemas/a.ts', 'astro/zod'],
  ['src/domain/a.ts', '#schemas/b.ts'],
  ['src/domain/output/a.ts', '../linking/b.ts'],
  ['src/queries/a.ts', 'astro:content'],
  ['src/layouts/A.astro', '#site.ts'],
  ['src/layouts/A.astro', '#queries/b.ts'],
  ['src/client/reading/a.ts', '#links.ts'],
  ['src/cli/a.ts', '#site.config.ts'],
  ['src/components/article/A.astro', '../../queries/b.ts'],
  ['src/pages/a.ts', '#queries/b.ts'],
  ['src/reader/a.ts', 'node:fs'],
  ['src/integrations/a.ts', '#reader/b.ts'],
  ['src/client/reading/a.ts', '#domain/linking/b.ts'],
  ['src/client/search/a.ts', '#search/b.ts'],
  ['src/search/a.ts', '#domain/b.ts'],
] as const;

describe('the arrow of imports', () => {
  test.each(refused)('refuses that %s imports %s', (file, target) => {
    expect(check(file, target)).toContain(`${file}:${file.endsWith('.astro') ? 2 : 1}  `);
  });
  test.each(allowed)('lets %s import %s', (file, target) => {
    expect(check(file, target)).not.toContain('may not import');
  });

  test('has no circle of rooms: each names only rooms above it', () => {
    const folders = ROOMS.map(({ folder }) => folder);
    for (const { folder, rooms } of ROOMS)
      for (const room of rooms) expect(folders.slice(0, folders.indexOf(folder))).toContain(room);
  });

  test('sees the scripts of a page, and imports that come later', () => {
    const root = write({
      'src/pages/a.astro': "---\n---\n<p></p>\n<script>\n  import '#cli/b.ts';\n</script>\n",
      'src/cli/b.ts': "await import('astro:content');\n",
    });
    expect(checkArrow(root).join('\n')).toMatch(/^src\/cli\/b\.ts:1 .*\nsrc\/pages\/a\.astro:5 /);
  });

  test('finds what only tests use, and what stands in no room', () => {
    const root = write({ 'src/domain/a.ts': '', 'src/news/b.ts': '', 'src/cli/c.ts': '' });
    expect(checkArrow(root).join('\n')).toMatchInlineSnapshot(`
      "src/news/b.ts  stands in no room
        Name its folder in .ci/arrow.ts.
      src/domain/a.ts  is used by nothing in src/
        Delete it, or move it to tests/ if a test needs it.
      src/news/b.ts  is used by nothing in src/
        Delete it, or move it to tests/ if a test needs it."
    `);
  });
});

function check(file: string, target: string): string {
  const code = `import { x } from '${target}';\nexport const y = x;\n`;
  return checkArrow(
    write({
      [file]: file.endsWith('.astro')
        ? `---\n${code.replace('export ', '')}---\n<p>{y}</p>\n`
        : code,
    }),
  ).join('\n');
}

function write(files: Record<string, string>): string {
  const root = makeFolder();
  writeTree(root, files);
  return root;
}
