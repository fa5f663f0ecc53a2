import { account as source } from '#shared/channels/telegram/account.ts';
import { limits } from '#shared/channels/telegram/limits.ts';
import { parse } from '#shared/channels/telegram/parse.ts';
import { verify } from '#shared/channels/telegram/verify.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { accountSource } from '#shared/runtime/secrets.ts';
import { createWebhook } from '#shared/runtime/webhook.ts';

const env = readEnv(['INBOUND_QUEUE_URL']);
const account = accountSource(source);

/** Read while the instance starts, when the processor is free and nobody waits; a failure shows at the first request. */
void account.get().catch(() => undefined);

/** Takes what Telegram posts and puts it on `inbound.fifo`. Of the messenger it holds only what reads: it starts sooner. */
export const handler = createWebhook({
  channel: { verify, parse, limits },
  account,
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  now,
});
