import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import { updateKinds } from '#shared/channels/telegram/kinds.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { askBotApi } from './bot-api.ts';

/**
 * The kinds of updates that the station reads, to be named when the webhook is set: left to itself Telegram sends neither
 * reactions nor who comes into the group, and keeps to the list it was given last. Reactions and members of a group are told
 * to administrators only. https://core.telegram.org/bots/api#setwebhook
 */
export const allowedUpdates: readonly string[] = Object.entries(updateKinds).flatMap(([kind, outcome]) =>
  typeof outcome === 'string' ? [kind] : [],
);

/**
 * Updates that Telegram brings at a time (it would take up to 100): as many as a new AWS account runs functions. Ten webhooks
 * of 50 ms each take 200 updates a second.
 */
export const maxConnections = 10;

/** The body of `setWebhook`. `url` is public and https; the secret comes back with every update. */
function webhookBody(url: string, { webhookSecrets }: Pick<Account, 'webhookSecrets'>) {
  return {
    url,
    secret_token: webhookSecrets[0] ?? '',
    allowed_updates: allowedUpdates,
    max_connections: maxConnections,
  };
}

/** Tells Telegram where updates go. Throws when it refuses or cannot be reached, with Telegram's code only. */
export async function registerWebhook(
  account: Pick<Account, 'token' | 'apiUrl' | 'webhookSecrets'>,
  url: string,
  http: HttpClient,
): Promise<void> {
  if (!account.webhookSecrets[0])
    throw new Error('There is no webhook secret yet: nobody could prove updates.');
  const answer = await askBotApi(account, http, 'setWebhook', webhookBody(url, account), z.literal(true));
  if (answer.kind === 'refused') throw new Error(`Telegram did not take the webhook: ${answer.code}`);
  if (answer.kind === 'unreachable') throw new Error('Telegram could not be reached to set the webhook.');
}

/** What Telegram says of the webhook. https://core.telegram.org/bots/api#webhookinfo */
const webhookInfo = z.looseObject({
  url: z.string(),
  pending_update_count: z.number().catch(0),
  max_connections: z.number().optional(),
  allowed_updates: z.array(z.string()).catch([]),
  /** Unix seconds. */
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
});
export type WebhookInfo = z.infer<typeof webhookInfo>;

/** What Telegram knows of the webhook; null where it cannot be asked. Reads only. */
export async function readWebhook(
  account: Pick<Account, 'token' | 'apiUrl'>,
  http: HttpClient,
): Promise<WebhookInfo | null> {
  const answer = await askBotApi(account, http, 'getWebhookInfo', {}, webhookInfo);
  return answer.kind === 'done' ? answer.result : null;
}

/** What of the webhook is not as `registerWebhook` sets it, in words; empty when all is. */
export function webhookDifferences(info: WebhookInfo, url: string): readonly string[] {
  if (info.url === '') return ['Telegram does not know where to send updates'];
  if (info.url !== url) return [`Telegram sends its updates elsewhere (${hostOf(info.url)})`];
  const missing = allowedUpdates.filter((kind) => !info.allowed_updates.includes(kind));
  return [
    ...(missing.length > 0 ? [`Telegram does not send ${missing.join(', ')}`] : []),
    ...(missing.length === 0 && info.allowed_updates.length > allowedUpdates.length
      ? ['Telegram sends more kinds of updates than are read']
      : []),
    ...(info.max_connections === maxConnections
      ? []
      : [`Telegram opens ${info.max_connections ?? 40} connections at a time and not ${maxConnections}`]),
  ];
}

/** Without the path, which may hold a secret of somebody else's. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'no address';
}
