import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

let stagePath = '';
let sitePath = '';

/** Builds into a folder of its own, which takes the place of `dist/` only when everything has passed. */
export const stage = {
  /** Points the build at its own folder; a build that stops leaves nothing of it. */
  begin: (): AstroIntegration => ({
    name: 'stage:begin',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        sitePath = fileURLToPath(config.outDir).replace(/\/$/, '');
        const builds = join(fileURLToPath(config.root), '.build');
        tidy(builds);
        stagePath = join(builds, String(process.pid));
        process.on('exit', () => rmSync(stagePath, { recursive: true, force: true }));
        updateConfig({ outDir: pathToFileURL(`${stagePath}/`) });
      },
    },
  }),
  /** Puts the finished site in the place of the last one. */
  publish: (): AstroIntegration => ({
    name: 'stage:publish',
    hooks: {
      'astro:build:done': ({ logger }) => {
        const previous = `${stagePath}.previous`;
        if (existsSync(sitePath)) renameSync(sitePath, previous);
        renameSync(stagePath, sitePath);
        rmSync(previous, { recursive: true, force: true });
        logger.info(`the new site stands in ${basename(sitePath)}/`);
      },
    },
  }),
};

// What killed builds left: a site moved aside goes back if its place is empty, half-built folders go.
function tidy(builds: string): void {
  mkdirSync(builds, { recursive: true });
  for (const name of readdirSync(builds)) {
    if (isRunning(Number.parseInt(name, 10))) continue;
    const path = join(builds, name);
    if (name.endsWith('.previous') && !existsSync(sitePath)) renameSync(path, sitePath);
    else rmSync(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
