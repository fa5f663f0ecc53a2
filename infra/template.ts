import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import type { Stage } from './config.ts';
import { readConfig } from './read-config.ts';
import { StationStack } from './station-stack.ts';

/**
 * Lends the app of cdk.json in this process: same feature flags, nothing bundled, no built-in validation. What it wrote
 * is gone when the work is done.
 */
export function withQuickApp<T>(work: (app: App) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'station-synth-'));
  try {
    return work(
      new App({
        context: { ...cdkContext(), 'aws:cdk:bundling-stacks': [] },
        outdir,
        analyticsReporting: false,
        treeMetadata: false,
        builtinCloudFormationValidation: false,
      }),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A stage's stack as it would be deployed from here, in an app of its own. */
export function stationStack(
  app: App,
  stage: Stage,
  environment: Readonly<Record<string, string | undefined>> = {},
) {
  const context = (name: string) => (name === 'stage' ? stage : undefined);
  return new StationStack(app, `Station-${stage}`, { config: readConfig({ context, environment }) });
}

/**
 * The CloudFormation template of a station, synthesised in this process in about two seconds, as JSON. The local runner
 * wires itself from it: what runs there is what is deployed. Each function carries where its code is as metadata
 * `local:entry`, a path from the repository's root. `environment` may hold what `readConfig` takes from it.
 * Throws an error if one of these is not right, or if a function's handler.ts is missing.
 */
export function synthesizeTemplate(
  stage: Stage,
  environment: Readonly<Record<string, string | undefined>> = {},
): { readonly stackName: string; readonly template: unknown } {
  return withQuickApp((app) => {
    const { stackName } = stationStack(app, stage, environment);
    const { template }: { template: unknown } = app.synth().getStackByName(stackName);
    return { stackName, template };
  });
}

function cdkContext(): Record<string, unknown> {
  const text = readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8');
  return CdkJson.parse(JSON.parse(text)).context;
}

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });
