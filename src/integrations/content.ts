import { existsSync, lstatSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { formatProblems, formatWarnings, type Problem } from '#domain/problem.ts';
import type { Site } from '#domain/site.ts';
import { checkContent } from '#reader/check.ts';
import { getContent, rereadContent } from '#reader/current.ts';
import { LOADER } from '#reader/loader.ts';
import { listPaths } from '#reader/unknown-files.ts';
import { keepSchemas } from './editor.ts';
import { makeOverlay } from './overlay.ts';
import { stopOn } from './stop.ts';

// The module in which Astro's pages find its store.
const STORE = '\0astro:data-layer-content';

// How long Astro's modules may take to follow its store, in milliseconds.
const SETTLED = 200;

/** Checks everything below `content/`, and tells `wrong` settings: stops a build at once with all problems, and prints them while developing. */
export function content(site: Site, wrong: readonly Problem[]): AstroIntegration {
  let root = '';
  const check = () => checkContent(getContent(root), new Date().toISOString().slice(0, 10), site);
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        root = fileURLToPath(config.root);
        if (command !== 'build') return;
        // A variable of the environment with such a name would take the place of Astro's own: PROD= would leave the policy out.
        for (const name of ['DEV', 'PROD', 'MODE']) delete process.env[name];
        const { problems, ledgerProblems, warnings } = check();
        stopOn([...problems, ...ledgerProblems, ...wrong]);
        if (warnings.length > 0) logger.warn(formatWarnings(warnings));
        logger.info(`nothing wrong; the site has ${getContent(root).addresses.size} addresses`);
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const folder = `${root}content`;
        let timer: NodeJS.Timeout | undefined;
        const overlay = makeOverlay(server, root);
        const keep = keepSchemas(root);
        let last = { wrong: 0, unrecorded: 0, warned: '' };
        const report = () => {
          const { problems, ledgerProblems, warnings } = check();
          // New addresses come with every heading; npm run links records them when the text is done.
          const lost = ledgerProblems.filter(({ code }) => code !== 'unrecorded-address');
          const unrecorded = ledgerProblems.length - lost.length;
          const all = [...wrong, ...problems, ...lost];
          if (all.length > 0) logger.warn(`\n${formatProblems(all)}`);
          const warned = formatWarnings(warnings);
          if (warned !== '' && warned !== last.warned) logger.warn(warned);
          if (all.length === 0 && last.wrong > 0) logger.info('all mended: nothing is wrong');
          if (unrecorded > 0 && unrecorded !== last.unrecorded)
            logger.info(
              `new addresses, not recorded yet: ${unrecorded}; npm run links does it before you commit`,
            );
          overlay.show(all);
          keep(getContent(root));
          last = { wrong: all.length, unrecorded, warned };
        };
        let read = listFiles(folder);
        let loadedAt = 0;
        let loading = Promise.resolve();
        const reload = async () => {
          loadedAt = Number.POSITIVE_INFINITY;
          read = listFiles(folder);
          try {
            rereadContent(root);
            await refreshContent?.({ loaders: [LOADER], context: {} });
          } finally {
            loadedAt = Date.now() + SETTLED;
          }
          // The page comes first: an author looks at it before the problems.
          timer = setTimeout(report, 500);
        };
        const reloadSoon = () => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            loading = loading.then(reload).catch((error) => logger.error(String(error)));
          }, 300);
        };
        const lookAgain = () => {
          const now = listFiles(folder);
          if (now !== read) reloadSoon();
          read = now;
        };
        // What is asked for while content is loaded again leaves what it has read in Astro's caches, so that what has come since is not
        // found: https://github.com/withastro/astro/blob/main/packages/astro/src/core/render/route-cache.ts
        server.middlewares.use(({ url = '', headers }, response, next) => {
          const began = Date.now();
          const isPage = headers.accept?.includes('text/html') ?? false;
          response.once('close', () => {
            if (isPage)
              overlay.open(new URL(url, 'http://localhost').pathname, response.statusCode);
            // A watcher may not be there yet when a file of a new folder goes again.
            if (response.statusCode >= 400) lookAgain();
            if (began > loadedAt) return;
            forgetPages(server);
            if (isPage) server.environments.client.hot.send({ type: 'full-reload', path: '*' });
          });
          next();
        });
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          // The text of MDX comes before all, which Vite shows by itself; and several files may be saved together.
          if (path.startsWith(folder + sep)) reloadSoon();
        });
        report();
      },
    },
  };
}

// All files with the times of their last change.
function listFiles(folder: string): string {
  if (!existsSync(folder)) return '';
  const toLine = (path: string) =>
    `${path} ${lstatSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs}`;
  return listPaths(folder).map(toLine).join('\n');
}

function forgetPages({ environments }: ViteDevServer): void {
  for (const name of ['ssr', 'prerender']) {
    const environment = environments[name];
    const module = environment?.moduleGraph.getModuleById(STORE);
    if (module) environment?.moduleGraph.invalidateModule(module, undefined, Date.now(), true);
    if (environment !== undefined && isRunnableDevEnvironment(environment)) {
      const { evaluatedModules } = environment.runner;
      const evaluated = evaluatedModules.getModuleById(STORE);
      if (evaluated) evaluatedModules.invalidateModule(evaluated);
    }
    environment?.hot.send({ type: 'custom', event: 'astro:content-changed', data: {} });
  }
}
