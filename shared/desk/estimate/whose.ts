import { addressKey } from '#shared/domain/address.ts';
import { upcomingVisits } from '#shared/domain/customer.ts';
import { type Facts, type Need, type Other, orderName } from '#shared/domain/facts.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Order, OrderHead } from '#shared/domain/order/order.ts';
import { isOwner, newOrder } from '#shared/domain/order/steps.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { answererOf, askedOther } from '#shared/flows/payer/asked.ts';
import type { About, DeskSay, DeskTurn } from '../turn.ts';

/** Which order of a customer something at the desk is about, and who is asked about its costs. Pure. */

/** An estimate that nobody touched for so long is of another time: what is written now is a new order. Milliseconds. */
const staleMs = 30 * 24 * 60 * 60_000;

/** The customer's order that goes on; null: there is none. */
export function openHead({ customer }: Pick<About, 'customer'>, now: number): OrderHead | null {
  const going = customer.orders.filter(
    ({ state, work, at }) =>
      work !== 'done' && (now - at < staleMs || state === 'asked' || state === 'signing' || work !== 'none'),
  );
  return going.at(-1) ?? null;
}

type At = Pick<Order, 'of' | 'ref'>;

/** What must be read to decide about an order of this customer: the order, and whoever answers in their place. */
export function needsOf(at: At | null, { customer }: Pick<About, 'customer'>): readonly Need[] {
  const other = askedOther(customer);
  return [
    ...(at === null ? [] : [{ kind: 'order', of: at.of, ref: at.ref } as const]),
    ...(other === null ? [] : [{ kind: 'people', ids: [other] } as const]),
  ];
}

/** The order, if it is of the customer whose topic it is. */
export function orderAt(at: At | null, about: About, { orders }: Facts): Order | null {
  const order = at && orders.get(orderName(at));
  return order && isOwner(order, about.customer) ? order : null;
}

/** A work order for the car that is here, or that comes next. */
export function orderFor(about: About, { id, station, now }: DeskTurn): Order {
  const { customer } = about;
  const [visit = null] = upcomingVisits(customer, now);
  const car = visit?.vehicle ?? customer.vehicles.at(-1) ?? null;
  return newOrder({
    ref: id,
    of: customer.id,
    car: car?.short ?? '',
    vehicle: car?.id ?? null,
    visit: visit?.id ?? null,
    currency: station.currency,
    vatPercent: station.vatPercent,
    allowance: customer.allowance,
  });
}

/** Whoever says yes or no: by which name, where, in which language. */
export type Asked = {
  readonly name: string;
  /** Somebody else than the owner; null: the owner. */
  readonly other: Other | null;
  /** Key of the address; null: they have no messenger, and are called. */
  readonly chat: string | null;
  readonly language: Language;
  readonly phone: string | null;
};

export function askedOf(about: About, { people }: Facts, { station }: Pick<DeskTurn, 'station'>): Asked {
  const { customer, home, conversation } = about;
  const other = answererOf(customer, people);
  if (other)
    return {
      name: other.customer.name,
      other,
      chat: addressKey(other.home),
      language: other.language,
      phone: other.customer.phone,
    };
  return {
    name: customer.name,
    other: null,
    chat: home && addressKey(home),
    language: conversation?.language ?? station.defaultLanguage,
    phone: customer.phone,
  };
}

/** The same words for everybody whom an order concerns: whoever answers in the owner's place, and the owner. */
export function toEverybody(
  message: Outbound,
  { home }: Pick<About, 'home'>,
  { other }: Pick<Asked, 'other'>,
): readonly DeskSay[] {
  const told: DeskSay = { to: 'customer', priority: 'person', message };
  return [...(other ? [{ ...told, of: other }] : []), ...(home ? [told] : [])];
}
