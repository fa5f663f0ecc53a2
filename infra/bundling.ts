import { join } from 'node:path';

/**
 * How esbuild makes a function's bundle, the same for the deployment, the local station and the benchmark: one ES module
 * for Node 24 with the pinned SDK inside, UTF-8 kept (or every Greek and Cyrillic letter would take six bytes).
 */
export const bundling = {
  mainFields: ['module', 'main'],
  charset: 'utf8' as const,
  /** Copied beside the bundle, binaries and fonts; the import is the path. */
  loader: { '.wasm': 'file', '.ttf': 'file' } as const,
  alias: {
    '@aws-sdk/credential-provider-node': join(import.meta.dirname, '../shared/runtime/lambda-credentials.ts'),
  },
};
