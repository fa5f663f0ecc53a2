import type { Channel, Payload, RenderContext, Text } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import type { Outbound, Say } from '#shared/domain/outbound.ts';

/** Every text in a call, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The actions of a row that a person could tap on what these calls show, and the buttons that bring more of a list. */
export function offersIn(payloads: readonly Payload[], row: string) {
  const data = payloads
    .flatMap(({ body }) => textsIn(body))
    .flatMap((one) => (one.startsWith(`1.${row}.`) ? [one.slice(row.length + 3)] : []));
  const options = data.flatMap((one) => (/^\d+$/.test(one) ? [Number(one)] : []));
  const more = data.flatMap((one) => {
    const found = /^m(\d+)\.(\d+)$/.exec(one);
    return found ? [{ message: Number(found[1]), page: Number(found[2]) }] : [];
  });
  return { options, more };
}

type Shown = { readonly payloads: readonly Payload[]; readonly options: readonly number[] };

/** Everything that a person gets to see of a row who asks for more until there is no more. Throws when that never ends. */
export function reachAll(
  channel: Pick<Channel, 'render'>,
  messages: readonly Outbound[],
  to: Address,
  text: Text,
  context: RenderContext,
): Shown {
  const seen = new Map<string, Shown>();
  let asked = messages;
  for (let turns = 0; turns < 1_000; turns += 1) {
    const payloads = channel.render(asked, to, text, context).map(({ payload }) => payload);
    const { options, more } = offersIn(payloads, context.row);
    seen.set(JSON.stringify(pagesOf(asked)), { payloads, options });
    const next = more
      .map(({ message, page }) => asked.map((one, index) => (index === message ? onPage(one, page) : one)))
      .find((one) => !seen.has(JSON.stringify(pagesOf(one))));
    if (!next) break;
    asked = next;
    if (turns === 999) throw new Error('There is always more');
  }
  const all = [...seen.values()];
  return {
    payloads: all.flatMap(({ payloads }) => payloads),
    options: [...new Set(all.flatMap(({ options }) => options))].sort((a, b) => a - b),
  };
}

function onPage(message: Outbound, page: number): Outbound {
  if (message.kind !== 'say') throw new Error('There is more of a message without options');
  return { ...message, page } satisfies Say;
}

function pagesOf(messages: readonly Outbound[]): readonly number[] {
  return messages.map((message) => (message.kind === 'say' ? message.page : 0));
}
