import type { Visit } from '#shared/domain/customer.ts';
import { card, type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { BookingAction } from '#shared/flows/booking/state.ts';
import { button } from '#shared/flows/flow.ts';
import { type DeskDecision, type DeskSay, type DeskTurn, reply } from '../turn.ts';
import { dealtWith, wayToTopic } from './outcome.ts';
import type { Plan } from './plan.ts';
import { moved } from './times.ts';

/**
 * Sends times to the customer. A tap on one of them runs the booking as always: it holds the time, and one more tap books
 * it; nothing is kept before.
 */
export function sendOffer(plan: Plan, starts: readonly number[], turn: DeskTurn): DeskDecision {
  const { about, by } = turn;
  if (!about?.home) {
    const { name, phone } = about?.customer ?? plan;
    return reply(card('aside', phrase('diaryNoMessenger', { name, phone: phone ?? '' }), wayToTopic(turn)));
  }
  const { name, services, car } = plan;
  const short = car?.short ?? '';
  const visit = moved(plan, turn);
  const text = visit
    ? phrase('diaryOfferMove', { advisor: by.advisor, car: visit.vehicle.short, start: visit.start })
    : phrase('diaryOffer', { advisor: by.advisor, car: short, services });
  const told = phrase('diaryOffered', { by: by.advisor, name, car: short, services, starts: [...starts] });
  const isHere = about.topic === null || about.topic.thread === turn.thread;
  const note: DeskSay = { to: 'topic', priority: 'answer', message: say(told) };
  return {
    changes: [],
    say: [
      { to: 'customer', priority: 'person', message: say(text, customerButtons(plan, starts, visit)) },
      { to: 'here', priority: 'answer', message: card('aside', told, wayToTopic(turn)) },
      ...(isHere ? [] : [note]),
    ],
    case: dealtWith(about, turn),
    spoke: true,
  };
}

function customerButtons(
  { services, car }: Plan,
  starts: readonly number[],
  visit: Visit | undefined,
): readonly (readonly Option[])[] {
  const act = (data: BookingAction) => ({ flow: 'book', data });
  const times = starts.map((start) => {
    const data: BookingAction = visit
      ? { do: 'moveTo', id: visit.id, start }
      : { do: 'offered', services, vehicle: car, start };
    return button(phrase('labelSlot', { start }), act(data));
  });
  const more = visit ? [button(phrase('labelMoreTimes'), act({ do: 'move', id: visit.id }))] : [];
  return [times, more].filter((row) => row.length > 0);
}
