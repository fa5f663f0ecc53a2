import type { Between } from '#test/helpers/between.ts';
import type { BotCall, Instead } from '#test/helpers/phone.ts';

/**
 * Whether nothing is sent to a chat that asked us to wait. A wait counts once the sender who was asked has written it down:
 * one who is killed before that takes the knowledge along.
 */
export function waitsKept() {
  const until = new Map<number, number>();
  const broken: string[] = [];
  let heard: { readonly chat: number; readonly until: number } | null = null;
  let asked = 0;

  return {
    broken,
    get asked() {
      return asked;
    },
    around(between: Between): Between {
      return async (io, act) => {
        if (io.process !== 'deliver') return between(io, act);
        const known = heard;
        try {
          const result = await between(io, act);
          if (known && io.kind === 'DynamoDB Update of a sender' && heard === known) {
            until.set(known.chat, Math.max(known.until, until.get(known.chat) ?? 0));
            heard = null;
          }
          return result;
        } catch (error) {
          if (known === heard) heard = null;
          throw error;
        }
      };
    },
    /** Looks at a call and at what becomes of it. */
    watched(call: BotCall, instead: Instead | undefined): Instead | undefined {
      const chat = call.body.chat_id;
      if (chat === undefined) return instead;
      const wait = until.get(chat) ?? 0;
      if (call.at < wait) broken.push(`${call.method} to ${chat} ${wait - call.at} ms too early`);
      const seconds = retryAfterIn(instead);
      if (seconds !== null) {
        asked += 1;
        heard = { chat, until: call.at + seconds * 1000 };
      }
      return instead;
    },
  };
}

function retryAfterIn(instead: Instead | undefined): number | null {
  if (instead?.kind !== 'answered' || instead.status !== 429) return null;
  const read = /"retry_after":(\d+)/.exec(Buffer.from(instead.body).toString('utf8'));
  return read ? Number(read[1]) : null;
}
