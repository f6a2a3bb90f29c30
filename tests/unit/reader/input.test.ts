import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../../fixtures/project.ts';
import { broken, type Change, fine } from '../../fixtures/broken.ts';

/** What an author reads after these changes of content that was right. */
function reportAfter(changes: Readonly<Record<string, Change>>): string {
  const project = makeProject();
  for (const [file, change] of Object.entries(changes)) {
    const path = join(project.root, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    if (Array.isArray(change)) project.edit(file, change[0], change[1]);
    else {
      rmSync(path, { recursive: true, force: true });
      if (change === 'a folder') mkdirSync(path);
      else if (typeof change === 'object' && 'link' in change) symlinkSync(change.link, path);
      else writeFileSync(path, change as string | Uint8Array);
    }
  }
  return project.report();
}

test.each(Object.entries(fine))('%s is fine', (_name, changes) =>
  expect(reportAfter(changes)).toBe('\n0 problems in 0 files.'),
);

// All messages of a kind stand in one file, to be read as authors read them.
test.each(Object.entries(broken))('what is wrong is told: %s', async (kind, cases) => {
  const reports = Object.entries(cases).map(([name, changes]) => ({
    name,
    report: reportAfter(changes),
  }));
  expect(
    reports.filter(({ report }) => /^\n0 problems/.test(report)).map(({ name }) => name),
  ).toEqual([]);
  await expect(
    reports.map(({ name, report }) => `# ${name}\n${report}\n`).join('\n'),
  ).toMatchFileSnapshot(`messages/${kind}.txt`);
});
