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

/** The body of `setWebhook`. `url` is public and https; the secret comes back with every update. */
export function webhookBody(url: string, { webhookSecrets }: Pick<Account, 'webhookSecrets'>) {
  return { url, secret_token: webhookSecrets[0] ?? '', allowed_updates: allowedUpdates };
}

/** Tells Telegram where updates go. Throws when it refuses or cannot be reached, with Telegram's code only. */
export async function registerWebhook(account: Account, url: string, http: HttpClient): Promise<void> {
  if (!account.webhookSecrets[0])
    throw new Error('There is no webhook secret yet: nobody could prove updates.');
  const answer = await askBotApi(account, http, 'setWebhook', webhookBody(url, account), z.literal(true));
  if (answer.kind === 'refused') throw new Error(`Telegram did not take the webhook: ${answer.code}`);
  if (answer.kind === 'unreachable') throw new Error('Telegram could not be reached to set the webhook.');
}
