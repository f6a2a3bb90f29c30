import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { formatProblems, type Problem } from '#domain/problem.ts';
import type { Site } from '#domain/site.ts';
import { readContent } from '#reader/content.ts';
import { getContent } from './reading.ts';
import { stopOn } from './stop.ts';

/** Checks everything below `content/`, and tells `wrong` settings: stops a build at once with all problems, and prints them while developing. */
export function content(site: Site, wrong: readonly Problem[]): AstroIntegration {
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
        const { addresses, problems, ledgerProblems, warnings } = getContent(root, site);
        stopOn([...problems, ...ledgerProblems, ...wrong]);
        warn(warnings, logger);
        logger.info(`nothing wrong; the site has ${addresses.size} addresses`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        const report = () => {
          const { problems, warnings } = readContent(
            root,
            new Date().toISOString().slice(0, 10),
            site,
          );
          warn([...wrong, ...problems, ...warnings], logger);
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

function warn(problems: Problem[], logger: AstroIntegrationLogger): void {
  if (problems.length > 0) logger.warn(`\n${formatProblems(problems)}`);
}
