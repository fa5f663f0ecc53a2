import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { proven } from '../connect/own-webhook.ts';
import { readWebhook, registerWebhook } from '../connect/webhook.ts';
import { type Rotation, untilAllKnow } from './rotation.ts';

const keptShape = z.object({
  botToken: z.string().regex(/^\d+:[\w-]+$/),
  webhookSecrets: z.array(z.string().min(1)).min(1),
});

/** What was sent with the old secret is answered by then: a webhook has a minute. */
const underWayMs = 60_000;

/**
 * A new secret for the webhook, with both valid while it changes: kept beside the old one, read by every function, told to Telegram,
 * and only then the old one dropped. Broken off anywhere, both stay valid; begun again it goes through.
 */
export async function rotateTelegram(rotation: Rotation): Promise<void> {
  const { told, http, secrets, webhooks, wait = pause } = rotation;
  const kept = await keptSecrets(rotation);
  if (kept === null) return;
  const { botToken, current } = kept;
  const bot = { token: botToken, apiUrl: rotation.apiUrls.telegram };
  const url = webhooks.telegram;
  const info = await readWebhook(bot, http);
  if (info?.url !== url)
    return told.wrong(
      info === null
        ? 'Telegram cannot be asked about its webhook'
        : 'Telegram does not bring its updates here',
      'Run npm run connect first, then again',
    );
  const fresh = randomBytes(32).toString('base64url');
  told.hide(fresh);
  const write = async (webhookSecrets: readonly string[]) => {
    const trouble = await secrets.write('telegram', { botToken, webhookSecrets });
    if (trouble) told.wrong(trouble.says, trouble.todo);
    return trouble === null;
  };
  // The old one stays the first, which is the one that `connect` tells Telegram.
  if (!(await write([current, fresh]))) return;
  told.fine('The new secret is kept beside the old one');
  await untilAllKnow(rotation);
  const unready = await proven(http, url, { webhookSecrets: [fresh] });
  if (unready) return told.wrong(unready.says, unready.todo);
  try {
    await registerWebhook({ ...bot, webhookSecrets: [fresh] }, url, http);
  } catch (error) {
    const says = error instanceof Error ? error.message : 'Telegram did not take the webhook';
    return told.wrong(says, 'Both secrets are valid and Telegram uses the old one: run it again');
  }
  told.fine('Telegram has the new secret');
  if (!(await write([fresh, current]))) return;
  await wait(underWayMs);
  if (await write([fresh])) told.fine('The old secret is dropped; no function takes it after five minutes');
}

async function keptSecrets({ told, secrets }: Rotation) {
  const stored = await secrets.read('telegram');
  if (stored.kind === 'trouble') {
    told.wrong(stored.trouble.says, stored.trouble.todo);
    return null;
  }
  const kept = keptShape.safeParse(stored.kind === 'found' ? stored.value : {}).data;
  const current = kept?.webhookSecrets[0];
  if (kept === undefined || current === undefined) {
    told.wrong('No secrets of Telegram are kept yet', 'Run npm run connect');
    return null;
  }
  for (const secret of [kept.botToken, ...kept.webhookSecrets]) told.hide(secret);
  return { botToken: kept.botToken, current };
}
