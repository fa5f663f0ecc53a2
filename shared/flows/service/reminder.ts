import * as z from 'zod';
import { addressKey } from '#shared/domain/address.ts';
import type { Instant } from '#shared/domain/clock.ts';
import type { Customer, Vehicle } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Deferred } from '#shared/domain/order/order.ts';
import { card, type Say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Upkeep } from '#shared/domain/upkeep.ts';
import { passage } from '../automatic.ts';
import { isWithPerson } from '../feedback/ask.ts';
import { askingMoment, nextAskingDay } from '../feedback/moment.ts';
import { answer, button, type Decision, type Turn, toCustomer } from '../flow.ts';
import { itemsOf } from '../payer/put-off.ts';
import { act, type Named } from './action.ts';
import { comingVisit, type Due, duesOf, worthMs } from './due.ts';
import { nextMoment, serviceTimer, timerAt } from './timer.ts';

const timerData = z.object({ vehicle: z.string() });

const DAY = 24 * 60 * 60_000;
/** What falls due so soon after is said with it: one message for all of a car. */
const togetherMs = 21 * DAY;
/** Who does not want to be reminded, or was lately, is looked at again after a month. */
export const monthMs = 31 * DAY;
/** So many are named in a message. */
const mostNamed = 2;

/** The moment has come at which a car's owner may hear of what is due. */
export function due(key: string, data: unknown, turn: Turn): Decision<never> {
  const { customer, station, now, address } = turn;
  const chat = addressKey(address);
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  const named = timerData.safeParse(data).data?.vehicle ?? '';
  const car = customer.vehicles.find(({ id }) => id === named);
  // Two rows became one, or the car was removed: what is due of the cars that there are is planned anew.
  if (!car) return { ...answer(), changes: [used, ...replanned(customer, chat, turn)] };
  const set = (at: Instant | null): Decision<never> => ({ ...answer(), changes: [timerAt(named, chat, at)] });
  const dues = duesOf(customer, car, station, now);
  const [first] = dues;
  if (!first || first.at > now || comingVisit(customer, car, now))
    return set(nextMoment(customer, named, station, now));
  if (isWithPerson(turn)) return set(nextAskingDay(station, now));
  const may = passage({ purpose: 'service', worthUntil: first.at + worthMs }, turn);
  switch (may.kind) {
    case 'wait':
      return set(may.until);
    case 'drop':
      return set(askingMoment(station, now + monthMs));
    case 'go': {
      const together = dues.filter(({ at }) => at <= now + togetherMs);
      const short = { kind: 'update', what: 'due', car: car.short } as const;
      const said = namedOf(car, together);
      const after = marked(may.customer, said, { told: now });
      return {
        ...answer(),
        changes: [{ kind: 'customer', customer: after }, serviceTimer(after, named, chat, station, now)],
        say: [toCustomer(withNotice(reminder(car, together, said), { ...short, at: now }))],
      };
    }
  }
}

function replanned(customer: Customer, chat: string, { station, now }: Turn): readonly Change[] {
  return customer.vehicles
    .map(({ id }) => serviceTimer(customer, id, chat, station, now))
    .filter((change) => change.kind === 'timer' && change.dueAt !== null);
}

/** What was put off for safety comes first; services in the order in which they fall due. */
function reminder(car: Vehicle, dues: readonly Due[], named: Named): Say {
  const services = servicesIn(dues);
  const putOff = dues.flatMap((one) => (one.of === 'putOff' ? [one.item] : [])).toSorted(bySafety);
  const items = itemsOf(putOff.slice(0, mostNamed));
  return card(
    'aside',
    phrase('feedbackDue', {
      car: car.short,
      services: services.map(({ service, at }) => ({ id: service, at })),
      items,
      more: putOff.length - items.length,
    }),
    [
      [
        button(phrase('feedbackLabelBook'), {
          flow: 'book',
          data: { do: 'report', services: named.services, vehicle: car, lines: named.lines },
        }),
      ],
      [
        act(phrase('feedbackLabelLater'), { do: 'later', ...named }),
        act(phrase('feedbackLabelNever'), { do: 'never', ...named }),
      ],
    ],
  );
}

/** As many as a message names; the others are due another time. */
function servicesIn(dues: readonly Due[]): readonly Upkeep[] {
  return dues.flatMap((one) => (one.of === 'service' ? [one.upkeep] : [])).slice(0, mostNamed);
}

/** What a reminder speaks of: what its buttons are about, and what is not said again. */
function namedOf({ id }: Vehicle, dues: readonly Due[]): Named {
  const putOff = dues.flatMap((one) => (one.of === 'putOff' ? [one.item] : []));
  return {
    vehicle: id,
    services: servicesIn(dues).map(({ service }) => service),
    lines: putOff.map(({ ref, line }) => ({ ref, line })),
  };
}

const bySafety = (a: Deferred, b: Deferred) =>
  Number(b.urgency === 'safety') - Number(a.urgency === 'safety') || a.at - b.at;

type Mark = { readonly told: Instant } | { readonly later: Instant } | { readonly silent: true };

/** The row with these services and lines marked; a newer mark takes the place of "later". */
export function marked(customer: Customer, { vehicle, services, lines }: Named, mark: Mark): Customer {
  const isService = (one: Upkeep) => one.vehicle === vehicle && services.includes(one.service);
  const isLine = (one: Deferred) => lines.some(({ ref, line }) => one.ref === ref && one.line === line);
  return {
    ...customer,
    upkeep: customer.upkeep.map((one) => (isService(one) ? { ...withoutLater(one), ...mark } : one)),
    deferred: customer.deferred.map((one) => (isLine(one) ? { ...withoutLater(one), ...mark } : one)),
  };
}

function withoutLater<T extends { readonly later?: number }>({ later: _, ...rest }: T): Omit<T, 'later'> {
  return rest;
}
