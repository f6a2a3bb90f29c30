import { expect, test } from 'vitest';
import { makeProject } from '../../fixtures/project.ts';
import { broken, type Changes, fine } from '../../fixtures/broken.ts';

function makeChanged(changes: Changes): ReturnType<typeof makeProject> {
  const project = makeProject();
  project.change(changes);
  return project;
}

test.each(Object.entries(fine))('%s is fine', (_name, changes) =>
  expect(makeChanged(changes).report()).toBe('\n0 problems in 0 files.'),
);

// All messages of a kind stand in one file, to be read as authors read them.
test.each(Object.entries(broken))('what is wrong is told: %s', async (kind, cases) => {
  const reports = Object.entries(cases).map(([name, [codes, changes]]) => {
    const project = makeChanged(changes);
    expect(project.codes(), name).toEqual([codes].flat());
    return `# ${name}\n${project.report()}\n`;
  });
  await expect(reports.join('\n')).toMatchFileSnapshot(`messages/${kind}.txt`);
});
