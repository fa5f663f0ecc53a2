import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    // A real browser beside other work on two cores sometimes draws a frame too late; what is broken fails three times.
    retry: process.env.CI ? 2 : 0,
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser at a time: the tests of the whole station share two cores with the station itself.
    fileParallelism: false,
    env: { TZ: 'UTC' },
  },
});
