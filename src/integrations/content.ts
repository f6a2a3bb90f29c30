import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { count, formatProblems } from '../domain/problem.ts';
import { readContent } from '../files/content.ts';

/** Checks everything below `content/`: stops a build at once with all problems, and prints them while developing. */
export function content(): AstroIntegration {
  let root = '';
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        root = fileURLToPath(config.root);
        if (command === 'build') stopOnProblems(root, logger);
      },
      'astro:server:setup': ({ server, logger }) => {
        const report = () => {
          const { problems } = readContent(root, today());
          if (problems.length > 0) logger.warn(`\n${formatProblems(problems)}`);
        };
        server.watcher.add(`${root}content`);
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(`${root}content`)) report();
        });
        report();
      },
    },
  };
}

function stopOnProblems(root: string, logger: AstroIntegrationLogger): void {
  const { addresses, problems, ledgerProblems } = readContent(root, today());
  const all = [...problems, ...ledgerProblems];
  if (all.length > 0) {
    console.error(formatProblems(all));
    process.exit(1);
  }
  logger.info(`no problem found; ${count(addresses.size, 'address line')} on record`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
