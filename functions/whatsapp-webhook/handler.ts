import { account as source } from '#shared/channels/whatsapp/account.ts';
import { limits } from '#shared/channels/whatsapp/limits.ts';
import { parse } from '#shared/channels/whatsapp/parse.ts';
import { verify } from '#shared/channels/whatsapp/verify.ts';
import { endpointOf, openAws } from '#shared/runtime/aws-json.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { accountSource } from '#shared/runtime/secrets.ts';
import { createWebhook } from '#shared/runtime/webhook.ts';
import { handshake } from './handshake.ts';
import { createReceipts } from './receipts.ts';

const env = readEnv(['TABLE_NAME', 'INBOUND_QUEUE_URL', 'OUTBOUND_QUEUE_URL']);
const account = accountSource(source);
const inbound = openQueue(env.INBOUND_QUEUE_URL);

/** Read while the instance starts, when the processor is free and nobody waits; a failure shows at the first request. */
void account.get().catch(() => undefined);

/**
 * Takes what Meta posts: messages go onto `inbound.fifo`, statuses of our own messages to their outbox rows. Of the
 * messenger it holds only what reads: it starts sooner.
 */
export const handler = createWebhook({
  channel: { verify, parse, limits },
  account,
  handshake,
  inbound,
  climb: createReceipts({
    call: openAws({
      service: 'dynamodb',
      protocol: '1.0',
      endpoint: endpointOf('dynamodb'),
      budgetMs: 3_000,
    }),
    table: env.TABLE_NAME,
    inbound,
    outbound: openQueue(env.OUTBOUND_QUEUE_URL),
  }),
  now,
});
