import { expect, test, vi } from 'vitest';
import { broken, fine } from '../fixtures/broken.ts';
import { build } from '../fixtures/build.ts';
import { run } from '../fixtures/command.ts';
import { startDevelopment } from '../fixtures/development.ts';
import { makeShelves, makeSite } from '../fixtures/project.ts';

// What is found in an instant is compared for each fixture alone in tests/unit/integrations/content.test.ts. Here the commands
// themselves run, on shelves of as many fixtures as go together.

/** The problems in what a command has printed. */
const listProblems = (text: string) =>
  [...text.matchAll(/^\S+(?::\d+:\d+)? {2}.* {2}\[[\w-]+\]$/gm)].map(([line]) => line).toSorted();

test(
  'what the check finds right builds, and is shown while developing',
  { timeout: 300_000 },
  async () => {
    const shelves = makeShelves(Object.entries(fine), makeSite);
    expect(shelves.flatMap(({ names }) => names)).toHaveLength(Object.keys(fine).length);
    expect(shelves).toHaveLength(2);
    for (const { project, names } of shelves) {
      run(project.root, 'links');
      expect(run(project.root, 'check:content'), names.join('\n')).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(build(project.root), names.join('\n')).toMatchObject({ status: 0 });
    }
    const server = await startDevelopment(shelves[0]?.project.root ?? '');
    try {
      for (const path of ['/articles/tea/', '/articles/water/', '/glossary/', '/accessibility/'])
        await vi.waitFor(async () => expect(await server.ask(path)).toMatch(/^200 /), {
          timeout: 60_000,
        });
      expect(server.output()).not.toMatch(/\d problems? in /);
    } finally {
      server.stop();
    }
  },
);

test('what is wrong is told alike by check, build and dev', { timeout: 120_000 }, async () => {
  const cases = Object.values(broken).flatMap((kind) =>
    Object.entries(kind).map(([name, [, changes]]) => [name, changes] as const),
  );
  // Those that go together; the others would hide them.
  const [shelf] = makeShelves(cases, makeSite);
  const { root } = shelf?.project ?? makeSite();
  const problems = listProblems(run(root, 'check:content').stderr);
  expect(problems.length).toBeGreaterThan(50);
  const built = build(root);
  expect(built.status).toBe(1);
  expect(listProblems(built.output)).toEqual(problems);
  const server = await startDevelopment(root);
  try {
    await vi.waitFor(() => expect(server.output()).toMatch(/^\d+ problems in \d+ files\.$/m), {
      timeout: 60_000,
    });
    expect(listProblems(server.output())).toEqual(problems);
  } finally {
    server.stop();
  }
});
