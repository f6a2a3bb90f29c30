import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { assets } from './src/integrations/assets.ts';
import { content } from './src/integrations/content.ts';
import { copies } from './src/integrations/copies.ts';
import { headers } from './src/integrations/headers.ts';
import { hosting } from './src/integrations/hosting.ts';
import { licences } from './src/integrations/licences.ts';
import { pages } from './src/integrations/pages.ts';
import { search } from './src/integrations/search.ts';
import { stage } from './src/integrations/stage.ts';
import { toProcessor } from './src/markdown/plugins/processor.ts';
import { toFindTarget } from './src/reader/assets.ts';
import { toFindRun } from './src/reader/proofs.ts';
import { readSite } from './src/reader/site.ts';
import { config } from './src/site.config.ts';

const { site, problems } = readSite(config, process.env);
const { url, base, idPrefix, feedback } = site;

// Modules that are loaded later are few and small: Vite's helper that loads what they need ahead is
// larger than all of it, and is there even when it has nothing to do:
// https://github.com/vitejs/vite/issues/18551
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  configEnvironment: () => ({ build: { modulePreload: false } }),
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

export default defineConfig({
  site: url,
  base,
  // Links end in a slash; an address typed without one is answered all the same.
  trailingSlash: 'ignore',
  // No inline styles, and of scripts only the one that paints the chosen colours: the Content Security Policy forbids all others.
  build: { inlineStylesheets: 'never' },
  markdown: {
    processor: await toProcessor(site, toFindRun(process.cwd()), toFindTarget(process.cwd())),
    syntaxHighlight: false,
  },
  // The order is the order of the build: set a folder aside, check the content, read MDX, copy what stands beside the articles, read, index and check the built pages and write
  // the files for other programs, write the files for hosts, copy the pages to their other addresses where nothing stands, publish.
  // Two have no part in it: headers() serves the preview, search() the server for development.
  integrations: [
    stage.begin(),
    content(site, problems),
    headers(site),
    mdx({ optimize: true }),
    search(site),
    licences(),
    assets(site),
    pages(site),
    hosting(site),
    copies(site),
    stage.publish(),
  ],
  devToolbar: { enabled: false },
  vite: {
    // See src/links.ts.
    define: { __SITE__: JSON.stringify({ url, base, idPrefix, feedback }) },
    plugins: [tailwindcss(), plainImports],
    // Else Vite would read configurations in a folder above, of a project that has nothing to do with this one.
    css: { postcss: {} },
    tsconfig: 'tsconfig.json',
    // Articles are bundled together, by the megabyte: a thousand small modules cost a sixth of the build.
    environments: {
      // Astro names an entry by its component and the number of its script: fifty bytes on every page.
      client: {
        build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } },
      },
      prerender: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [{ name: 'articles', test: /\/content\/articles\//, maxSize: 1e6 }],
              },
            },
          },
        },
      },
    },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks each MDX module with a directive that Rolldown warns of, once per article and
        // build: https://github.com/withastro/astro/issues/18087
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
