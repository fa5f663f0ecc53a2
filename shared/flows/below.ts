import type { Conversation } from '#shared/domain/conversation.ts';
import type { Change } from '#shared/domain/facts.ts';
import { tokenFrom } from '#shared/domain/token.ts';
import { toCustomer } from './flow.ts';
import { offerCard } from './linking/number.ts';
import type { Outcome, Prepared } from './step.ts';

/** Asked once, below an answer; not while another question waits for a yes or no. */
export function withOffer(outcome: Outcome & { readonly conversation: Conversation }): Outcome {
  const { conversation, say } = outcome;
  const asks = conversation.flow?.name === 'settings';
  if (conversation.linkOffer !== 'due' || asks || !say.some(({ to }) => to === 'customer')) return outcome;
  return {
    ...outcome,
    conversation: { ...conversation, linkOffer: 'made' },
    say: [...say, toCustomer(offerCard())],
  };
}

/** Where a messenger takes no calendar files, the person gets a link under which the file is given out. */
export function withLinks(
  outcome: Outcome,
  { calendar, turn }: Pick<Prepared, 'calendar' | 'turn'>,
): Outcome {
  if (calendar === 'file') return outcome;
  const links: Change[] = [];
  const say = outcome.say.map((outgoing, index) => {
    const { message } = outgoing;
    if (outgoing.to !== 'customer' || message.kind !== 'calendar' || message.cancelled) return outgoing;
    // Said again, it is the same link.
    if (message.token !== null) return outgoing;
    const token = tokenFrom(turn.token, index);
    links.push({ kind: 'link', token, to: { of: 'visit', visit: message.ref }, until: message.end + linkMs });
    return { ...outgoing, message: { ...message, token } };
  });
  return { ...outcome, say, changes: [...outcome.changes, ...links] };
}

/** So long after the visit the file can still be fetched. Milliseconds. */
export const linkMs = 30 * 24 * 60 * 60_000;
