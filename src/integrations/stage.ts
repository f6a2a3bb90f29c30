import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { healSite, openStage, type Stage } from '#release/stage.ts';
import { withoutTrace } from './stop.ts';

let opened: Stage | undefined;
let site = '';

/** Builds into a folder of its own, which takes the place of `dist/` only when everything has passed. */
export const stage = {
  /** Points the build at its own folder; a build that stops leaves nothing of it. */
  begin: (): AstroIntegration => ({
    name: 'stage:begin',
    hooks: {
      'astro:config:setup': ({ command, config, logger, updateConfig }) => {
        site = fileURLToPath(config.outDir).replace(/\/$/, '');
        const onWait = () =>
          logger.info(
            'another build, pack or release is at work in this folder; waiting until it is done',
          );
        if (command === 'preview') orStop(() => healSite(site, onWait));
        if (command !== 'build') return;
        const mine = orStop(() => openStage(site, onWait));
        process.on('exit', mine.close);
        updateConfig({ outDir: pathToFileURL(`${mine.path}/`) });
        opened = mine;
      },
    },
  }),
  /** Puts the finished site in the place of the last one. */
  publish: (): AstroIntegration => ({
    name: 'stage:publish',
    hooks: {
      'astro:build:done': ({ logger }) => {
        orStop(() => opened?.publish());
        logger.info(`the new site stands in ${basename(site)}/`);
      },
    },
  }),
};

// What stops it is the state of the folder, which its message tells.
function orStop<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw withoutTrace(error);
  }
}
