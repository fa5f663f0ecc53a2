import * as z from 'zod';

/**
 * Where a message comes from and goes to: messenger, our own bot or number there, chat, and thread inside the chat
 * (a topic; '' when there is none). It is the FIFO group of the inbound queue and the key of conversation and outbox.
 */
export const addressSchema = z.object({
  channel: z.enum(['telegram']),
  bot: z.string().regex(/^\d{1,20}$/),
  chat: z.string().regex(/^-?\d{1,20}$/),
  thread: z.string().regex(/^\d{0,20}$/),
});
export type Address = z.infer<typeof addressSchema>;
export type ChannelName = Address['channel'];

/** `telegram/4242/501/` — stable, sortable, safe as a queue group (ASCII, ≤ 128 characters). */
export function addressKey({ channel, bot, chat, thread }: Address): string {
  return `${channel}/${bot}/${chat}/${thread}`;
}

/** The reverse of `addressKey`. Throws a ZodError for a key that this version did not write. */
export function addressOf(key: string): Address {
  const [channel, bot, chat, thread] = key.split('/');
  return addressSchema.parse({ channel, bot, chat, thread });
}
