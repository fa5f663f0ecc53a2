import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SSMClient } from '@aws-sdk/client-ssm';
import { handshake } from '#functions/whatsapp-webhook/handshake.ts';
import { createChecklist } from '#infra/connect/checklist.ts';
import type { Ask } from '#infra/connect/context.ts';
import { connect, type Run } from '#infra/connect/run.ts';
import { ssmStore } from '#infra/connect/secret-store.ts';
import { listen } from '#infra/local/http/listen.ts';
import { startTelegram } from '#infra/local/telegram/start.ts';
import type { TelegramServer } from '#infra/local/telegram/types.ts';
import { startWhatsApp } from '#infra/local/whatsapp/start.ts';
import type { WhatsAppServer } from '#infra/local/whatsapp/types.ts';
import { account as telegramAccount } from '#shared/channels/telegram/account.ts';
import { verify } from '#shared/channels/telegram/verify.ts';
import { account as whatsappAccount } from '#shared/channels/whatsapp/account.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { station } from '#shared/station/station.ts';
import { type FakeAws, fakeAws } from './fake-aws.ts';

/** What an owner has in hand. The canaries must never be printed. */
export const given = {
  TELEGRAM_BOT_TOKEN: '4242424242:canary-bot-token',
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_ACCESS_TOKEN: 'EAAcanaryaccesstoken',
  WHATSAPP_APP_SECRET: 'canary-app-secret',
} as const;
export const group = -1_002_000_000_001;
export const maria = 5_000_001;

export type Ran = { readonly lines: readonly string[]; readonly wrongs: number };
export type RunOptions = {
  readonly check?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ask?: Ask;
  readonly loadStation?: Run['loadStation'];
  /** Called instead of waiting. */
  readonly sleep?: () => void;
  /** Overrides of the AWS clients, such as credentials that cannot be found. */
  readonly credentials?: () => Promise<never>;
};

/** Both messengers, a deployed station of which only the webhooks' doors stand, and its AWS account. */
export type Rig = {
  readonly telegram: TelegramServer;
  readonly whatsapp: WhatsAppServer;
  readonly aws: FakeAws;
  readonly stationUrl: string;
  /** The station's functions fail with this status instead of doing their work; null: they do it. */
  broken: number | null;
  readonly run: (options?: RunOptions) => Promise<Ran>;
  /** Calls that changed something, at AWS and at both messengers. */
  readonly writes: () => number;
  /** Moves the messengers' clock on. */
  readonly later: (milliseconds: number) => void;
  readonly bot: (method: string, body: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const http = createHttpClient();
const writing = /^(set|send|delete)/;

export async function startRig(): Promise<Rig> {
  let now = Date.parse('2026-11-22T09:00:00Z');
  const aws = await fakeAws();
  const kept = (name: string): unknown => {
    const found = [...aws.parameters].find(([key]) => key.endsWith(`/${name}`))?.[1];
    return found === undefined ? null : JSON.parse(found);
  };
  const state: Pick<Rig, 'broken'> = { broken: null };
  const door = await listen(0, (request, response) => void answer(state, kept, request, response));
  const telegram = await startTelegram({
    token: given.TELEGRAM_BOT_TOKEN,
    webhookSecret: '',
    webhookUrl: () => `${door.url}/telegram`,
    now: () => now,
    dataDir: undefined,
    groupId: group,
    advisorIds: [maria, 5_000_002],
  });
  const whatsapp = await startWhatsApp({
    accessToken: given.WHATSAPP_ACCESS_TOKEN,
    appSecret: given.WHATSAPP_APP_SECRET,
    // Nobody entered anything by hand at Meta.
    verifyToken: 'nobody-knows-it',
    handshakeEveryMs: 60_000,
    phoneNumberId: given.WHATSAPP_PHONE_NUMBER_ID,
    webhookUrl: () => `${door.url}/whatsapp`,
    now: () => now,
    dataDir: undefined,
  });
  const bot = async (method: string, body: Readonly<Record<string, unknown>>) => {
    const url = `${telegram.apiUrl}/bot${given.TELEGRAM_BOT_TOKEN}/${method}`;
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  await bot('deleteWebhook', {});
  const fromHere = { telegram: telegram.ledger().length, whatsapp: whatsapp.ledger().length };
  aws.outputs = outputsOf(door.url);
  const rig: Rig = {
    telegram,
    whatsapp,
    aws,
    stationUrl: door.url,
    get broken() {
      return state.broken;
    },
    set broken(status) {
      state.broken = status;
    },
    run: (options) => run(rig, () => now, options),
    writes: () =>
      aws.writes() +
      telegram
        .ledger()
        .slice(fromHere.telegram)
        .filter(({ method }) => writing.test(method)).length +
      whatsapp
        .ledger()
        .slice(fromHere.whatsapp)
        .filter(({ verb }) => verb === 'POST').length,
    later: (milliseconds) => {
      now += milliseconds;
    },
    bot,
    close: async () => {
      await Promise.all([telegram.close(), whatsapp.close(), door.close(), aws.close()]);
    },
  };
  return rig;
}

/** As the stack tells them. */
export function outputsOf(url: string): Readonly<Record<string, string>> {
  const queue = (name: string) => `https://sqs.eu-central-1.amazonaws.com/1/station-prod-${name}`;
  return {
    TelegramWebhookUrl: `${url}/telegram`,
    TelegramSecretsName: '/station/prod/telegram',
    WhatsAppWebhookUrl: `${url}/whatsapp`,
    WhatsAppSecretsName: '/station/prod/whatsapp',
    DocumentsQueueUrl: queue('documents.fifo'),
    QueueUrls: `inbound=${queue('inbound.fifo')},jobs=${queue('jobs')}`,
    DeadLetterUrls: `inbound=${queue('inbound-dead.fifo')},jobs=${queue('jobs-dead')}`,
    TableName: 'station-table',
    FilesBucket: 'station-files',
    DashboardUrl: 'https://console.aws.amazon.com/cloudwatch',
    AdvisorGroupId: String(group),
    AdvisorIds: `${maria},5000002`,
  };
}

async function run(
  { aws, telegram, whatsapp }: Rig,
  now: () => number,
  {
    check = false,
    environment = {},
    ask,
    sleep,
    loadStation = async () => station,
    credentials,
  }: RunOptions = {},
): Promise<Ran> {
  const lines: string[] = [];
  const list = createChecklist((line) => lines.push(line));
  const client = {
    region: 'eu-central-1',
    endpoint: aws.url,
    maxAttempts: 1,
    credentials: credentials ?? { accessKeyId: 'local', secretAccessKey: 'canary-aws-key' },
  };
  await connect({
    context: {
      list,
      http,
      stage: 'prod',
      writes: !check,
      environment,
      ask: ask ?? null,
      sleep: async () => sleep?.(),
      rerun: 'Run npm run connect',
      now,
      apiUrls: { telegram: telegram.apiUrl, whatsapp: whatsapp.apiUrl },
      secrets: ssmStore(new SSMClient(client), 'prod'),
    },
    place: {
      kind: 'aws',
      clients: {
        lambda: new LambdaClient(client),
        cloudFormation: new CloudFormationClient(client),
        region: async () => client.region,
      },
    },
    loadStation,
  });
  return { lines, wrongs: list.wrongs() };
}

/** The doors of the two webhook functions: refuse without the secrets that are kept now, take the rest. */
async function answer(
  { broken }: Pick<Rig, 'broken'>,
  kept: (name: string) => unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const reply = (status: number, text = '') => response.writeHead(status).end(text);
  if (broken !== null) return void reply(broken);
  if (url.pathname === '/whatsapp') {
    const known = whatsappAccount.schema.safeParse(kept('whatsapp')).data;
    const said = known ? handshake(Object.fromEntries(url.searchParams), known) : null;
    return void (said === null ? reply(403) : reply(200, said));
  }
  const known = telegramAccount.schema.safeParse(kept('telegram')).data;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const body = Buffer.concat(chunks);
  return void reply(known && verify({ headers, body }, { ...known, apiUrl: '' }) ? 200 : 401);
}
