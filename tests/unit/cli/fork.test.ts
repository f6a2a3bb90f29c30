import { execSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SiteConfig } from '#schemas/site.ts';
import { readSite } from '#reader/site.ts';
import { run } from '../../fixtures/command.ts';
import { makeFolder } from '../../fixtures/folder.ts';
import { makeProject } from '../../fixtures/project.ts';

// What "Use it for your own knowledge base" has readers copy; tests/build/foreign.test.ts does all of it.
const STEP = /^ *```sh\n *(find content .*)\n *```$/m;
const SETTINGS = /^## src\/site\.config\.ts$[\s\S]*?^```ts\n([\s\S]*?)^```$/m;

test('the command that empties content/ leaves the guide and nothing that is wrong', () => {
  const { root } = makeProject();
  for (const file of ['README.md', 'LICENSE'])
    cpSync(`content/${file}`, join(root, 'content', file));
  execSync(STEP.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '', { cwd: root });
  expect(readdirSync(join(root, 'content')).toSorted()).toEqual(['README.md', 'topics.yaml']);
  expect(run(root, 'check:content')).toMatchObject({ status: 0, stderr: '' });
});

test('npm start hands its options on to the server', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const root = makeFolder();
  const own = { start: scripts['start'], build: 'echo built', preview: 'echo served' };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ scripts: own }));
  expect(execSync('npm start -- --port 4711', { cwd: root, encoding: 'utf8' })).toContain(
    'built\nserved --port 4711\n',
  );
});

test('the settings to begin with are right', async () => {
  const file = join(makeFolder(), 'site.config.ts');
  writeFileSync(file, SETTINGS.exec(readFileSync('docs/fields.md', 'utf8'))?.[1] ?? '');
  const { config } = (await import(file)) as { config: SiteConfig };
  expect(readSite(config, {}).problems).toEqual([]);
});
