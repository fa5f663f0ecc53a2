import * as z from 'zod';
import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { agendaOf } from './clock/agenda.ts';
import { heldDates } from './clock/bay.ts';
import { fireDue } from './clock/fire.ts';
import { nextReady } from './clock/ready.ts';
import { answer, type Decision, defineFlow, type Turn } from './flow.ts';

const clockData = z.object({ visit: z.string() });
/** The new time is fine with the owner. */
const action = z.object({ do: z.literal('fine'), id: z.string() });

/** The clock of a visit: when its timer fires, what is due by then is done, and it is set to what comes next. */
export const clock = defineFlow({
  name: 'clock',
  state: z.never(),
  action,
  takes: () => false,
  timers: true,
  needs: (_state, event, turn) => (event.kind === 'timer' ? needsOf(event.data, turn) : []),
  decide: (_state, event, facts, turn) => {
    if (event.kind === 'timer') return fired(event.key, event.data, facts, turn);
    return event.kind === 'action' ? fine(event.action.id, turn) : answer();
  },
});

function visitIn(data: unknown, { customer, address }: Turn): Visit | null {
  const named = clockData.safeParse(data).data?.visit;
  const visit = customer.visits.find(({ id }) => id === named);
  return visit && !isSpokenOfElsewhere(visit, customer, address) ? visit : null;
}

/** The bay of a car that does not come is free again; that of a car which takes longer is held for longer. */
function needsOf(data: unknown, turn: Turn): readonly Need[] {
  const visit = visitIn(data, turn);
  if (visit === null) return [];
  if (visit.life.stage === 'booked')
    return visit.start <= turn.now ? [{ kind: 'days', dates: visit.dates }] : [];
  const moves = agendaOf(visit, turn).some(({ what, at }) => what === 'readyTell' && at <= turn.now);
  const dates = moves ? heldDates(visit, nextReady(visit, turn.station, turn.now), turn) : [];
  return dates.length > 0 ? [{ kind: 'days', dates }] : [];
}

function fired(key: string, data: unknown, facts: Facts, turn: Turn): Decision<never> {
  const visit = visitIn(data, turn);
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  if (!visit) return { ...answer(), changes: [used] };
  return { ...answer(), ...fireDue(visit, { turn, facts }) };
}

/** Another of the person's chats speaks of this visit: there its clock is. */
function isSpokenOfElsewhere({ chat }: Visit, customer: Customer, address: Address): boolean {
  return chat !== '' && chat !== addressKey(address) && addressesOf(customer).includes(chat);
}

function fine(id: string, { customer, now }: Turn): Decision<never> {
  const visit = customer.visits.find((one) => one.id === id);
  if (!visit || visit.readyBy <= now) return answer(card('aside', phrase('visitPast')));
  return answer(card('aside', phrase('promiseFine', { car: visit.vehicle.short, to: visit.readyBy })));
}
