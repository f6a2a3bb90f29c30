/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    // A limit ends what hangs. How fast the machine is says nothing about the code, and builds set longer ones.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: [
      'tests/unit/**/*.test.ts',
      'tests/component/**/*.test.ts',
      'tests/build/**/*.test.ts',
      'tests/content/**/*.test.ts',
      'tests/servers/**/*.test.ts',
    ],
  },
});
