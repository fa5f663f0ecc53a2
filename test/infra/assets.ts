import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App, Stack } from 'aws-cdk-lib';
import * as z from 'zod';
import { configs } from '#infra/config.ts';
import { NodeFunction } from '#infra/constructs/node-function.ts';
import { type FunctionName, functions, type Place } from '#infra/functions.ts';
import type { EnvironmentName } from '#infra/names.ts';
import type { StationName } from '#infra/stations.ts';

/** What would be uploaded to Lambda: built by the CDK with the settings of the deployment, each function in its own folder. */
export type Assets = {
  folder(name: FunctionName): string;
  /** Runs a function's handler once, as Lambda does, in a process that has nothing but its asset; its answer. */
  invoke(name: FunctionName, event: unknown, environment: Readonly<Record<string, string>>): Promise<unknown>;
  close(): Promise<void>;
};

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Metadata: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** Builds these functions; all others would take as long each. */
export async function buildAssets(
  names: readonly FunctionName[],
  station: StationName = 'station',
): Promise<Assets> {
  const outdir = await mkdtemp(join(tmpdir(), 'station-assets-'));
  const app = new App({
    context: { 'aws:cdk:enable-asset-metadata': true },
    outdir: join(outdir, 'cdk.out'),
    analyticsReporting: false,
    treeMetadata: false,
  });
  const stack = new Stack(app, 'Assets');
  for (const name of names)
    new NodeFunction(stack, name, {
      name,
      spec: functions[name],
      config: { ...configs.demo, station },
      environment: nowhere,
      places,
      starred: {},
      reserved: 'none',
    });
  const { template }: { template: unknown } = app.synth().getStackByName(stack.stackName);
  const folders = new Map(
    Object.values(Template.parse(template).Resources).flatMap(({ Type, Metadata }) =>
      Type === 'AWS::Lambda::Function'
        ? [[Metadata['local:entry'], join(outdir, 'cdk.out', String(Metadata['aws:asset:path']))] as const]
        : [],
    ),
  );
  const folder = (name: FunctionName) => {
    const found = folders.get(`functions/${name}/handler.ts`);
    if (found === undefined) throw new Error(`There is no asset of ${name}`);
    return found;
  };
  return {
    folder,
    async invoke(name, event, environment) {
      const home = join(outdir, 'invoked', name);
      await mkdir(home, { recursive: true });
      await cp(folder(name), home, { recursive: true });
      const start = join(home, 'start.mjs');
      await writeFile(
        start,
        `const { handler } = await import('./index.mjs');
         const answer = await handler(JSON.parse(process.argv[2]), { awsRequestId: 'r', functionName: 'f' });
         console.log('answer ' + JSON.stringify(answer)); process.exit(0);`,
      );
      const memory = Math.floor(functions[name].memoryMegabytes / 2);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [`--max-old-space-size=${memory}`, start, JSON.stringify(event)],
        { cwd: home, env: { ...own, ...environment }, timeout: 60_000 },
      );
      const line = stdout.split('\n').find((one) => one.startsWith('answer '));
      return JSON.parse(line?.slice('answer '.length) ?? 'null');
    },
    close: () => rm(outdir, { recursive: true, force: true }),
  };
}

const arn = 'arn:aws:made:up';
const places = {
  table: arn,
  'table/index/waiting': arn,
  'table/index/due': arn,
  inbound: arn,
  outbound: arn,
  later: arn,
  jobs: arn,
  documents: arn,
  inboundDead: arn,
  outboundDead: arn,
  laterDead: arn,
  jobsDead: arn,
  documentsDead: arn,
  interpret: arn,
  interpretDead: arn,
  model: arn,
  modelBehind: arn,
  files: arn,
  erased: arn,
  filesBucket: arn,
  telegramSecrets: arn,
  whatsappSecrets: arn,
} as const satisfies Record<Place, string>;

/** What a deployment would tell them is of no matter to what is uploaded. */
const nowhere = {
  STAGE: '',
  LOG_LEVEL: '',
  TABLE_NAME: '',
  FILES_BUCKET: '',
  INBOUND_QUEUE_URL: '',
  OUTBOUND_QUEUE_URL: '',
  LATER_QUEUE_URL: '',
  JOBS_QUEUE_URL: '',
  DOCUMENTS_QUEUE_URL: '',
  INTERPRET_QUEUE_URL: '',
  MODEL_ID: '',
  MODEL_DOLLARS: '',
  MODEL_CALLS_A_DAY: '',
  DEAD_LETTER_URLS: '',
  ADVISOR_GROUP_ID: '',
  ADVISOR_IDS: '',
  PUBLIC_URL: '',
  TELEGRAM_API_URL: '',
  TELEGRAM_SECRETS: '',
  WHATSAPP_API_URL: '',
  WHATSAPP_SECRETS: '',
} as const satisfies Record<EnvironmentName, string>;

/** Nothing of the machine's owner reaches it. */
const own = {
  TZ: 'UTC',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
  STAGE: 'demo',
} as const;

export type Call = { readonly method: string; readonly path: string; readonly body: Buffer };

/** A server on this machine that answers every call with what `answer` says, and remembers them. */
export async function listenTo(answer: (call: Call) => string | Uint8Array) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const call = { method: request.method ?? '', path: request.url ?? '', body };
      calls.push(call);
      response.end(answer(call));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) if (part instanceof Buffer) parts.push(part);
  return Buffer.concat(parts);
}

/** One message of a queue, as Lambda hands it over. */
export function sqsEvent(body: unknown) {
  return {
    Records: [
      {
        messageId: 'm1',
        receiptHandle: 'h1',
        body: JSON.stringify(body),
        attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'documents' },
      },
    ],
  };
}
