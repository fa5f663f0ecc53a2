import * as z from 'zod';
import type { Account, Parsed } from '#shared/channels/channel.ts';
import { jsonOf } from '#shared/channels/json.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';

const post = z.object({
  number: z.int(),
  person: z.object({ id: z.string().regex(/^\d{1,20}$/), name: z.string(), language: z.string().nullable() }),
  at: z.number(),
  says: z.string().optional(),
  shares: z.string().optional(),
  taps: z.string().optional(),
});

/** One thing that one person did. */
export function parse(body: Buffer, { bot }: Pick<Account, 'bot'>): readonly Parsed[] {
  const found = post.safeParse(jsonOf(body)).data;
  const event = found && eventOf(found);
  if (!event) return [{ ignored: 'not a post of the toy' }];
  const { number, person, at } = found;
  return [
    {
      id: `n${number}`,
      address: { channel: 'toy', bot, chat: person.id, thread: '' },
      at,
      from: { ...person, phone: null, known: [] },
      messageId: String(number),
      event,
    },
  ];
}

function eventOf({ number, says, shares, taps }: z.infer<typeof post>): InboundEvent | undefined {
  if (says?.startsWith('/')) return { kind: 'command', name: says.slice(1), payload: '' };
  if (says !== undefined) return { kind: 'text', text: says };
  if (shares !== undefined) return { kind: 'contact', phone: shares, own: true };
  return taps === undefined ? undefined : tapOf(taps, String(number));
}

/** `1.<row>.<option>`, or `1.<row>.m<message>.<page>` for the rest of the buttons. */
function tapOf(data: string, tapId: string): InboundEvent {
  const more = /^1\.([!-~]{1,60})\.m(\d{1,3})\.(\d{1,3})$/.exec(data);
  if (more?.[1])
    return { kind: 'more', row: more[1], message: Number(more[2]), page: Math.max(1, Number(more[3])) };
  const option = /^1\.([!-~]{1,60})\.(\d{1,4})$/.exec(data);
  const offer = option?.[1] ? { row: option[1], option: Number(option[2]) } : null;
  return { kind: 'tap', tapId, offer };
}
