/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    include: [
      'tests/unit/**/*.test.ts',
      'tests/component/**/*.test.ts',
      'tests/build/**/*.test.ts',
      'tests/content/**/*.test.ts',
      'tests/servers/**/*.test.ts',
    ],
  },
});
