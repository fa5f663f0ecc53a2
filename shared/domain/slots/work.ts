import type { Mode, Refusal, SlotService, SlotStation, Wish } from './types.ts';

type Bay = SlotStation['bays'][number];
type Technician = SlotStation['technicians'][number];

/** One service inside a leg; each becomes a job of its own. */
export type Task = { readonly service: SlotService; readonly minutes: number };

/** Work done without a break on one bay by one technician; any of `bays` and `technicians` will do. */
export type Leg = {
  readonly tasks: readonly Task[];
  readonly minutes: number;
  readonly bays: readonly Bay[];
  readonly technicians: readonly Technician[];
};

/** What one visit needs. */
export type Work = {
  readonly services: readonly SlotService[];
  readonly legs: readonly Leg[];
  readonly minutes: number;
  readonly days: number;
  /** Minutes until the earliest arrival, and open days until the parts are there. */
  readonly notice: number;
  readonly partsLeadDays: number;
  /** Latest arrival by the wall clock, or null. */
  readonly dropOffBy: number | null;
  readonly modes: readonly Mode[];
};

/**
 * The work of a wish. Services that share a bay and a technician are done one after the other there; others are legs
 * of the same visit. Refuses what cannot be booked so, whatever the day.
 */
export function workOf(station: SlotStation, wish: Wish): Work | Refusal {
  const services: SlotService[] = [];
  for (const id of wish.services) {
    const service = station.services.find((candidate) => candidate.id === id);
    if (service === undefined) return { kind: 'unknown-service', service: id };
    if (service.booking === 'remote' || (service.booking === 'walk-in' && wish.by !== 'desk')) {
      return { kind: 'not-booked-online', service: id, booking: service.booking };
    }
    services.push(service);
  }
  if (services.length === 0) return { kind: 'unknown-service', service: '' };
  const legs = legsOf(station, services);
  const minutes = legs.reduce((sum, leg) => sum + leg.minutes, 0);
  const days = Math.max(...services.map((service) => service.days));
  if (days > 1 && legs.length > 1) return { kind: 'separate-visits' };
  const possible = modesOf(station, services, minutes, days);
  const modes = possible.filter((mode) => wish.mode === 'any' || wish.mode === mode);
  if (modes.length === 0) return { kind: 'mode-not-possible', mode: wish.mode === 'wait' ? 'wait' : 'leave' };
  const desk = wish.by === 'desk';
  const latest = services.map((service) => service.dropOffBy).filter((minute) => minute !== null);
  return {
    services,
    legs,
    minutes,
    days,
    notice: desk ? 0 : Math.max(...services.map((service) => service.notice)),
    partsLeadDays: desk ? 0 : Math.max(...services.map((service) => service.partsLeadDays)),
    dropOffBy: latest.length === 0 ? null : Math.min(...latest),
    modes,
  };
}

/** The only leg of a service that has one; null for work of several legs or days. Used to place a drop-off anew. */
export function soleLeg(station: SlotStation, service: string): Leg | null {
  const known = soleLegs.get(station) ?? new Map<string, Leg | null>();
  soleLegs.set(station, known);
  let leg = known.get(service);
  if (leg === undefined) {
    const found = station.services.find((candidate) => candidate.id === service);
    const sole = found !== undefined && found.legs.length === 1 && found.days === 1;
    leg = sole ? (legsOf(station, [found])[0] ?? null) : null;
    known.set(service, leg);
  }
  return leg;
}

const soleLegs = new WeakMap<SlotStation, Map<string, Leg | null>>();

function legsOf(station: SlotStation, services: readonly SlotService[]): readonly Leg[] {
  const legs: { leg: Leg; open: boolean }[] = [];
  for (const service of services) {
    const technicians = station.technicians.filter((person) => person.skills.includes(service.skill));
    for (const { bay: kind, minutes } of service.legs) {
      const bays = station.bays.filter((bay) => bay.kinds.includes(kind));
      const single = service.legs.length === 1;
      const leg = { tasks: [{ service, minutes }], minutes, bays, technicians };
      const host = single
        ? legs.find((candidate) => candidate.open && shared(candidate.leg, leg))
        : undefined;
      if (host === undefined) legs.push({ leg, open: single });
      else host.leg = joined(host.leg, leg);
    }
  }
  return legs.map(({ leg }) => leg);
}

function shared(one: Leg, other: Leg): boolean {
  const both = joined(one, other);
  return both.bays.length > 0 && both.technicians.length > 0;
}

function joined(one: Leg, other: Leg): Leg {
  return {
    tasks: [...one.tasks, ...other.tasks],
    minutes: one.minutes + other.minutes,
    bays: one.bays.filter((bay) => other.bays.includes(bay)),
    technicians: one.technicians.filter((person) => other.technicians.includes(person)),
  };
}

/**
 * Waiting needs every service to allow it and little work. A visit of several services may be left when one of them
 * may: a car that stays for its service can have its tyres changed too.
 */
function modesOf(
  station: SlotStation,
  services: readonly SlotService[],
  minutes: number,
  days: number,
): readonly Mode[] {
  const wait =
    days === 1 && minutes <= station.rules.waitUpTo && services.every((service) => service.mode !== 'leave');
  const leave = services.some((service) => service.mode !== 'wait') || (services.length > 1 && !wait);
  return [...(wait ? (['wait'] as const) : []), ...(leave ? (['leave'] as const) : [])];
}
