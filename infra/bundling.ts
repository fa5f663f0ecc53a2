import { join } from 'node:path';
import type { StationName } from './stations.ts';

const shared = join(import.meta.dirname, '../shared');

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
    '@aws-sdk/credential-provider-node': join(shared, 'runtime/lambda-credentials.ts'),
  },
};

/** Puts a stage's station in the place of the one that every module imports, so that no function knows of two. */
export function stationAlias(name: StationName): Readonly<Record<string, string>> {
  return { '#shared/station/station.ts': join(shared, 'station', `${name}.ts`) };
}
