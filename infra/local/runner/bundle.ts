import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { bundling } from '#infra/bundling.ts';
import { StartError } from './start-error.ts';
import type { FunctionWiring } from './wiring-types.ts';

/** The repository's root: entries in the template are named from here. */
const root = join(import.meta.dirname, '../../..');

/**
 * Bundles all functions at once, as the deployment does (ES modules for Node 24, the SDK inside), into one folder each
 * under `outDir`. Returns the file of each function by its logical id. Throws a StartError that names the broken file.
 */
export async function bundleFunctions(
  functions: readonly FunctionWiring[],
  outDir: string,
): Promise<ReadonlyMap<string, string>> {
  try {
    await build({
      absWorkingDir: root,
      entryPoints: functions.map(({ id, entry }) => ({ in: entry, out: `${id}/index` })),
      outdir: outDir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      ...bundling,
      sourcemap: 'linked',
      logLevel: 'silent',
    });
  } catch (error) {
    throw new StartError(
      `The functions could not be built: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return new Map(functions.map(({ id }) => [id, join(outDir, id, 'index.mjs')]));
}

/** Stations of this process that are being built: esbuild's own process is shared by all of them. */
let holders = 0;

/**
 * Keeps esbuild's own process until the returned function is called; with the last call it ends, so that nothing
 * outlives the station.
 */
export function holdBuilder(): () => Promise<void> {
  holders += 1;
  let held = true;
  return async () => {
    if (!held) return;
    held = false;
    holders -= 1;
    if (holders === 0) await stop();
  };
}
