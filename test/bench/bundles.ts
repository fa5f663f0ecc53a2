import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, stop } from 'esbuild';
import { bundling } from '#infra/bundling.ts';
import { type FunctionName, functions } from '#infra/functions.ts';

const root = join(import.meta.dirname, '../..');

/** What the functions are measured against; one file each in `floors/`. */
export const floors = ['echo', 'echo-fetch', 'ack-sdk', 'ack-sigv4', 'step-lib'] as const;
export type BundleName = FunctionName | (typeof floors)[number];

const scripts = ['warm', 'cold'] as const;

export type Bundles = {
  /** The file of each function and floor. */
  file(name: BundleName): string;
  /** The file of the process that measures. */
  script(name: (typeof scripts)[number]): string;
  /** Bytes as deployed, and as a zip would hold them. */
  size(name: BundleName): { readonly bytes: number; readonly gzip: number };
};

export const functionNames = Object.keys(functions).filter((name): name is FunctionName => name in functions);

/**
 * Bundles functions and floors alike, exactly as `infra/constructs/node-function.ts` has the functions built: one
 * minified ES module each for Node 24, the SDK inside. The measuring processes are bundled too: reading TypeScript would
 * cost them time that Lambda does not spend.
 */
export async function buildBundles(outdir: string): Promise<Bundles> {
  const settings = {
    absWorkingDir: root,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
  } as const;
  const { alias: _ours, ...plain } = bundling;
  await build({
    ...settings,
    ...bundling,
    entryPoints: functionNames.map((name) => ({ in: `functions/${name}/handler.ts`, out: name })),
  });
  // The floors are what the SDK is without our help.
  await build({
    ...settings,
    ...plain,
    entryPoints: [
      ...floors.map((name) => ({ in: `test/bench/floors/${name}.ts`, out: name })),
      ...scripts.map((name) => ({ in: `test/bench/measured/${name}.ts`, out: `measured-${name}` })),
    ],
  });
  await stop();
  const file = (name: BundleName) => join(outdir, `${name}.mjs`);
  return {
    file,
    script: (name) => join(outdir, `measured-${name}.mjs`),
    size: (name) => {
      const code = readFileSync(file(name));
      return { bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
    },
  };
}
