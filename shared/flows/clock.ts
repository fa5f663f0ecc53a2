import * as z from 'zod';
import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import { say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { withDone } from '#shared/domain/visit/life.ts';
import { passage } from './automatic.ts';
import { visitText } from './booking/cards.ts';
import { customerWith } from './booking/confirm.ts';
import { agendaOf, clockChange } from './clock/agenda.ts';
import { answer, button, type Decision, defineFlow, type Turn, toCustomer } from './flow.ts';

const clockData = z.object({ visit: z.string() });

/** The clock of a visit: when its timer fires, what is due by then is done, and it is set to what comes next. */
export const clock = defineFlow({
  name: 'clock',
  state: z.never(),
  action: z.never(),
  takes: () => false,
  timers: true,
  needs: () => [],
  decide: (_state, event, _facts, turn) =>
    event.kind === 'timer' ? fired(event.key, event.data, turn) : answer(),
});

function fired(key: string, data: unknown, turn: Turn): Decision<never> {
  const { customer, station, now, address } = turn;
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  const named = clockData.safeParse(data).data?.visit;
  const visit = customer.visits.find(({ id }) => id === named);
  if (!visit || isSpokenOfElsewhere(visit, customer, address)) return { ...answer(), changes: [used] };
  const due = agendaOf(visit, { customer, station }).find(({ at }) => at <= now);
  if (!due) return { ...answer(), changes: [used, clockChange(visit, { customer, station }, now)] };
  return reminded(visit, turn);
}

/** Another of the person's chats speaks of this visit: there its clock is. */
function isSpokenOfElsewhere({ chat }: Visit, customer: Customer, address: Address): boolean {
  return chat !== '' && chat !== addressKey(address) && addressesOf(customer).includes(chat);
}

/** The day before, once, and only for those who want it. */
function reminded(before: Visit, turn: Turn): Decision<never> {
  const { station, now } = turn;
  const visit = { ...before, life: withDone(before.life, 'remindDay') };
  const may = passage({ purpose: 'visit', worthUntil: visit.start }, turn);
  const customer = customerWith(may.kind === 'go' ? may.customer : turn.customer, visit);
  const changes: readonly Change[] = [
    { kind: 'customer', customer },
    clockChange(visit, { customer, station }, now),
  ];
  return { ...answer(), changes, say: may.kind === 'go' ? [toCustomer(reminder(visit))] : [] };
}

function reminder(visit: Visit) {
  const { id } = visit;
  const message = say(phrase('reminder', visitText(visit)), [
    [button(phrase('labelComing'), { flow: 'visits', data: { do: 'coming', id } })],
    [
      button(phrase('labelMove'), { flow: 'book', data: { do: 'move', id } }),
      button(phrase('labelCancelVisit'), { flow: 'visits', data: { do: 'cancel', id } }),
    ],
  ]);
  const short = { kind: 'reminder', start: visit.start, car: visit.vehicle.short } as const;
  return withNotice({ ...message, card: 'aside' }, short);
}
