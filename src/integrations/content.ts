import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { formatProblems, type Problem } from '#domain/problem.ts';
import { checkSettings } from '#domain/checking/settings.ts';
import { checkContent } from '#reader/check.ts';
import { getContent, rereadContent } from '#reader/current.ts';
import { stopOn } from './stop.ts';

/** Checks everything below `content/`: stops a build at once with all problems, and prints them while developing. */
export function content(): AstroIntegration {
  let root = '';
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        root = fileURLToPath(config.root);
        if (command !== 'build' && command !== 'dev') return;
        // Astro's store remembers the files that entries came from, and fails on one that was moved.
        for (const folder of [fileURLToPath(config.cacheDir), join(root, '.astro')])
          rmSync(join(folder, 'data-store.json'), { force: true });
        if (command === 'dev') return;
        // A variable of the environment with such a name would take the place of Astro's own: DEV=1 would publish drafts.
        for (const name of ['DEV', 'PROD', 'MODE']) delete process.env[name];
        const content = getContent(root);
        const { problems, ledgerProblems, warnings } = checkContent(content, toDay());
        stopOn([...problems, ...ledgerProblems, ...checkSettings()]);
        warn(warnings, logger);
        logger.info(`nothing wrong; the site has ${content.addresses.size} addresses`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        const report = () => {
          const { problems, warnings } = checkContent(rereadContent(root), toDay());
          warn([...problems, ...warnings], logger);
        };
        server.watcher.add(`${root}content`);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(`${root}content`)) return;
          // The page comes first: an author looks at it before the problems, and several files may be saved together.
          clearTimeout(timer);
          timer = setTimeout(report, 500);
        });
        report();
      },
    },
  };
}

function toDay(): string {
  return new Date().toISOString().slice(0, 10);
}

function warn(problems: Problem[], logger: AstroIntegrationLogger): void {
  if (problems.length > 0) logger.warn(`\n${formatProblems(problems)}`);
}
