import { addressKey } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Other } from '#shared/domain/facts.ts';
import { carBetween } from '#shared/domain/identity.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { priorities } from '#shared/domain/outbound.ts';
import { shortId } from '#shared/domain/short-id.ts';
import type { Outgoing } from '#shared/flows/flow.ts';
import type { NewRow } from '#shared/store/outbox.ts';
import type { ConverseDeps } from './converse.ts';

/** What several messages to one person have in common as a row: the most urgent of them says how soon it goes out. */
export function rowOf(outgoing: readonly Outgoing[]): Pick<NewRow, 'messages' | 'priority'> {
  const [first] = [...outgoing].sort((a, b) => priorities[a.priority] - priorities[b.priority]);
  return { messages: outgoing.map(({ message }) => message), priority: first?.priority ?? 'answer' };
}

/**
 * What is said to somebody else than whoever wrote: one row for each of them, at their own home, in their language. Nothing
 * for who was shut out. `customer`: who wrote.
 */
export function elsewhere(
  inbound: Inbound,
  say: readonly Outgoing[],
  customer: Customer,
  { channelOf }: Pick<ConverseDeps, 'channelOf'>,
  now: number,
): readonly NewRow[] {
  const others = new Map<string, { readonly other: Other; readonly said: Outgoing[] }>();
  for (const one of say) {
    if (one.to !== 'customer' || !one.of || one.of.case.blocked !== null) continue;
    const { message } = one;
    const isRefresh = message.kind === 'say' && message.place === 'refresh';
    if (isRefresh && channelOf(one.of.home).limits.editableMs === null) continue;
    const known = others.get(one.of.customer.id);
    if (known) known.said.push(one);
    else others.set(one.of.customer.id, { other: one.of, said: [one] });
  }
  // By birth among an advisor's words, which are named alike; unlike those, one step says it to each but once.
  const name = `p${now.toString(36)}-${shortId(`${addressKey(inbound.address)} ${inbound.id}`)}`;
  return [...others.values()].map(({ other, said }): NewRow => {
    const { windowMs } = channelOf(other.home).limits;
    return {
      ...rowOf(said),
      sk: name,
      destination: addressKey(other.home),
      language: other.language,
      cause: inbound.event.kind === 'timer' ? 'timer' : 'person',
      car: carBetween(other.customer, customer),
      again: null,
      notBefore: 0,
      tapId: null,
      messageId: null,
      openUntil: windowMs === null ? null : other.heardAt + windowMs,
    };
  });
}
