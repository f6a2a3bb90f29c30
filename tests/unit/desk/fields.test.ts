import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE } from '../../../.ci/fields.ts';

// A process of its own: here the schemas are loaded already, without their descriptions.
test('the page of fields is made from the schemas as they are now', () => {
  const script = "import { formatPage } from './.ci/fields.ts'; console.log(await formatPage());";
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toBe(stdout.replace(/\n$/, ''));
  for (const line of [
    '- `groups[].criteria[].cells.<id>.unknown`: text of at most 160 characters. Why nobody here knows, in a few words.',
    '- `steps[].arrow`: text of at most 60 characters; may be left out. Words on the arrow to the next step.',
  ])
    expect(page).toContain(line);
});
