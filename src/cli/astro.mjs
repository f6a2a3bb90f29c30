// Astro for `npm run dev`, `build`, `preview` and `check`, with what must be known before it reads
// astro.config.mjs. JavaScript, so that a Node that is too old gets as far as Astro's message.
import { sep } from 'node:path';

Object.assign(process.env, {
  ASTRO_TELEMETRY_DISABLED: '1',
  // Else Astro leaves its server for development behind where no terminal starts it.
  ASTRO_DEV_BACKGROUND: '0',
  // What Rolldown has freed goes back to the system at once.
  MIMALLOC_PURGE_DELAY: '0',
});

// Vite and Astro take paths for addresses, and quote them in code:
// https://github.com/vitejs/vite/issues/6763
const [character] = /[#?%"\\]/.exec(process.cwd().replaceAll(sep, '/')) ?? [];
if (character !== undefined) {
  console.error(
    `${process.cwd()}: nothing can be built in a folder with ${character} in its path. Rename the folder, or move the project.`,
  );
  process.exit(1);
}

await import('../../node_modules/astro/bin/astro.mjs');
