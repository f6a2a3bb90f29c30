import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { expect, test, vi } from 'vitest';
import { formatProblems, formatWarnings } from '#domain/problem.ts';
import { content } from '#integrations/content.ts';
import { checkContent } from '#reader/check.ts';
import { rereadContent } from '#reader/current.ts';
import { readContent } from '#reader/content.ts';
import { broken, type Changes, fine } from '../../fixtures/broken.ts';
import { makeProject } from '../../fixtures/project.ts';
import { drinks } from '../../fixtures/settings.ts';

// The schemas for editors are written by a process of its own.
vi.mock('#integrations/editor.ts', () => ({ keepSchemas: () => () => undefined }));

type Hooks = AstroIntegration['hooks'];

const cases: [string, Changes][] = [
  ...Object.entries(fine),
  ...Object.values(broken).flatMap((kind) =>
    Object.entries(kind).map(([name, [, changes]]): [string, Changes] => [name, changes]),
  ),
];

// What is found in an instant is found by all three: a build only starts when the check finds nothing, and what it makes of what is
// right is looked at in tests/build/constructs.test.ts.
test.each(cases)('check, build and dev say the same: %s', (_name, changes) => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z'), toFake: ['Date'] });
  const { root, change } = makeProject();
  change(changes);
  rereadContent(root);
  const { problems, ledgerProblems, warnings } = checkContent(
    readContent(root),
    '2026-03-01',
    drinks,
  );
  const all = [...problems, ...ledgerProblems];
  expect(ask(root, 'build')).toBe(all.length === 0 ? '' : formatProblems(all));
  // While an author writes, new addresses are no fault.
  const told = all.filter(({ code }) => code !== 'unrecorded-address');
  expect(ask(root, 'dev')).toBe(
    `${told.length === 0 ? '' : `\n${formatProblems(told)}`}${formatWarnings(warnings)}`,
  );
  vi.useRealTimers();
});

/** What the build stops with, or the server prints, before anything else. */
function ask(root: string, command: 'build' | 'dev'): string {
  let printed = '';
  const logger = { info: () => undefined, warn: (text: string) => (printed += text) };
  const { hooks } = content(drinks, []);
  const config = { root: pathToFileURL(`${root}/`) };
  const call = <Name extends keyof Hooks>(name: Name, options: object) =>
    (hooks[name] as (options: object) => void)({ logger, ...options });
  try {
    call('astro:config:setup', { command, config });
  } catch (error) {
    return (error as Error).message;
  }
  if (command === 'build') return '';
  call('astro:server:setup', {
    server: {
      environments: { client: { hot: { send: () => undefined, on: () => undefined } } },
      middlewares: { use: () => undefined },
      watcher: { add: () => undefined, on: () => undefined },
    },
  });
  return printed;
}
