import * as z from 'zod';

/**
 * Where a message comes from and goes to: messenger, our own account there, chat, and thread inside the chat (a topic; ''
 * when there is none). It is the FIFO group of the inbound queue and the key of conversation and outbox. Which messengers
 * there are is known to the registry of `shared/channels` alone.
 */
export const addressSchema = z.object({
  channel: z.string().regex(/^[a-z]{2,20}$/),
  bot: z.string().regex(/^[\w-]{1,40}$/),
  chat: z.string().regex(/^-?[\w.]{1,150}$/),
  thread: z.string().regex(/^\d{0,20}$/),
});
export type Address = z.infer<typeof addressSchema>;

/** `telegram/4242/501/` — stable, sortable, ASCII, without blanks. */
export function addressKey({ channel, bot, chat, thread }: Address): string {
  return `${channel}/${bot}/${chat}/${thread}`;
}

/** The reverse of `addressKey`. Throws a ZodError for a key that this version did not write. */
export function addressOf(key: string): Address {
  const [channel, bot, chat, thread] = key.split('/');
  return addressSchema.parse({ channel, bot, chat, thread });
}
