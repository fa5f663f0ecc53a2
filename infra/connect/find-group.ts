import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { askBotApi } from './bot-api.ts';

/** A group that the bot was put into, and who wrote there, in the order of their first words. */
type SeenGroup = { readonly id: number; readonly writers: readonly number[] };

const chat = z.looseObject({ id: z.number(), type: z.string() });
const from = z.looseObject({ id: z.number(), is_bot: z.boolean().catch(false) });
const update = z.looseObject({
  message: z
    .looseObject({
      chat,
      from: from.optional().catch(undefined),
      migrate_to_chat_id: z.number().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  my_chat_member: z.looseObject({ chat }).optional().catch(undefined),
});

/**
 * The groups that the bot heard of, before its webhook is set: updates of a day wait for whoever asks, and asking without an
 * offset leaves them waiting. Null where they cannot be had: a webhook is set, or Telegram is not reached.
 * https://core.telegram.org/bots/api#getupdates
 */
export async function seenGroups(
  account: Pick<Account, 'token' | 'apiUrl'>,
  http: HttpClient,
): Promise<readonly SeenGroup[] | null> {
  const answer = await askBotApi(account, http, 'getUpdates', {}, z.array(update));
  if (answer.kind !== 'done') return null;
  const groups = new Map<number, Set<number>>();
  const moved = new Set<number>();
  for (const { message, my_chat_member } of answer.result) {
    const place = message?.chat ?? my_chat_member?.chat;
    if (place?.type !== 'supergroup' && place?.type !== 'group') continue;
    const writers = groups.get(place.id) ?? new Set<number>();
    if (message?.from && !message.from.is_bot) writers.add(message.from.id);
    groups.set(place.id, writers);
    if (message?.migrate_to_chat_id !== undefined) moved.add(place.id);
  }
  return [...groups].flatMap(([id, writers]) => (moved.has(id) ? [] : [{ id, writers: [...writers] }]));
}
