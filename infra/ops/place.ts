import { SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { type Files, openFiles } from '#shared/runtime/files.ts';
import type { Station } from '#shared/station/schema.ts';
import { openTable, type Table } from '#shared/store/table.ts';
import { regionOf } from '../aws-trouble.ts';
import { outputsShape, readOutputs, type StackOutputs } from '../stack-outputs.ts';
import { localStation, stationOf } from '../station-of.ts';
import type { Order } from './order.ts';

/** A station as its operator reaches it. */
export type Place = {
  readonly table: Table;
  readonly files: Files;
  /** Addresses of the dead letters by the names of their queues: inbound, outbound, later, jobs, documents. */
  readonly deadLetters: ReadonlyMap<string, string>;
  readonly documentsQueue: string;
  /** Its data, as its functions have them. */
  readonly station: () => Promise<Station>;
  /** The present as the station has it, epoch milliseconds: a station on this machine has a clock of its own. */
  readonly now: () => Promise<number>;
  /** Where messengers call a deployed station; null on this machine. */
  readonly webhooks: { readonly telegram: string; readonly whatsapp: string } | null;
};

/** The station is not there, or tells nothing that can be read. `todo`: one sentence without a full stop. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
  readonly todo: string;
  constructor(says: string, todo: string) {
    super(says);
    this.todo = todo;
  }
}

/**
 * Opens the station that an order is for. The doors of `shared/runtime` find the way to AWS in the environment, as they do in a
 * function: what the AWS CLI's profile says, or a station on this machine tells, is put there. Throws NotReached, NoOutputs, or an
 * error of the AWS SDK.
 */
export async function openPlace({ stage, local }: Pick<Order, 'stage' | 'local'>): Promise<Place> {
  return local === null ? deployedPlace(stage) : localPlace(local);
}

async function deployedPlace(stage: string): Promise<Place> {
  const outputs = await readOutputs(stage);
  await wearCredentials();
  return {
    ...doorsOf(outputs),
    station: () => stationOf(stage),
    now: async () => Date.now(),
    webhooks: { telegram: outputs.TelegramWebhookUrl, whatsapp: outputs.WhatsAppWebhookUrl },
  };
}

function doorsOf({ TableName, FilesBucket, DeadLetterUrls, DocumentsQueueUrl }: StackOutputs) {
  return {
    table: openTable(TableName),
    files: openFiles(FilesBucket),
    deadLetters: DeadLetterUrls,
    documentsQueue: DocumentsQueueUrl,
  };
}

/** What the SDK would use (a profile, single sign-on, a role), where a function has it. */
async function wearCredentials(): Promise<void> {
  const { config } = new SSMClient(regionOf(process.env));
  const { accessKeyId, secretAccessKey, sessionToken } = await config.credentials();
  process.env.AWS_REGION = await config.region();
  process.env.AWS_ACCESS_KEY_ID = accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = secretAccessKey;
  if (sessionToken === undefined) delete process.env.AWS_SESSION_TOKEN;
  else process.env.AWS_SESSION_TOKEN = sessionToken;
}

const toldShape = z.object({ environment: z.record(z.string(), z.string()), outputs: outputsShape });
const clockShape = z.object({ now: z.iso.datetime() });

async function localPlace(base: string): Promise<Place> {
  const { environment, outputs } = toldShape.parse(await asked(`${base}/_local/aws`));
  Object.assign(process.env, environment);
  delete process.env.AWS_SESSION_TOKEN;
  return {
    ...doorsOf(outputs),
    station: localStation,
    now: async () => Date.parse(clockShape.parse(await asked(`${base}/_local/clock`)).now),
    webhooks: null,
  };
}

async function asked(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (response.ok) return await response.json();
  } catch {
    // Told below, whatever it was.
  }
  throw new NotReached(
    `No station answers at ${new URL(url).origin}`,
    'Start it with npm start, and give the address that it prints as --local',
  );
}
