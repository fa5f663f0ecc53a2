import { telegram } from '#shared/channels/telegram/channel.ts';
import { now } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { accountSource } from '#shared/runtime/secrets.ts';
import { createWebhook } from '#shared/runtime/webhook.ts';

const env = readEnv(['INBOUND_QUEUE_URL']);
const account = accountSource(telegram.account);

/** Read while the instance starts, when the processor is free and nobody waits; a failure shows at the first request. */
void account.get().catch(() => undefined);

/** Takes what Telegram posts and puts it on `inbound.fifo`. */
export const handler = createWebhook({
  channel: telegram,
  account,
  inbound: openQueue(env.INBOUND_QUEUE_URL),
  now,
});
