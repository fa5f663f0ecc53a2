import type { Conversation } from '#shared/domain/conversation.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import type { Outgoing } from './flow.ts';

/** Where a step's messages stand: in the place of the card that was tapped, or below what was written. Pure. */

/** How long a card may take to change on the phone; what is tapped later is meant as it is tapped. */
const changesWithinMs = 60_000;

/**
 * A button whose tap is changing its card already means nothing more when it is tapped again: two quick taps on "Cancel
 * the visit" cancel once, and the way to take that back stays.
 */
export function isSecondTap({ event, at }: Inbound, { usedUp }: Conversation): boolean {
  if (event.kind !== 'tap' || event.offer === null || usedUp === null) return false;
  const { row, option } = event.offer;
  return usedUp.row === row && usedUp.option === option && at - usedUp.at < changesWithinMs;
}

/** The button that is used up from now on: its card changed in place. */
export function usedUpBy(
  { event, at, messageId }: Inbound,
  say: readonly Outgoing[],
): Conversation['usedUp'] {
  if (event.kind !== 'tap' || event.offer === null || messageId === null) return null;
  const changed = say.some(({ message }) => message.kind === 'say' && message.target === messageId);
  return changed ? { ...event.offer, at } : null;
}

/**
 * What only refreshes a card is not worth a word beside an answer: that one shows what is so now. So it is always by itself in
 * its row, where nothing is shown if the card cannot change any more.
 */
export function withoutOld(say: readonly Outgoing[]): readonly Outgoing[] {
  const isOld = ({ to, of, message }: Outgoing) =>
    to === 'customer' && !of && message.kind === 'say' && message.place === 'refresh';
  const answers = say.some((one) => one.to === 'customer' && !one.of && !isOld(one));
  return answers ? say.filter((one) => !isOld(one)) : say;
}

/** After a tap on a card it changes in place; after words, or a tap on an ordinary message, it comes anew below. */
export function placed(
  say: readonly Outgoing[],
  inbound: Inbound,
  tapped: Outbound | null,
): readonly Outgoing[] {
  const stays = tapped?.kind !== 'say' || tapped.card === null || tapped.card === 'kept';
  const target = stays ? null : inbound.messageId;
  const first = say.findIndex(
    ({ to, of, message }) => to === 'customer' && !of && message.kind === 'say' && message.card !== null,
  );
  return say.map((outgoing, index) => {
    const { message } = outgoing;
    if (target === null || index !== first || message.kind !== 'say' || message.place === 'refresh')
      return outgoing;
    return { ...outgoing, message: { ...message, place: 'edit', target } };
  });
}
