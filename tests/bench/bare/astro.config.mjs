import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import * as pagefind from 'pagefind';

const search = {
  name: 'search',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const { index } = await pagefind.createIndex();
      await index.addDirectory({ path: dir.pathname });
      await index.writeFiles({ outputPath: `${dir.pathname}pagefind` });
      await pagefind.close();
    },
  },
};

export default defineConfig({
  site: 'https://container-kb.example',
  devToolbar: { enabled: false },
  cacheDir: '.cache',
  markdown: { processor: satteri({}) },
  integrations: [mdx(), search],
  vite: {
    build: {
      rolldownOptions: {
        onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      },
    },
  },
});
