import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    exclude: ['test/browser/**', 'test/bench/**', 'node_modules/**'],
    // All cores: the process that hands the files out has little to do.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      TZ: 'UTC',
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  },
});
